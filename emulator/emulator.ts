/** The emulator: the DevOps, auth, REST and Document APIs on an embedded store, as a function from Request to Response. */
import { createAuthService } from './auth.ts';
import { answerDataCall, type DataPlane, type Incoming } from './data-plane.ts';
import { DEFAULT_DATABASE_ID, defaultDatabase, ORGANIZATION_ID } from './devops/default-database.ts';
import type { StatusDelays } from './devops/lifecycle.ts';
import { createPasswordCheck } from './devops/password-check.ts';
import { openRegistry, type Registry } from './devops/registry.ts';
import { ADMINISTRATOR_ROLE } from './devops/roles.ts';
import { createDevopsService, type DevopsService } from './devops/service.ts';
import { documentService } from './document/service.ts';
import { answerWithFault, createFaults, type FaultRule, type Faults } from './faults.ts';
import { indexPage } from './index-page.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import { createRequestLog, harmlessHeaders, type RequestLog } from './request-log.ts';
import { restService } from './rest/rest.ts';
import { empty, json } from './service.ts';
import { openStore } from './store.ts';
import { toTarget } from './target.ts';
import { openTokens } from './tokens.ts';

export interface EmulatorOptions {
  /** Where the data is kept; in memory when there is none. */
  readonly folder?: string;
  /** Who may sign in at the auth service; default cassandra / cassandra. */
  readonly user?: string;
  readonly password?: string;
  /** How long a token of the auth service lives after its last use; default 1800. */
  readonly tokenLifetimeSeconds?: number;
  /** How long databases stay in statuses that pass, in milliseconds; default: a second or so. */
  readonly delaysMs?: StatusDelays;
  readonly faults?: readonly FaultRule[];
  /** How many requests are remembered; default 0, none. */
  readonly loggedRequests?: number;
  /** The time in milliseconds; default the clock of the machine. */
  readonly now?: () => number;
}

export interface FetchDetails {
  /** The target as it stood in the request line: a `Request` holds a URL, which has been tidied up. */
  readonly target?: string;
}

export interface Emulator {
  /** Answers a request. Rejects with `ConnectionCut` where a server would close the connection. */
  fetch(request: Request, details?: FetchDetails): Promise<Response>;
  /** Serves the DevOps API and the data of every database; the same after each start. */
  readonly applicationToken: string;
  readonly defaultDatabaseId: string;
  readonly databases: Registry;
  readonly faults: Faults;
  readonly requests: RequestLog;
  close(): Promise<void>;
}

/** Opens the store; at the first start makes the default database and the development token. */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { user = 'cassandra', password = 'cassandra', tokenLifetimeSeconds = 1800, now = Date.now } = options;
  const store = openStore(options.folder);
  const tokens = openTokens(store, tokenLifetimeSeconds, now);
  const databases = openRegistry(store, options.delaysMs ?? {}, now);
  if (!databases.find(DEFAULT_DATABASE_ID)) databases.add(defaultDatabase(now()));
  const applicationToken = tokens.developmentToken(() =>
    tokens.createApplication({
      orgId: ORGANIZATION_ID,
      roles: [ADMINISTRATOR_ROLE],
      description: 'Development token of the emulator',
      expiresAtMs: undefined,
    }),
  );
  const faults = createFaults(options.faults);
  const requests = createRequestLog(options.loggedRequests ?? 0);
  const checkPassword = createPasswordCheck({ user, password, registry: databases, tokens });
  const services = {
    auth: createAuthService(tokens, checkPassword),
    rest: restService,
    document: documentService,
  };
  const planes: Planes = {
    data: { registry: databases, tokens, services },
    devops: createDevopsService({ registry: databases, tokens, now }),
    applicationToken,
  };
  return {
    fetch: (request, details = {}) => answer(planes, faults, requests, request, details),
    applicationToken,
    defaultDatabaseId: DEFAULT_DATABASE_ID,
    databases,
    faults,
    requests,
    close: () => store.close(),
  };
}

interface Planes {
  readonly data: DataPlane;
  readonly devops: DevopsService;
  readonly applicationToken: string;
}

async function answer(
  planes: Planes,
  faults: Faults,
  requests: RequestLog,
  request: Request,
  details: FetchDetails,
): Promise<Response> {
  const url = new URL(request.url);
  const target = toTarget(details.target ?? url.pathname + url.search);
  const body = request.body ? await request.text() : '';
  const incoming: Incoming = {
    method: request.method,
    target,
    headers: request.headers,
    origin: url.origin,
    body: async () => body,
  };
  const behindBase = target.search === '' ? target.path : `${target.path}?${target.search}`;
  const entry = {
    api: target.api,
    method: request.method,
    target: behindBase,
    databaseId: target.database?.id,
    headers: harmlessHeaders(request.headers),
    bodyBytes: Buffer.byteLength(body),
    status: undefined as number | undefined,
  };
  requests.add(entry);
  const rule = faults.take(entry);
  const proceed = () => dispatch(planes, incoming, entry.bodyBytes);
  const response = await (rule ? answerWithFault(rule, proceed, request.signal) : proceed());
  entry.status = response.status;
  return request.method === 'HEAD' ? new Response(null, response) : response;
}

async function dispatch(planes: Planes, incoming: Incoming, bodyBytes: number): Promise<Response> {
  const { target, method } = incoming;
  if (bodyBytes > MAX_BODY_BYTES) return empty(413);
  if (target.database) return answerDataCall(planes.data, incoming);
  if (target.api === 'devops') return planes.devops(incoming);
  if (target.api === 'index' && (method === 'GET' || method === 'HEAD')) {
    return indexPage(incoming.origin, planes.data.registry, planes.applicationToken);
  }
  return json(404, { message: 'Not found. GET / tells what is here.' });
}
