/** Jackson's messages for valid JSON that does not match the Java class it is read into. */
import { type Json, JsonNumber } from '../shared/json.ts';
import { locationText } from '../shared/json-error.ts';

/** A value other than an object at the beginning of a text. */
export function notAnObject(value: Json, javaClass: string, text: string): string {
  return `${mismatch(value, javaClass)}\n at ${locationText(text, text.search(/\S/))}`;
}

/** The message without the location. */
export function mismatch(value: Json, javaClass: string): string {
  if (typeof value === 'string') {
    const bare = javaClass.replace(/<.*/, '');
    if (javaClass.startsWith('java.util.ArrayList')) return deserializing(value, javaClass);
    return `Cannot construct instance of \`${bare}\` (although at least one Creator exists): no String-argument constructor/factory method to deserialize from String value ('${value}')`;
  }
  return deserializing(value, javaClass);
}

function deserializing(value: Json, javaClass: string): string {
  const [kind, token] = kindOf(value);
  return `Cannot deserialize value of type \`${javaClass}\` from ${kind} value (token \`JsonToken.${token}\`)`;
}

function kindOf(value: Json): readonly [kind: string, token: string] {
  if (typeof value === 'string') return ['String', 'VALUE_STRING'];
  if (typeof value === 'boolean') return ['Boolean', `VALUE_${String(value).toUpperCase()}`];
  if (value instanceof JsonNumber) {
    return value.isInteger ? ['Integer', 'VALUE_NUMBER_INT'] : ['Floating-point', 'VALUE_NUMBER_FLOAT'];
  }
  if (Array.isArray(value)) return ['Array', 'START_ARRAY'];
  return value === null ? ['Null', 'VALUE_NULL'] : ['Object', 'START_OBJECT'];
}
