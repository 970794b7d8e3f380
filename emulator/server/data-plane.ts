/** Calls to the data APIs: finds the database, resumes it if it hibernates, requires a token, calls the service. */

import { checkHeaders, checkRequestLine } from '../core/http-limits.ts';
import type { Incoming, Target } from '../core/request-target.ts';
import { backendError, type Call, json, Query, type Reply, type Service, ServiceError } from '../core/service.ts';
import { writeIfPossible } from '../core/store-failure.ts';
import type { Tokens } from '../core/tokens.ts';
import { PROXY_MESSAGES } from '../devops/shared/assumptions.ts';
import type { Status } from '../devops/state/database-record.ts';
import { TRANSITIONS } from '../devops/state/lifecycle.ts';
import type { RegisteredDatabase, Registry } from '../devops/state/registry.ts';

export interface DataPlane {
  readonly registry: Registry;
  /** Of calls that name none. */
  readonly defaultDatabase: NonNullable<Target['database']>;
  readonly tokens: Tokens;
  readonly now: () => number;
  readonly services: Readonly<Record<'auth' | 'rest' | 'document' | 'data' | 'status', Service>>;
}

const TOKEN_HEADER = 'x-cassandra-token';
const USE_INTERVAL_MS = 60_000;
const SERVING: readonly Status[] = ['ACTIVE', 'MAINTENANCE', 'RESIZING'];
const GONE: readonly Status[] = ['TERMINATING', 'TERMINATED'];

export async function answerDataCall(plane: DataPlane, incoming: Incoming): Promise<Reply> {
  const { method, target, headers } = incoming;
  const refusal = checkRequestLine(method, target.path, target.search) ?? checkHeaders(headers);
  if (refusal) return refusal;
  const entry = findDatabase(plane.registry, target);
  if (!entry) return json(404, { message: PROXY_MESSAGES.unknownDatabase });
  const token = (target.api === 'data' ? headers.get('token') : null) ?? headers.get(TOKEN_HEADER);
  if (target.api !== 'data' && target.path.startsWith('/v2') && token === null) return missingToken().toReply();
  const notServing = refuseUnlessServing(plane.registry, entry, token !== null);
  if (notServing) return notServing;
  if (target.api !== 'status') recordUse(plane, entry);
  try {
    return await serviceFor(plane, target)(toCall(plane, incoming, entry, token));
  } catch (error) {
    if (error instanceof ServiceError) return error.toReply();
    throw error;
  }
}

/** A database answers in each of its regions. */
function findDatabase(registry: Registry, { database }: Target): RegisteredDatabase | undefined {
  const entry = database && registry.find(database.id);
  const isHere = entry?.record.datacenters.some(
    ({ region, isTerminated }) => !isTerminated && region === database?.region,
  );
  return isHere && entry && !GONE.includes(entry.record.status) ? entry : undefined;
}

/** The answer of a database that does not serve. Any call with a token resumes a hibernated database. */
function refuseUnlessServing(registry: Registry, { record }: RegisteredDatabase, hasToken: boolean): Reply | undefined {
  if (SERVING.includes(record.status)) return undefined;
  if (record.status === 'HIBERNATED' && hasToken) registry.startTransition(record.id, TRANSITIONS.resume);
  const isResuming = record.status === 'HIBERNATED' || record.status === 'RESUMING';
  const message = isResuming ? PROXY_MESSAGES.resuming : PROXY_MESSAGES.notActive(record.status);
  return json(503, { message });
}

/** Updates `lastUsageTime` at most once a minute, so that reads cost no write. */
function recordUse({ registry, now }: DataPlane, { record }: RegisteredDatabase): void {
  const lastUsedAtMs = now();
  if (lastUsedAtMs - record.lastUsedAtMs < USE_INTERVAL_MS) return;
  writeIfPossible(() => registry.change(record.id, { lastUsedAtMs }));
}

function serviceFor({ services }: DataPlane, { api }: Target): Service {
  return api === 'unknown' || api === 'index' || api === 'control' || api === 'devops' ? services.rest : services[api];
}

function toCall(
  { tokens }: DataPlane,
  incoming: Incoming,
  { database }: RegisteredDatabase,
  token: string | null,
): Call {
  const { target } = incoming;
  return {
    // The real services answer HEAD like GET; the dispatcher drops the body.
    method: incoming.method === 'HEAD' ? 'GET' : incoming.method,
    path: target.path,
    query: new Query(new URLSearchParams(target.search)),
    headers: incoming.headers,
    baseUrl: incoming.origin + target.basePath,
    database,
    body: incoming.body,
    authorize() {
      const isValid = token !== null && tokens.isValidFor(token, database.id);
      if (!isValid) throw backendError('UNAUTHENTICATED', 'Invalid token');
    },
  };
}

function missingToken(): ServiceError {
  const reason = 'Missing token, expecting one in the X-Cassandra-Token header.';
  return new ServiceError(401, `Role unauthorized for operation: ${reason}`);
}
