/** Reads request bodies: documents, and the small objects that define a namespace or collection. */

import { type Call, ServiceError } from '../../core/service.ts';
import { type Json, JsonNumber, type JsonObject, parseJson } from '../../shared/json.ts';
import { EmptyAnswer } from '../values/errors.ts';
import { javaInt } from '../values/path.ts';

/** The JSON value of the body; `undefined` for an empty body. Throws 400 for invalid JSON. */
export async function readJson(call: Call): Promise<Json | undefined> {
  return parse(await call.body());
}

/**
 * The members of an object that the real server reads into a class; `undefined` for an absent or null body.
 *
 * @param names - all members of the class
 * @throws 400 with an empty body for another JSON type; 500 with an empty body for a member repeated after all were read
 */
export async function readMembers(call: Call, names: readonly string[]): Promise<JsonObject | undefined> {
  const value = parse(await call.body(), (name, seen) => {
    if (names.includes(name) && names.every((known) => seen.has(known))) throw new EmptyAnswer(500);
  });
  if (value === undefined || value === null) return undefined;
  if (!(value instanceof Map)) throw new EmptyAnswer(400);
  return value;
}

/** Scalars are converted to text; absent and null are `undefined`. */
export function readTextMember(members: JsonObject, name: string): string | undefined {
  const value = members.get(name) ?? undefined;
  if (value instanceof JsonNumber) return value.text;
  if (typeof value === 'object') throw new EmptyAnswer(400);
  return value === undefined ? undefined : String(value);
}

/** Integer texts are numbers, fractions are truncated; absent, null and empty are `undefined`. */
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
