/** Extended JSON: objects of one member whose name begins with `$`. */
import { type Json, JsonNumber } from '../../../shared/json.ts';

export interface Extended {
  readonly type: string;
  readonly value: Json;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const OBJECT_ID = /^[0-9a-f]{24}$/i;
const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

const TYPES: Readonly<Record<string, { readonly rule: string; isValid(value: Json): boolean }>> = {
  $date: { rule: 'an epoch timestamp', isValid: isEpoch },
  $uuid: { rule: '36-character UUID String', isValid: (value) => typeof value === 'string' && UUID.test(value) },
  $objectId: {
    rule: '24-digit hexadecimal ObjectId',
    isValid: (value) => typeof value === 'string' && OBJECT_ID.test(value),
  },
  $binary: { rule: 'Base64-encoded String', isValid: (value) => typeof value === 'string' && BASE64.test(value) },
};

/** What looks like extended JSON, of a known type or not. */
export function extendedOf(value: Json): Extended | undefined {
  if (!(value instanceof Map) || value.size !== 1) return undefined;
  const [member] = value;
  return member?.[0].startsWith('$') ? { type: member[0], value: member[1] } : undefined;
}

export function isKnownType(type: string): boolean {
  return Object.hasOwn(TYPES, type);
}

/** What a value of a known type has to be, in words; `undefined` when it is that. */
export function extendedProblem({ type, value }: Extended): string | undefined {
  const known = isKnownType(type) ? TYPES[type] : undefined;
  return known?.isValid(value) ? undefined : `'${type}' value has to be ${known?.rule ?? 'of a known type'}`;
}

function isEpoch(value: Json): boolean {
  if (!(value instanceof JsonNumber) || !value.isInteger) return false;
  const epoch = BigInt(value.text);
  return BigInt.asIntN(64, epoch) === epoch;
}
