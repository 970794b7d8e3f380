/** Signs in with a service account (DevOps API v2, `POST /v2/authenticateServiceAccount`). */
import { UpstreamError } from '../errors.ts';
import { textOf } from '../json-fields.ts';
import { throwUnlessOk } from '../response-errors.ts';
import type { DevopsClient } from './client.ts';

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
    isIdempotent: false,
  });
  throwUnlessOk(answer);
  const token = textOf(answer.plainJson(), 'token')?.replace(/^Bearer\s+/i, '');
  if (!token) throw new UpstreamError('The DevOps API answered without a token.');
  return token;
}
