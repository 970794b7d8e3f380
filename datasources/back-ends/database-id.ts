/** Which database is meant. Absent and `default` are the default one. */
import { InputError } from '../source/errors.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id becomes part of a path and of a host: nothing but a UUID goes there. */
export function toDatabaseId(input: string | null | undefined, byDefault: string): string {
  if (input === null || input === undefined || input === 'default') return byDefault;
  const id = input.toLowerCase();
  if (UUID.test(id)) return id;
  throw new InputError(`"${input}" is not the id of a database. Send the UUID that Astra gave it, or leave it out.`);
}

export function toConfiguredName(input: string | null | undefined, names: readonly string[]): string {
  const name = input === null || input === undefined || input === 'default' ? names[0] : input;
  if (name !== undefined && names.includes(name)) return name;
  throw unknownDatabase(String(input), names);
}

export function unknownDatabase(name: string, names: readonly string[]): InputError {
  return new InputError(`There is no database "${name}". Configured are: ${names.join(', ')}.`);
}
