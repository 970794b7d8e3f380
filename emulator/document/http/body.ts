/** Bodies of requests: documents, and the small objects that name a thing to be made. */

import { type Call, ServiceError } from '../../core/service.ts';
import { type Json, JsonNumber, type JsonObject, parseJson } from '../../shared/json.ts';
import { EmptyAnswer } from '../values/errors.ts';
import { javaInt } from '../values/path.ts';

/** The JSON value of the body, `undefined` when there is none. Throws 400 when it is malformed. */
export async function readJson(call: Call): Promise<Json | undefined> {
  return parse(await call.body());
}

/**
 * The members of an object that the real server reads into a class; `undefined` when the body is absent or null.
 *
 * @param names - all members of the class: repeating one after all of them were seen is a fault
 * @throws 400 without a body for another shape, 500 without a body for such a repetition
 */
export async function readMembers(call: Call, names: readonly string[]): Promise<JsonObject | undefined> {
  const value = parse(await call.body(), (name, seen) => {
    if (names.includes(name) && names.every((known) => seen.has(known))) throw new EmptyAnswer(500);
  });
  if (value === undefined || value === null) return undefined;
  if (!(value instanceof Map)) throw new EmptyAnswer(400);
  return value;
}

/** Scalars count as text; absent and null are `undefined`. */
export function readTextMember(members: JsonObject, name: string): string | undefined {
  const value = members.get(name) ?? undefined;
  if (value instanceof JsonNumber) return value.text;
  if (typeof value === 'object') throw new EmptyAnswer(400);
  return value === undefined ? undefined : String(value);
}

/** Texts that spell a whole number count as one, fractions are cut off; absent, null and empty are `undefined`. */
export function readIntMember(members: JsonObject, name: string): number | undefined {
  const value = members.get(name) ?? undefined;
  if (value === undefined || value === '') return undefined;
  const number =
    value instanceof JsonNumber
      ? javaInt(String(Math.trunc(Number(value.text))))
      : typeof value === 'string'
        ? javaInt(value.trim())
        : undefined;
  if (number === undefined) throw new EmptyAnswer(400);
  return number;
}

function parse(text: string, onRepeatedMember?: (name: string, seen: JsonObject) => void): Json | undefined {
  if (text.trim() === '') return undefined;
  try {
    return parseJson(text, onRepeatedMember ? { onRepeatedMember } : {});
  } catch (error) {
    if (error instanceof EmptyAnswer) throw error;
    throw new ServiceError(400, 'HTTP 400 Bad Request');
  }
}
