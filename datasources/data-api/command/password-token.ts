/** Signs in at a self-hosted Data API, where a token is a name and a password (Data API contract, transport). */
import { arrayOf, object, text } from '../../json/shape.ts';
import { ForbiddenError, InputError } from '../../source/errors.ts';
import type { DataApiConnection } from './connection.ts';

const reply = object({ status: object({ keyspaces: arrayOf(text) }) });

/**
 * Makes a token of a name and a password, and proves it by a cheap command.
 *
 * @throws InputError - for an empty name or password, of which no token can be made
 * @throws UnauthenticatedError - where they are not correct
 */
export async function createPasswordToken(
  connection: DataApiConnection,
  databaseId: string,
  username: string,
  password: string,
): Promise<string> {
  if (username === '' || password === '') {
    throw new InputError(
      `"${username === '' ? 'username' : 'password'}" is empty. Give both the name and the password.`,
    );
  }
  const token = `Cassandra:${toBase64(username)}:${toBase64(password)}`;
  const command = { name: 'findKeyspaces', effect: 'read', reply, isAnonymous: true } as const;
  try {
    await connection.run({ databaseId }, { ...command, credentials: { data: token } });
  } catch (error) {
    // Whoever may not list keyspaces has signed in all the same.
    if (!(error instanceof ForbiddenError)) throw error;
  }
  return token;
}

function toBase64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
