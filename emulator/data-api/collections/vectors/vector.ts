/** Vectors as they are sent: lists of numbers, or the bytes of floats in Base64. */
import { type Json, JsonNumber, printJson } from '../../../shared/json.ts';
import { type CommandFailure, failed, refused } from '../../command/errors.ts';
import { kindOf } from '../../command/fields.ts';
import { extendedOf, extendedProblem } from '../values/extended.ts';

/** Numbers that floats can hold, or infinite ones for those that are too great. */
export type Vector = readonly number[];

const FLOAT_BYTES = 4;

/** @throws CommandFailure - for an empty list, and for one of something else than numbers */
export function listVector(list: readonly Json[]): Vector {
  if (list.length === 0)
    throw refused('DOCUMENT', 'SHRED_BAD_VECTOR_SIZE', 'Bad $vector value: cannot be empty Array.');
  return list.map((item) => {
    if (item instanceof JsonNumber) return Math.fround(Number(item.text));
    const problem = `needs to be an array containing only Numbers but has a ${kindOf(item)} value (${printJson(item)})`;
    throw refused('DOCUMENT', 'SHRED_BAD_VECTOR_VALUE', `Bad $vector value: ${problem}.`);
  });
}

/** `undefined` for what is no Base64, or no whole number of floats. */
export function binaryVector(base64: string): Vector | undefined {
  const bytes = Buffer.from(base64, 'base64');
  const isValid = !extendedProblem({ type: '$binary', value: base64 }) && bytes.length % FLOAT_BYTES === 0;
  if (!isValid) return undefined;
  return Array.from({ length: bytes.length / FLOAT_BYTES }, (_, at) => bytes.readFloatBE(at * FLOAT_BYTES));
}

/** The `$vector` of a document; `undefined` for null. @throws CommandFailure - for what is no vector */
export function documentVector(value: Json): Vector | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) return listVector(value);
  if (!(value instanceof Map)) {
    throw badType(`JSON '${kindOf(value)}'s not supported: only JSON Arrays and Objects are`);
  }
  const [name] = value.keys();
  if (name === undefined) throw failed('', 'UNEXPECTED_SERVER_ERROR', 'Error Class: NoSuchElementException');
  const extended = extendedOf(value);
  if (extended?.type !== '$binary') {
    throw badType(`the key for the $vector Object must be '$binary', not '${name}'`);
  }
  const vector = typeof extended.value === 'string' ? binaryVector(extended.value) : undefined;
  if (vector) return vector;
  const message = `Bad binary vector value to shred: ${printJson(value)} holds no floats in Base64.`;
  throw refused('DOCUMENT', 'SHRED_BAD_BINARY_VECTOR_VALUE', message);
}

export function checkDimension(dimension: number, vector: Vector): void {
  if (vector.length === dimension) return;
  const message = `The command attempted to update or find using \`$vector\`, using a vector of length ${vector.length} where the collection has ${dimension}.`;
  throw refused('DOCUMENT', 'INVALID_VECTOR_LENGTH', message);
}

function badType(problem: string): CommandFailure {
  return refused('DOCUMENT', 'SHRED_BAD_DOCUMENT_VECTOR_TYPE', `Bad $vector value to shred: ${problem}.`);
}
