/** Creates, lists and deletes application tokens, and authenticates service accounts (DevOps API section 2). */
import { json, type Reply } from '../../core/service.ts';
import type { Application, NewApplication } from '../../core/tokens.ts';
import { EMPTY_ANSWER, ERROR_IDS, SERVICE_ACCOUNT_TOKEN_PREFIX } from '../shared/assumptions.ts';
import { toServiceAccountToken } from '../shared/bearer.ts';
import { optionalText, requiredText, requiredTexts, toMembers } from '../shared/body.ts';
import { DevopsError, devopsBadRequest, devopsNotFound } from '../shared/devops-error.ts';
import type { DevopsCall, Operation } from '../shared/operation.ts';

const write = { action: 'org-token-write', deniedStatus: 403 } as const;
const read = { action: 'org-token-read', deniedStatus: 403 } as const;

export const tokenOperations: readonly Operation[] = [
  { method: 'POST', path: '/v2/authenticateServiceAccount', action: null, run: authenticateServiceAccount },
  { method: 'POST', path: '/v2/tokens', ...write, run: createToken },
  { method: 'GET', path: '/v2/tokens', ...read, run: listTokens },
  { method: 'DELETE', path: '/v2/tokens', ...write, run: deleteToken },
  { method: 'DELETE', path: '/v2/tokens/{clientId}', ...write, run: deleteToken },
  { method: 'POST', path: '/v2/clientIdSecrets', ...write, run: createToken },
  { method: 'GET', path: '/v2/clientIdSecrets', ...read, run: listTokens },
  { method: 'DELETE', path: '/v2/clientIdSecrets/{clientId}', ...write, run: deleteToken },
  // The spelling of one published contract and its clients.
  { method: 'DELETE', path: '/v2/clientIdSecret/{clientId}', ...write, run: deleteToken },
];

function authenticateServiceAccount({ tokens, body, now }: DevopsCall): Reply {
  const members = toMembers(body());
  requiredText(members, 'clientName');
  const application = tokens.applicationOf(requiredText(members, 'clientId'), requiredText(members, 'clientSecret'));
  if (!application) throw new DevopsError(401, { id: ERROR_IDS.unknownToken, message: 'unknown service account' });
  return json(200, { token: SERVICE_ACCOUNT_TOKEN_PREFIX + toServiceAccountToken(application, now()) });
}

/** 200, not 201. Only this answer contains the secret. */
function createToken({ tokens, body, caller }: DevopsCall): Reply {
  const members = toMembers(body());
  const roles = requiredTexts(members, 'roles');
  if (roles.length === 0) throw devopsBadRequest('roles is empty');
  const made = tokens.createApplication({
    roles,
    orgId: optionalText(members, 'orgId') || caller.orgId,
    description: optionalText(members, 'description') ?? '',
    expiresAtMs: toTimeMs(optionalText(members, 'tokenExpiry')),
  });
  return json(200, toGeneratedView(made));
}

function listTokens({ tokens }: DevopsCall): Reply {
  return json(200, { clients: tokens.applications().map(toListedView) });
}

/** The client id is in the path, or in the query of the path without it. */
function deleteToken({ tokens, parameters, query }: DevopsCall): Reply {
  const clientId = parameters.clientId ?? query.get('clientId') ?? '';
  if (!clientId) throw devopsBadRequest('clientId is missing');
  if (!tokens.removeApplication(clientId)) throw devopsNotFound(`client ${clientId}`);
  return json(200, EMPTY_ANSWER);
}

function toTimeMs(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const timeMs = Date.parse(text);
  if (Number.isNaN(timeMs)) throw devopsBadRequest(`tokenExpiry "${text}" is not a time`);
  return timeMs;
}

function toGeneratedView({ application, secret, token }: NewApplication): unknown {
  const { clientId, roles, generatedOn, description, tokenExpiry } = toListedView(application);
  return { clientId, secret, orgId: application.orgId, roles, token, generatedOn, tokenExpiry, description };
}

function toListedView({ clientId, roles, generatedOnMs, description, expiresAtMs }: Application) {
  return {
    clientId,
    roles,
    generatedOn: toNanoseconds(generatedOnMs),
    description,
    tokenExpiry: expiresAtMs === undefined ? null : new Date(expiresAtMs).toISOString(),
  };
}

/** Times of tokens have nine fractional digits. */
function toNanoseconds(timeMs: number): string {
  return new Date(timeMs).toISOString().replace('Z', '000000Z');
}
