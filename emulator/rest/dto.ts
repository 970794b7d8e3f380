/** Reads request bodies into objects of a fixed shape (DTOs), with Jackson's coercions. */

import { ServiceError } from '../core/service.ts';
import { javaNumber } from '../cql/types/java.ts';
import { type Json, JsonNumber, type JsonObject, parseJson } from '../shared/json.ts';
import { mismatch } from './jackson.ts';

/** The body has the wrong structure: 400 with an empty body, unless the service reports the parser's message. */
export class StructureError extends Error {
  override readonly name = 'StructureError';
  /** The wrong member; empty for the whole value. */
  readonly member: string;

  constructor(problem: string, member = '') {
    super(problem);
    this.member = member;
  }
}

const BAD_REQUEST = 'HTTP 400 Bad Request';
const MAX_INT = 2n ** 31n - 1n;

/** The object in a body; throws for an absent body, invalid JSON, and JSON that is not an object. */
export function readDto(text: string): JsonObject {
  const body = text.trim() === '' ? null : parsed(text);
  if (body === null) throw validationError('must not be null');
  return asObject(body);
}

/** The error of bean validation. */
export function validationError(problem: string): ServiceError {
  return new ServiceError(400, `Request invalid: ${problem}.`);
}

function parsed(text: string): Json {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new ServiceError(400, BAD_REQUEST);
    throw error;
  }
}

export function asObject(value: Json): JsonObject {
  if (value instanceof Map) return value;
  throw new StructureError(mismatch(value, 'java.util.Map'));
}

/** An object member; absent and null are `undefined`. */
export function objectMember(dto: JsonObject, name: string): JsonObject | undefined {
  const value = dto.get(name) ?? null;
  return value === null ? undefined : asObject(value);
}

export function listMember(dto: JsonObject, name: string): readonly Json[] | undefined {
  const value = dto.get(name) ?? null;
  if (value === null) return undefined;
  if (!Array.isArray(value)) throw new StructureError(mismatch(value, 'java.util.List'), name);
  return value;
}

/** A text member; numbers and booleans are converted to text. */
export function textMember(dto: JsonObject, name: string): string | undefined {
  return asText(dto.get(name) ?? null);
}

export function asText(value: Json): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof JsonNumber) return value.isInteger ? value.text : javaNumber(value);
  throw new StructureError(mismatch(value, 'java.lang.String'));
}

/** `true`, `"true"` and integers other than 0 are true; absent is false. */
export function booleanMember(dto: JsonObject, name: string): boolean {
  const value = dto.get(name) ?? null;
  if (value === null || value === '') return false;
  if (typeof value === 'boolean') return value;
  if (value instanceof JsonNumber && value.isInteger) return BigInt(value.text) !== 0n;
  if (typeof value === 'string' && /^(true|True|TRUE)$/.test(value.trim())) return true;
  if (typeof value === 'string' && /^(false|False|FALSE)$/.test(value.trim())) return false;
  throw new StructureError(mismatch(value, 'boolean'), name);
}

/** A 32-bit integer; fractions are truncated, decimal texts are converted. */
export function integerMember(dto: JsonObject, name: string): number | undefined {
  const value = dto.get(name) ?? null;
  if (value === null || value === '') return undefined;
  const structure = new StructureError(notAnInteger(value), name);
  if (typeof value === 'string' && /^[+-]?\d+$/.test(value.trim())) return inRange(BigInt(value.trim()), structure);
  if (!(value instanceof JsonNumber)) throw structure;
  const whole = value.isInteger ? BigInt(value.text) : truncated(Number(value.text));
  return inRange(whole, new ServiceError(400, BAD_REQUEST));
}

function notAnInteger(value: Json): string {
  if (typeof value !== 'string') return mismatch(value, 'int');
  return `Cannot deserialize value of type \`int\` from String "${value}": not a valid \`int\` value`;
}

function truncated(value: number): bigint {
  return Number.isFinite(value) ? BigInt(Math.trunc(value)) : MAX_INT + 1n;
}

function inRange(value: bigint, refusal: Error): number {
  if (value > MAX_INT || value < -MAX_INT - 1n) throw refusal;
  return Number(value);
}

/** One of the given words, case-sensitive. */
export function wordMember<W extends string>(dto: JsonObject, name: string, words: readonly W[]): W | undefined {
  const value = dto.get(name) ?? null;
  if (value === null) return undefined;
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw new StructureError(mismatch(value, 'an enumeration'), name);
  return word;
}
