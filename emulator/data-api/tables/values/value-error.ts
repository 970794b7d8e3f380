/** Why a value cannot be one of a column; rows that fail in the same words share one error. */
import { type Json, JsonNumber } from '../../../shared/json.ts';
import { kindOf } from '../../command/fields.ts';

export class ValueError extends Error {
  override readonly name = 'ValueError';
}

/** The kind of JSON is none that the type is written in; inside containers more is said. */
export class KindError extends ValueError {
  constructor() {
    super('the type is not written in this kind of JSON');
  }
}

/** As the server tells kinds apart: by how numbers are written, and extended JSON from other objects. */
export function detailedKind(value: Json): string {
  if (value instanceof JsonNumber) return value.isInteger ? 'whole Number' : 'Number with fraction or exponent';
  const [member] = value instanceof Map && value.size === 1 ? value.keys() : [];
  return member?.startsWith('$') ? member : kindOf(value);
}
