/** Reads a document, or the value at a path. */
import { invalidArgument } from '../../cql/types/refusal.ts';
import type { Json } from '../../shared/json.ts';
import { assemble } from '../storage/assemble.ts';
import { checkMessages } from '../storage/grpc-messages.ts';
import type { LeafRow } from '../storage/leaf.ts';
import type { LeafStore } from '../storage/leaf-store.ts';
import { serverFault } from '../values/errors.ts';
import { valueAt } from '../values/json-pointer.ts';
import { arrayIndex, MAX_DEPTH, toStoredSteps, unescapeStep } from '../values/path.ts';
import { type Fields, keepFields, prefixFields } from './fields.ts';
import { isListAfterWildcard, literalBeginning, onPatternInDatabase, type StepPattern } from './step-pattern.ts';

/**
 * The value at a path; `undefined` when it is missing, or when `fields` keep nothing of it. Wildcards select rows as in a
 * search, but the answer is the value at the literal key, such as `*`.
 *
 * @param steps - decoded steps of the address
 */
export function readDocument(leaves: LeafStore, id: string, steps: StepPattern, fields: Fields): Json | undefined {
  const pattern = steps.map(toStoredSteps);
  const rows = matchingRows(leaves, id, pattern);
  checkMessages(id, rows);
  const [first] = partsOf(rows, pattern.length);
  if (!first) return undefined;
  const document = assemble(keepFields(first, prefixFields(pattern, fields)));
  return steps.length === 0 ? document : valueAt(document, toPointer(steps));
}

/** The rows of a document at or below a pattern, in order. Throws 400 for a pattern that the database rejects, 500 for a deep path. */
export function matchingRows(leaves: LeafStore, id: string, pattern: StepPattern): LeafRow[] {
  if (pattern.length > MAX_DEPTH) throw serverFault(`Invalid document identity depth: ${pattern.length + 1}`);
  if (isListAfterWildcard(pattern)) throw listAfterWildcard();
  return leaves.rowsBelow(id, literalBeginning(pattern)).filter(onPatternInDatabase(pattern));
}

export function listAfterWildcard() {
  return invalidArgument('IN restrictions are not supported on indexed columns');
}

/** Splits ordered rows where one of their first `depth` steps changes. */
export function partsOf(rows: readonly LeafRow[], depth: number): LeafRow[][] {
  const parts: LeafRow[][] = [];
  for (const row of rows) {
    const current = parts.at(-1);
    if (current?.[0] && haveSameBeginning(current[0], row, depth)) current.push(row);
    else parts.push([row]);
  }
  return parts;
}

function haveSameBeginning(left: LeafRow, right: LeafRow, depth: number): boolean {
  for (let step = 0; step < depth; step += 1) if (left.path[step] !== right.path[step]) return false;
  return true;
}

/** As upstream, names are not escaped for the pointer, so keys with slashes cannot be read by path. */
function toPointer(steps: StepPattern): string {
  return steps.map((step) => `/${arrayIndex(step) ?? unescapeStep(step)}`).join('');
}
