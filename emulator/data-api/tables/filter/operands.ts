/** Values in filters. Extended JSON counts as text there, but for bytes that a column is compared with directly. */
import { type Json, JsonNumber } from '../../../shared/json.ts';
import { type Extended, extendedOf, extendedProblem, isKnownType } from '../../collections/values/extended.ts';
import { refused } from '../../command/errors.ts';
import { invalidExpression } from './refusals.ts';

/** What no column can be compared with. */
export type Strange = { readonly strange: 'date' | 'null' | 'list' | 'object' };

export type Value = string | boolean | JsonNumber | Strange;

/** What an operator is given. @throws CommandFailure - for extended JSON that is none */
export function operandOf(value: Json): Value {
  if (value === null) return { strange: 'null' };
  if (Array.isArray(value)) return { strange: 'list' };
  if (!(value instanceof Map)) return value;
  const extended = extendedOf(value);
  if (!extended) return { strange: 'object' };
  if (!isKnownType(extended.type)) throw invalidExpression(`'${extended.type}' cannot be used here`);
  if (extended.type === '$date') return dateOf(extended);
  return extendedText(extended);
}

/** The elements of what `$in` and the like are given; those that no column can be compared with stay what they are. */
export function listOperands(values: readonly Json[]): Json[] {
  return values.map((value) => {
    if (Array.isArray(value)) return listOperands(value);
    const operand = operandOf(value);
    return isStrange(operand) ? value : operand;
  });
}

export function isStrange(value: Value | { readonly bytes: Uint8Array }): value is Strange {
  return typeof value === 'object' && !(value instanceof JsonNumber) && 'strange' in value;
}

/** Extended JSON that a column itself is given. */
export function directOperand(extended: Extended): Value | { readonly bytes: Uint8Array } {
  if (extended.type === '$date') return dateOf(extended);
  const text = extendedText(extended);
  return extended.type === '$binary' ? { bytes: Buffer.from(String(extended.value), 'base64') } : text;
}

function dateOf({ value }: Extended): Strange {
  if (value instanceof JsonNumber && value.isInteger) return { strange: 'date' };
  throw invalidExpression('$date needs whole milliseconds since 1970');
}

/** Bytes count as a text that is no value of any column. */
function extendedText(extended: Extended): string {
  const problem = extendedProblem(extended);
  if (problem) throw refused('DOCUMENT', 'SHRED_BAD_EJSON_VALUE', `${problem}.\n\nSend it in that form.`);
  return extended.type === '$binary' ? '[bytes]' : String(extended.value);
}
