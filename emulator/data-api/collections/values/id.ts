/** Identifiers of documents, and where each stands among the others. */
import { framed } from '../../../cql/types/bytes.ts';
import { partitionKey } from '../../../cql/write/key.ts';
import { type Json, JsonNumber } from '../../../shared/json.ts';
import { refused } from '../../command/errors.ts';
import { kindOf } from '../../command/fields.ts';
import { extendedOf, extendedProblem, isKnownType } from './extended.ts';
import { spelled } from './number.ts';

const TYPES = { string: 1, number: 2, boolean: 3, null: 4, date: 5 } as const;

export interface DocumentId {
  readonly type: keyof typeof TYPES;
  /** With the type what makes it one of its own: a UUID and its text are the same. */
  readonly text: string;
  /** As documents hold it. */
  readonly json: Json;
}

/** @throws CommandFailure - for what cannot be an identifier */
export function readId(value: Json): DocumentId {
  if (value === null) return { type: 'null', text: 'null', json: null };
  if (typeof value === 'boolean') return { type: 'boolean', text: String(value), json: value };
  if (value instanceof JsonNumber) {
    const json = spelled(value);
    return { type: 'number', text: json.text, json };
  }
  if (typeof value === 'string') {
    if (value !== '') return { type: 'string', text: value, json: value };
    throw refused('DOCUMENT', 'SHRED_BAD_DOCID_VALUE', "Bad value for '_id' field: empty String not allowed.");
  }
  return extendedId(value);
}

/** The tuple that is the partition key of the table of a collection. */
export function keyValue({ type, text }: DocumentId): Uint8Array {
  return framed([Uint8Array.of(TYPES[type]), Buffer.from(text)]);
}

/** Its place in the order of tokens. */
export function idKey(id: DocumentId): Uint8Array {
  return partitionKey([keyValue(id)]);
}

function extendedId(value: Json): DocumentId {
  const extended = extendedOf(value);
  if (!extended) {
    const allowed = 'a JSON String, Number, Boolean, EJSON-Encoded Date Object or null';
    throw badType(`Document Id must be ${allowed} instead got ${kindOf(value)}`);
  }
  const { type } = extended;
  if (!isKnownType(type) || type === '$binary') throw badType(`unrecognized JSON extension type '${type}'`);
  const problem = extendedProblem(extended);
  if (problem) throw badType(`Bad JSON Extension value to shred: ${problem}`);
  const json = extended.value instanceof JsonNumber ? extended.value : String(extended.value).toLowerCase();
  return {
    type: type === '$date' ? 'date' : 'string',
    text: json instanceof JsonNumber ? json.text : json,
    json: new Map<string, Json>([[type, json]]),
  };
}

function badType(problem: string) {
  return refused('DOCUMENT', 'SHRED_BAD_DOCID_TYPE', `Bad type for '_id' field: ${problem}.`);
}
