/** Signs in (Stargate auth API, `POST /v1/auth`). */
import { plain } from '../http/body.ts';
import { contentOf } from '../http/response-errors.ts';
import { name, object } from '../json/shape.ts';
import type { StargateConnection } from './shared/connection.ts';

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
    effect: 'write',
    expect: { 201: plain(object({ authToken: name })) },
  });
  return contentOf(answer).authToken;
}
