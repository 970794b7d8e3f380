/** What may be asked of the identifier. */
import type { Json } from '../../../json.ts';
import { failed, refused } from '../../command/errors.ts';
import type { Collection } from '../definition/collection.ts';
import { isIndexed } from '../definition/indexing.ts';
import { extendedOf } from '../values/extended.ts';
import type { Condition, Group, Part } from './expression.ts';
import { invalidFilter } from './operands.ts';

export function isIdCondition({ path }: Condition): boolean {
  return path.text === '_id';
}

/** @throws CommandFailure - for more than one condition, one inside `$or`, and what its type does not allow */
export function checkIds(collection: Pick<Collection, 'indexing'>, root: Group): void {
  const found = [...idConditions(root, false)];
  if (found.length > 1) {
    const message =
      "Command included more than one '_id' equals filter clauses, which is not supported: use '$in' operator instead.";
    throw refused('FILTER', 'FILTER_MULTIPLE_ID_FILTER', message);
  }
  const [first] = found;
  if (!first) return;
  if (first.isWithinOr) {
    throw invalidFilter("cannot filter on '_id' field within '$or', ID field can not be used with '$or' operator");
  }
  checkOperator(collection, first.condition);
}

interface FoundCondition {
  readonly condition: Condition;
  readonly isWithinOr: boolean;
}

/** What `$not` turns into an OR of one condition is none. */
function* idConditions(part: Part, isWithinOr: boolean): Iterable<FoundCondition> {
  if (part.kind === 'condition') {
    if (isIdCondition(part)) yield { condition: part, isWithinOr };
    return;
  }
  const isOr = isWithinOr || (part.kind === 'or' && !part.isInverted);
  for (const each of part.parts) yield* idConditions(each, isOr);
}

function checkOperator({ indexing }: Pick<Collection, 'indexing'>, { path, operator, operand }: Condition): void {
  if (operator === '$eq' || operator === '$in') {
    if (operator === '$in' && Array.isArray(operand) && operand.some(Array.isArray)) {
      throw failed('', 'UNEXPECTED_SERVER_ERROR', 'Error Class: ClassCastException');
    }
    return;
  }
  if (!isIndexed(indexing, path)) {
    const message = `Collection field '_id' is never indexed so filtering can only be done using operators '$eq' or '$in', not '${operator}'.`;
    throw refused('FILTER', 'FILTER_ID_NOT_INDEXED', message);
  }
  const values = Array.isArray(operand) ? operand : [operand];
  if (!values.some(isUuidOrObjectId)) return;
  if (operator === '$ne' || operator === '$nin') {
    const message = `Unsupported filter data type: Unsupported '${operator}' operand value.`;
    throw refused('FILTER', 'FILTER_UNSUPPORTED_DATA_TYPE', message);
  }
  throw failed('', 'UNEXPECTED_SERVER_ERROR', 'Error Class: NullPointerException');
}

function isUuidOrObjectId(value: Json): boolean {
  const type = extendedOf(value)?.type;
  return type === '$uuid' || type === '$objectId';
}
