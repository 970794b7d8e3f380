/** The keywords that look at one value alone, not at its members. Each gives a message when the value fails it. */
import { type Json, JsonNumber, type JsonObject, printJson } from '../json.ts';
import { compareNumbers, isMultipleOf } from './decimal.ts';
import { hasFormat } from './schema-formats.ts';
import { canonicalText, isOfType, typeOf } from './schema-types.ts';

/** The value of the keyword, the instance, and the schema around the keyword. */
type Keyword = (operand: Json, value: Json, schema: JsonObject) => string | false;

const numbers =
  (test: (operand: JsonNumber, value: JsonNumber, schema: JsonObject) => string | false): Keyword =>
  (operand, value, schema) =>
    operand instanceof JsonNumber && value instanceof JsonNumber && test(operand, value, schema);

const sizes =
  (
    sizeOf: (value: Json) => number | undefined,
    fails: (size: number, limit: number) => boolean,
    what: string,
  ): Keyword =>
  (operand, value) => {
    const size = sizeOf(value);
    const limit = operand instanceof JsonNumber ? Number(operand.text) : undefined;
    return size !== undefined && limit !== undefined && fails(size, limit) && `${what} (${limit}, found: ${size})`;
  };

const isAbove = (size: number, limit: number) => size > limit;
const isBelow = (size: number, limit: number) => size < limit;
const characters = (value: Json) => (typeof value === 'string' ? [...value].length : undefined);
const elements = (value: Json) => (Array.isArray(value) ? value.length : undefined);
const memberCount = (value: Json) => (value instanceof Map ? value.size : undefined);

export const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: (operand, value) => {
    const allowed = Array.isArray(operand) ? operand : [operand];
    const list = printJson(allowed);
    const fits = allowed.some((type) => isOfType(value, String(type)));
    return !fits && `instance type (${typeOf(value)}) does not match any allowed primitive type (allowed: ${list})`;
  },
  enum: (operand, value) => {
    const values = Array.isArray(operand) ? operand : [];
    const isListed = values.some((one) => canonicalText(one) === canonicalText(value));
    const list = printJson(values);
    return !isListed && `instance value (${printJson(value)}) not found in enum (possible values: ${list})`;
  },
  multipleOf: numbers((divisor, value) => !isMultipleOf(value, divisor) && 'remainder of division is not zero'),
  maximum: numbers((limit, value, schema) => {
    const order = compareNumbers(value, limit);
    if (order > 0)
      return `numeric instance is greater than the required maximum (maximum: ${limit.text}, found: ${value.text})`;
    const isExcluded = order === 0 && schema.get('exclusiveMaximum') === true;
    return isExcluded && `numeric instance is not strictly lower than the required maximum ${limit.text}`;
  }),
  minimum: numbers((limit, value, schema) => {
    const order = compareNumbers(value, limit);
    if (order < 0)
      return `numeric instance is lower than the required minimum (minimum: ${limit.text}, found: ${value.text})`;
    const isExcluded = order === 0 && schema.get('exclusiveMinimum') === true;
    return isExcluded && `numeric instance is not strictly greater than the required minimum ${limit.text}`;
  }),
  maxLength: sizes(characters, isAbove, 'string is too long'),
  minLength: sizes(characters, isBelow, 'string is too short'),
  maxItems: sizes(elements, isAbove, 'array is too long: must have at most so many elements'),
  minItems: sizes(elements, isBelow, 'array is too short: must have at least so many elements'),
  maxProperties: sizes(memberCount, isAbove, 'object has too many properties'),
  minProperties: sizes(memberCount, isBelow, 'object has too few properties'),
  pattern: (operand, value) => {
    const fails = typeof value === 'string' && !new RegExp(String(operand)).test(value);
    return fails && `ECMA 262 regex "${operand}" does not match input string "${value}"`;
  },
  format: (operand, value) => {
    const fails = typeof value === 'string' && !hasFormat(String(operand), value);
    return fails && `string "${value}" is invalid against requested format ${operand}`;
  },
  uniqueItems: (operand, value) => {
    if (operand !== true || !Array.isArray(value)) return false;
    return new Set(value.map(canonicalText)).size < value.length && 'array must not contain duplicate elements';
  },
  required: (operand, value) => {
    if (!(value instanceof Map) || !Array.isArray(operand)) return false;
    const absent = operand.filter((name) => !value.has(String(name)));
    return absent.length > 0 && `object has missing required properties (${printJson(absent)})`;
  },
};
