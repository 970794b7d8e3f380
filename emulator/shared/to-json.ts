import { type Json, JsonNumber } from './json.ts';

/** Converts plain data of the emulator to `Json`. */
export function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'bigint') return new JsonNumber(String(value));
  if (typeof value === 'boolean' || typeof value === 'string' || value instanceof JsonNumber) return value;
  if (Array.isArray(value)) return value.map(toJson);
  const members = value instanceof Map ? [...value] : Object.entries(value as object);
  return new Map(
    members.filter(([, member]) => member !== undefined).map(([name, member]) => [name as string, toJson(member)]),
  );
}
