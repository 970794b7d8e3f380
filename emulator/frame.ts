/** From a request to the API that it is for, with what all APIs share: the log, faults, the limit of bodies, HEAD. */
import { answerDataCall, type DataPlane, type Incoming } from './data-plane.ts';
import type { DevopsService } from './devops/service.ts';
import { answerWithFault, ConnectionCut, type Faults } from './faults.ts';
import { indexPage } from './index-page.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import { harmlessHeaders, type LoggedRequest, type RequestLog } from './request-log.ts';
import { empty, json } from './service.ts';
import { toTarget } from './target.ts';

export interface FetchDetails {
  /** The target as it stood in the request line: a `Request` holds a URL, which has been tidied up. */
  readonly target?: string;
}

export interface FrameParts {
  readonly data: DataPlane;
  readonly devops: DevopsService;
  readonly applicationToken: string;
  readonly faults: Faults;
  readonly requests: RequestLog;
}

export type Frame = (request: Request, details?: FetchDetails) => Promise<Response>;

export function createFrame(parts: FrameParts): Frame {
  return async (request, { target } = {}) => {
    const url = new URL(request.url);
    const body = request.body ? Buffer.from(await request.arrayBuffer()) : Buffer.alloc(0);
    const incoming: Incoming = {
      method: request.method,
      target: toTarget(target ?? url.pathname + url.search),
      headers: request.headers,
      origin: url.origin,
      body: async () => body.toString(),
    };
    const logged = toLogged(incoming, body.length);
    parts.requests.add(logged);
    const response = await respond(parts, incoming, logged, request.signal);
    logged.status = response.status;
    return request.method === 'HEAD' ? new Response(null, response) : response;
  };
}

async function respond(
  parts: FrameParts,
  incoming: Incoming,
  logged: LoggedRequest,
  signal: AbortSignal,
): Promise<Response> {
  const proceed = () => dispatch(parts, incoming, logged.bodyBytes);
  const rule = parts.faults.take(logged);
  try {
    return rule ? await answerWithFault(rule, proceed, signal) : await proceed();
  } catch (error) {
    if (error instanceof ConnectionCut || signal.aborted) throw error;
    return json(500, { message: `The emulator failed: ${error instanceof Error ? error.message : error}` });
  }
}

async function dispatch(parts: FrameParts, incoming: Incoming, bodyBytes: number): Promise<Response> {
  const { target, method } = incoming;
  if (bodyBytes > MAX_BODY_BYTES) return empty(413);
  if (target.database) return answerDataCall(parts.data, incoming);
  if (target.api === 'devops') return parts.devops(incoming);
  if (target.api === 'index' && (method === 'GET' || method === 'HEAD')) {
    return indexPage(incoming.origin, parts.data.registry, parts.applicationToken);
  }
  return json(404, { message: 'Not found. GET / tells what is here.' });
}

function toLogged({ target, method, headers }: Incoming, bodyBytes: number): LoggedRequest {
  return {
    api: target.api,
    method,
    target: target.search === '' ? target.path : `${target.path}?${target.search}`,
    databaseId: target.database?.id,
    headers: harmlessHeaders(headers),
    bodyBytes,
    status: undefined,
  };
}
