/** What may be asked of the identifier. */
import { type Json, JsonNumber } from '../../../shared/json.ts';
import { failed, refused } from '../../command/errors.ts';
import type { DataCollection } from '../definition/collection.ts';
import { isIndexed } from '../definition/indexing.ts';
import { extendedOf } from '../values/extended.ts';
import type { DocumentCondition } from './expression.ts';

export function isIdCondition({ path }: DocumentCondition): boolean {
  return path.text === '_id';
}

/** @throws CommandFailure - for what the type of an identifier, or the lack of an index, does not allow */
export function checkIdCondition(
  { indexing }: Pick<DataCollection, 'indexing'>,
  { path, operator, operand }: DocumentCondition,
): void {
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
  const isDifference = operator === '$nin' || (operator === '$ne' && !Array.isArray(operand));
  if (isDifference && !values.every(isTextOrNumber)) {
    const message = `Unsupported filter data type: Unsupported '${operator}' operand value.`;
    throw refused('FILTER', 'FILTER_UNSUPPORTED_DATA_TYPE', message);
  }
  if (!isDifference && values.some(isUuidOrObjectId)) {
    throw failed('', 'UNEXPECTED_SERVER_ERROR', 'Error Class: NullPointerException');
  }
}

function isTextOrNumber(value: Json): boolean {
  return typeof value === 'string' || value instanceof JsonNumber;
}

function isUuidOrObjectId(value: Json): boolean {
  const type = extendedOf(value)?.type;
  return type === '$uuid' || type === '$objectId';
}
