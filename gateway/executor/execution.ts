/** What one execution holds, and the arguments of its resolvers. */
import { getArgumentValues, type OperationDefinitionNode } from 'graphql';
import type { CollectedErrors, Path } from './collected-errors.ts';
import type { Arguments, FieldPlan, Selected } from './field-plan.ts';

export interface Execution extends Selected {
  readonly operation: OperationDefinitionNode;
  readonly rootValue: unknown;
  readonly contextValue: unknown;
  readonly errors: CollectedErrors;
  /** Arguments with variables, which are the same for all objects of an execution. */
  readonly argumentValues: Map<FieldPlan, Arguments>;
  /** Values are completed by executing what is selected of them, and so on down the tree. */
  readonly executeFields: ExecuteFields;
}

/** @param path - of the object whose fields they are */
export type ExecuteFields = (
  x: Execution,
  fields: readonly FieldPlan[],
  source: unknown,
  path: Path | undefined,
) => Data | Promise<Data>;

export type Data = { [key: string]: unknown };

/** Resolvers must not change them: other objects are given the same. @throws GraphQLError - for a wrong or missing argument */
export function argumentsOf(x: Execution, field: FieldPlan): Arguments {
  const known = field.constantArguments ?? x.argumentValues.get(field);
  if (known) return known;
  const values = Object.freeze(getArgumentValues(field.definition, field.nodes[0], x.variableValues));
  x.argumentValues.set(field, values);
  return values;
}

/** As graphql decides it. No text, number or other primitive value is asked for its `then`, as most values are one. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  if (typeof value !== 'object' && typeof value !== 'function') return false;
  return typeof (value as { then?: unknown } | null)?.then === 'function';
}
