/** The DevOps API v2: finds the operation, checks the token and its permissions, and answers errors. */

import type { Incoming } from '../core/request-target.ts';
import { empty, type Reply } from '../core/service.ts';
import { secureBundleOperations } from './bundle/secure-bundle.ts';
import { databaseOperations } from './databases/database-operations.ts';
import { datacenterOperations } from './databases/datacenter-operations.ts';
import { keyspaceOperations } from './databases/keyspace-operations.ts';
import { regionOperations } from './databases/region-operations.ts';
import { statusOperations } from './databases/status-operations.ts';
import { accessListOperations } from './organization/access-list-operations.ts';
import { roleOperations } from './organization/role-operations.ts';
import { tokenOperations } from './organization/token-operations.ts';
import { userOperations } from './organization/user-operations.ts';
import { ERROR_IDS } from './shared/assumptions.ts';
import { authenticate } from './shared/bearer.ts';
import { DevopsError, devopsBadRequest, devopsNotFound } from './shared/devops-error.ts';
import type { DevopsCall, DevopsContext, Operation } from './shared/operation.ts';
import type { Directory } from './state/directory.ts';

export type DevopsService = (incoming: Incoming) => Promise<Reply>;

const OPERATIONS: readonly Operation[] = [
  ...databaseOperations,
  ...keyspaceOperations,
  ...secureBundleOperations,
  ...statusOperations,
  ...accessListOperations,
  ...datacenterOperations,
  ...regionOperations,
  ...tokenOperations,
  ...roleOperations,
  ...userOperations,
];

export function createDevopsService(context: DevopsContext): DevopsService {
  return async (incoming) => {
    try {
      return await answer(context, incoming);
    } catch (error) {
      if (error instanceof DevopsError) return error.toReply();
      throw error;
    }
  };
}

async function answer(context: DevopsContext, incoming: Incoming): Promise<Reply> {
  const method = incoming.method === 'HEAD' ? 'GET' : incoming.method;
  const candidates = OPERATIONS.map((operation) => ({
    operation,
    parameters: match(operation.path, incoming.target.path),
  })).filter(({ parameters }) => parameters !== undefined);
  const found = candidates.find(({ operation }) => operation.method === method);
  const isOpen = found?.operation.action === null;
  const caller = isOpen
    ? undefined
    : authenticate(incoming.headers.get('authorization'), context.tokens, context.now());
  if (!found?.parameters)
    return refuse(
      incoming,
      candidates.map(({ operation }) => operation.method),
    );
  const { operation, parameters } = found;
  if (caller && !isAllowed(context.directory, caller.roles, operation)) throw denied(operation);
  const text = await incoming.body();
  return operation.run({
    ...context,
    parameters,
    query: new URLSearchParams(incoming.target.search),
    origin: incoming.origin,
    caller: caller ?? { orgId: '', roles: [] },
    body: () => parseBody(text),
  } satisfies DevopsCall);
}

/** Whether a role of the caller allows an operation. Unknown roles allow nothing. */
function isAllowed(directory: Directory, roleIds: readonly string[], { action }: Operation): boolean {
  if (action === 'any' || action === null) return true;
  return roleIds.some((id) => directory.role(id)?.policy.actions.includes(action));
}

function refuse({ target, method }: Incoming, allowed: readonly string[]): Reply {
  if (allowed.length === 0) throw devopsNotFound(target.path);
  const allow = allowed.join(', ');
  if (method === 'OPTIONS') return empty(204, { allow });
  const error = new DevopsError(405, { id: ERROR_IDS.methodNotAllowed, message: `${method} is not allowed` });
  const { headers, ...reply } = error.toReply();
  return { ...reply, headers: { ...headers, allow } };
}

/** The values of the names in braces; `undefined` when the path does not match. */
function match(pattern: string, path: string): Record<string, string> | undefined {
  const names = pattern.split('/');
  const segments = path.replace(/\/$/, '').split('/');
  if (names.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? '';
    if (!name.startsWith('{')) {
      if (name !== segment) return undefined;
    } else {
      const value = decode(segment);
      if (!value) return undefined;
      parameters[name.slice(1, -1)] = value;
    }
  }
  return parameters;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function denied({ action, deniedStatus = 401 }: Operation): DevopsError {
  const id = deniedStatus === 401 ? ERROR_IDS.missingPermission : ERROR_IDS.forbidden;
  return new DevopsError(deniedStatus, { id, message: `missing permission ${action}` });
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw devopsBadRequest('the body is not JSON');
  }
}
