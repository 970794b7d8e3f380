/** Signs in (Stargate auth API, `POST /v1/auth`). */
import { UpstreamError } from '../errors.ts';
import { textOf } from '../json-fields.ts';
import { throwUnlessOk } from '../response-errors.ts';
import type { StargateConnection } from './connection.ts';

export async function createAuthToken(
  connection: StargateConnection,
  databaseId: string,
  username: string,
  password: string,
): Promise<string> {
  const answer = await connection.send(databaseId, {
    api: 'auth',
    method: 'POST',
    route: '/v1/auth',
    body: JSON.stringify({ username, password }),
    isAnonymous: true,
    isIdempotent: false,
  });
  throwUnlessOk(answer);
  const token = textOf(answer.plainJson(), 'authToken');
  if (token === null) throw new UpstreamError('The auth API answered without a token.');
  return token;
}
