/** Vectors: a list of numbers, or the bytes of floats in Base64. */
import { float } from '../../../cql/types/codec-number.ts';
import { type Json, JsonNumber, printJson } from '../../../shared/json.ts';
import { KindError, ValueError } from './value-error.ts';
import { wrapperOf } from './wrapper.ts';

const FLOAT_BYTES = 4;

/** @throws ValueError */
export function vectorValue(dimension: number, value: Json): Uint8Array {
  const wrapper = wrapperOf(value);
  if (wrapper?.type === '$binary') {
    if (wrapper.bytes.length % FLOAT_BYTES !== 0)
      throw new ValueError(`${wrapper.bytes.length} bytes are no whole number of floats`);
    checkLength(dimension, wrapper.bytes.length / FLOAT_BYTES);
    return wrapper.bytes;
  }
  if (!Array.isArray(value) || value.some((item) => Array.isArray(item) || item instanceof Map)) throw new KindError();
  checkLength(dimension, value.length);
  const floats = value.map((item, index) => {
    if (item instanceof JsonNumber) return float.fromJson(item, { compactMaps: true });
    throw new ValueError(`the element ${index} of a vector is a number, not ${printJson(item)}`);
  });
  return Buffer.concat(floats);
}

function checkLength(dimension: number, length: number): void {
  if (length !== dimension) throw new ValueError(`the vector has ${dimension} numbers, not ${length}`);
}
