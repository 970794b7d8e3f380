/** Checks the values that a statement binds. */

import type { Codec } from '../types/codec.ts';
import { invalidArgument } from '../types/refusal.ts';
import type { Condition } from './condition.ts';
import type { SchemaColumn } from './schema.ts';

/** A column with the value that a statement binds to it. */
export interface BoundValue {
  readonly column: SchemaColumn;
  readonly value: Uint8Array | null;
}

/** Rejects values that cannot be bound: first those that cannot be encoded, then those that the database rejects. */
export function checkBound(values: readonly BoundValue[]): void {
  refuse(values.map(({ column, value }) => (value ? column.codec.problem(value) : undefined)));
}

/** Like `checkBound`, for the conditions of a SELECT; a list must not contain null. */
export function checkBoundConditions(conditions: readonly Condition[]): void {
  refuse(
    conditions.flatMap((condition) => {
      if (condition.operator === 'in') return [listProblem(condition.column.codec, condition.values)];
      if (condition.operator === 'containsEntry') return [undefined, undefined];
      const isWhole = condition.operator !== 'contains' && condition.operator !== 'containsKey';
      return [isWhole && condition.value ? condition.column.codec.problem(condition.value) : undefined];
    }),
  );
}

type Problem = ReturnType<Codec['problem']>;

function listProblem(codec: Codec, values: readonly (Uint8Array | null)[]): Problem {
  if (values.includes(null)) return { text: 'null is not supported inside lists', positioned: true };
  return (
    values.map((value) => value && codec.problem(value)).find((problem) => problem !== null && problem !== undefined) ??
    undefined
  );
}

function refuse(problems: readonly Problem[]): void {
  const position = problems.findIndex((problem) => problem?.positioned);
  if (position >= 0) throw invalidArgument(`Invalid argument at position ${position + 1}: ${problems[position]?.text}`);
  const problem = problems.find((one) => one !== undefined);
  if (problem) throw invalidArgument(problem.text);
}
