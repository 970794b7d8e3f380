import { InputError } from '../source/errors.ts';

/**
 * Checks the name of a new keyspace, table, column, type, index, namespace or collection. A table name of more than some 220
 * characters leaves a real Cassandra unable to change its schema until it is started anew, so nothing doubtful is sent.
 *
 * @param what - such as `table`
 * @throws InputError
 */
export function checkNewName(what: string, name: string): void {
  if (/^\w{1,48}$/.test(name)) return;
  const fault = name === '' ? 'is empty' : name.length > 48 ? `has ${name.length} characters` : 'has other characters';
  throw new InputError(
    `The ${what} name ${JSON.stringify(name.slice(0, 100))} ${fault}. Use 1 to 48 letters, digits and underscores.`,
  );
}
