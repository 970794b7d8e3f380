/** The keywords that limit the size of a value: characters of a text, elements of a list, members of an object. */
import { type Json, JsonNumber, printJson } from '../../shared/json.ts';

type SizeKeyword = (operand: Json, value: Json) => string | false;
/** `undefined` for values of other types. */
type SizeOf = (value: Json) => number | undefined;
type Complaint = (size: number, limit: number, value: Json) => string;

export const SIZE_KEYWORDS: readonly (readonly [name: string, keyword: SizeKeyword])[] = [
  ['maxLength', atMost(characters, textTooLong)],
  ['minLength', atLeast(characters, textTooShort)],
  ['maxItems', atMost(elements, listTooLong)],
  ['minItems', atLeast(elements, listTooShort)],
  ['maxProperties', atMost(members, objectTooBig)],
  ['minProperties', atLeast(members, objectTooSmall)],
];

function atMost(sizeOf: SizeOf, complain: Complaint): SizeKeyword {
  return bound(sizeOf, (size, limit) => size > limit, complain);
}

function atLeast(sizeOf: SizeOf, complain: Complaint): SizeKeyword {
  return bound(sizeOf, (size, limit) => size < limit, complain);
}

function bound(sizeOf: SizeOf, fails: (size: number, limit: number) => boolean, complain: Complaint): SizeKeyword {
  return (operand, value) => {
    const size = sizeOf(value);
    if (size === undefined || !(operand instanceof JsonNumber)) return false;
    const limit = Number(operand.text);
    return fails(size, limit) && complain(size, limit, value);
  };
}

/** Code points, not UTF-16 units. */
function characters(value: Json): number | undefined {
  return typeof value === 'string' ? [...value].length : undefined;
}

function elements(value: Json): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

function members(value: Json): number | undefined {
  return value instanceof Map ? value.size : undefined;
}

function textTooLong(length: number, limit: number, text: Json): string {
  return `string ${printJson(text)} is too long (length: ${length}, maximum allowed: ${limit})`;
}

function textTooShort(length: number, limit: number, text: Json): string {
  return `string ${printJson(text)} is too short (length: ${length}, required minimum: ${limit})`;
}

function listTooLong(count: number, limit: number): string {
  return `array is too long: must have at most ${limit} elements but instance has ${count} elements`;
}

function listTooShort(count: number, limit: number): string {
  return `array is too short: must have at least ${limit} elements but instance has ${count} elements`;
}

function objectTooBig(count: number, limit: number): string {
  return `object has too many properties (found ${count} but schema requires at most ${limit})`;
}

function objectTooSmall(count: number, limit: number): string {
  return `object has too few properties (found ${count} but schema requires at least ${limit})`;
}
