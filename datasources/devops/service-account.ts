/** Signs in with a service account (DevOps API v2, `POST /v2/authenticateServiceAccount`). */
import { plain } from '../http/body.ts';
import { contentOf } from '../http/response-errors.ts';
import { object, shape } from '../json/shape.ts';
import type { DevopsClient } from './client.ts';

const BEARER = /^Bearer\s+/i;
const token = shape(
  'a token',
  (value): value is string => typeof value === 'string' && /^\S+$/.test(value.replace(BEARER, '')),
);

/** The token without the word `Bearer`, which upstream may put before it. */
export async function authenticateServiceAccount(
  devops: DevopsClient,
  clientId: string,
  clientName: string,
  clientSecret: string,
): Promise<string> {
  const answer = await devops.send({
    method: 'POST',
    route: '/v2/authenticateServiceAccount',
    body: JSON.stringify({ clientId, clientName, clientSecret }),
    isAnonymous: true,
    effect: 'write',
    expect: { 200: plain(object({ token })) },
  });
  return contentOf(answer).token.replace(BEARER, '');
}
