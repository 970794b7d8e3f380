/** The keywords that check one value without its members. Each returns a message when the value fails. */
import { type Json, JsonNumber, type JsonObject, printJson } from '../../shared/json.ts';
import { compareNumbers, isMultipleOf } from '../values/decimal.ts';
import { findFormatFault } from './schema-formats.ts';
import { SIZE_KEYWORDS } from './schema-sizes.ts';
import { canonicalText, isOfType, typeOf } from './schema-types.ts';

/** Arguments: the value of the keyword, the instance, and the schema with the keyword. */
type Keyword = (operand: Json, value: Json, schema: JsonObject) => string | false | undefined;

export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['type', checkType],
  ['enum', checkEnum],
  ['multipleOf', numbers(checkMultipleOf)],
  ['maximum', numbers(checkMaximum)],
  ['minimum', numbers(checkMinimum)],
  ['pattern', checkPattern],
  ['format', (operand, value) => (typeof value === 'string' ? findFormatFault(String(operand), value) : undefined)],
  ['uniqueItems', checkUniqueItems],
  ['required', checkRequired],
  ...SIZE_KEYWORDS,
]);

function checkType(operand: Json, value: Json): string | false {
  const allowed = (Array.isArray(operand) ? operand : [operand]).map(String);
  if (allowed.some((type) => isOfType(value, type))) return false;
  const widened = new Set(allowed.flatMap((type) => (type === 'number' ? ['integer', 'number'] : [type])));
  const list = JSON.stringify([...widened].sort());
  return `instance type (${typeOf(value)}) does not match any allowed primitive type (allowed: ${list})`;
}

function checkEnum(operand: Json, value: Json): string | false {
  const values = Array.isArray(operand) ? operand : [];
  if (values.some((one) => canonicalText(one) === canonicalText(value))) return false;
  return `instance value (${printJson(value)}) not found in enum (possible values: ${printJson(values)})`;
}

function checkMultipleOf(divisor: JsonNumber, value: JsonNumber): string | false {
  return !isMultipleOf(value, divisor) && `remainder of division is not zero (${value.text} / ${divisor.text})`;
}

function checkMaximum(limit: JsonNumber, value: JsonNumber, schema: JsonObject): string | false {
  const order = compareNumbers(value, limit);
  const bound = `(maximum: ${limit.text}, found: ${value.text})`;
  if (order > 0) return `numeric instance is greater than the required maximum ${bound}`;
  const isExcluded = order === 0 && schema.get('exclusiveMaximum') === true;
  return isExcluded && `numeric instance is not strictly lower than the required maximum ${limit.text}`;
}

function checkMinimum(limit: JsonNumber, value: JsonNumber, schema: JsonObject): string | false {
  const order = compareNumbers(value, limit);
  const bound = `(minimum: ${limit.text}, found: ${value.text})`;
  if (order < 0) return `numeric instance is lower than the required minimum ${bound}`;
  const isExcluded = order === 0 && schema.get('exclusiveMinimum') === true;
  return isExcluded && `numeric instance is not strictly greater than the required minimum ${limit.text}`;
}

function checkPattern(operand: Json, value: Json): string | false {
  if (typeof value !== 'string' || new RegExp(String(operand)).test(value)) return false;
  return `ECMA 262 regex "${operand}" does not match input string "${value}"`;
}

function checkUniqueItems(operand: Json, value: Json): string | false {
  if (operand !== true || !Array.isArray(value)) return false;
  return new Set(value.map(canonicalText)).size < value.length && 'array must not contain duplicate elements';
}

function checkRequired(operand: Json, value: Json): string | false {
  if (!(value instanceof Map) || !Array.isArray(operand)) return false;
  const absent = operand.filter((name) => !value.has(String(name)));
  return absent.length > 0 && `object has missing required properties (${JSON.stringify(absent.map(String).sort())})`;
}

function numbers(test: (operand: JsonNumber, value: JsonNumber, schema: JsonObject) => string | false): Keyword {
  return (operand, value, schema) =>
    operand instanceof JsonNumber && value instanceof JsonNumber && test(operand, value, schema);
}
