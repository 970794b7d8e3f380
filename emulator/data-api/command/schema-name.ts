import { refused } from './errors.ts';

const MAX_LENGTHS: Readonly<Record<string, number>> = { Index: 100 };

/**
 * The name of something new.
 *
 * @param kind - as messages call it, such as `Keyspace`
 * @throws CommandFailure - for what is missing, too long, or has other signs than letters, digits and underscores
 */
export function checkSchemaName(kind: string, name: string | undefined): string {
  const maxLength = MAX_LENGTHS[kind] ?? 48;
  if (name !== undefined && /^[A-Za-z0-9_]+$/.test(name) && name.length <= maxLength) return name;
  const message = `The command attempted to create a ${kind} with a name that is not supported.\n\nThe supported ${kind} names must not be empty, more than ${maxLength} characters long, or contain non-alphanumeric-underscore characters.\nThe command used the unsupported ${kind} name: '${name ?? ''}'.\n\nResend the command using a supported ${kind} name.`;
  throw refused('SCHEMA', 'UNSUPPORTED_SCHEMA_NAME', message, 'The used schema name is not supported');
}
