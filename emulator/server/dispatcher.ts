/** From a request to the API that it is for, with what all APIs share: the log, faults, the limit of bodies, HEAD. */

import { MAX_BODY_BYTES } from '../core/http-limits.ts';
import { type Incoming, toTarget } from '../core/request-target.ts';
import { empty, type HeaderFields, json, type Reply, ServiceError } from '../core/service.ts';
import { StoreWriteError } from '../core/store-failure.ts';
import type { DevopsService } from '../devops/devops-service.ts';
import { answerControl } from './control.ts';
import { answerDataCall, type DataPlane } from './data-plane.ts';
import { answerWithFault, ConnectionCut } from './fault-injection.ts';
import type { Faults } from './faults.ts';
import { indexPage } from './index-page.ts';
import { type LoggedRequest, loggableHeaders, type RequestLog } from './request-log.ts';

/** A request as the emulator needs it. */
export interface PlainRequest {
  readonly method: string;
  /** As it stood in the request line. */
  readonly target: string;
  readonly headers: HeaderFields;
  /** Scheme and host as the client knows them, as a URL spells its origin. */
  readonly origin: string;
  readonly body: Buffer;
  /** Aborted when the client is gone. Made when somebody waits for that, since it costs much. */
  signal(): AbortSignal;
}

export interface DispatcherOptions {
  readonly data: DataPlane;
  readonly devops: DevopsService;
  readonly applicationToken: string;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** Told of what goes wrong inside, in a sentence for whoever runs the emulator. */
  readonly onFailure: (message: string) => void;
}

/** Rejects with `ConnectionCut` where a server would close the connection. */
export type Dispatch = (request: PlainRequest) => Promise<Reply>;

export interface Dispatcher {
  readonly dispatch: Dispatch;
}

export function createDispatch(parts: DispatcherOptions): Dispatch {
  return async (request) => {
    const reply = await answer(parts, request);
    return request.method === 'HEAD' ? { ...reply, body: null, bytes: undefined } : reply;
  };
}

/** Calls that steer the emulator itself are neither noted nor spoiled. */
async function answer(parts: DispatcherOptions, request: PlainRequest): Promise<Reply> {
  const { method, headers, origin, body } = request;
  const target = toTarget(request.target);
  const incoming: Incoming = { method, target, headers, origin, body: async () => body.toString() };
  if (target.api === 'control') return answerControl(parts.faults, incoming);
  const logged = toLogged(incoming, body.length);
  parts.requests.add(logged);
  const reply = await respond(parts, incoming, logged, request);
  logged.status = reply.status;
  return reply;
}

async function respond(
  parts: DispatcherOptions,
  incoming: Incoming,
  logged: LoggedRequest,
  request: PlainRequest,
): Promise<Reply> {
  const proceed = () => dispatch(parts, incoming, logged.bodyBytes);
  const rule = parts.faults.take(logged);
  const signal = rule && request.signal();
  try {
    return rule && signal ? await answerWithFault(rule, proceed, signal) : await proceed();
  } catch (error) {
    if (error instanceof ConnectionCut || signal?.aborted) throw error;
    return toFaultReply(parts, incoming, error);
  }
}

/** Insufficient Storage (507) in the words of the API that was asked, or 500. */
function toFaultReply({ onFailure }: DispatcherOptions, { target }: Incoming, error: unknown): Reply {
  const text = error instanceof Error ? error.message : String(error);
  const message = error instanceof StoreWriteError ? text : `The emulator failed: ${text}`;
  onFailure(message);
  if (!(error instanceof StoreWriteError && error.isFull)) return json(500, { message });
  return target.database ? new ServiceError(507, message).toReply() : json(507, { errors: [{ ID: 507, message }] });
}

async function dispatch(parts: DispatcherOptions, incoming: Incoming, bodyBytes: number): Promise<Reply> {
  const { target, method } = incoming;
  if (bodyBytes > MAX_BODY_BYTES) return empty(413);
  if (target.database) return answerDataCall(parts.data, incoming);
  if (target.api === 'devops') return parts.devops(incoming);
  if (target.api === 'index' && (method === 'GET' || method === 'HEAD')) {
    return indexPage(incoming, parts.data.registry, parts.applicationToken);
  }
  return json(404, { message: 'Not found. GET / lists the APIs and databases.' });
}

function toLogged({ target, method, headers }: Incoming, bodyBytes: number): LoggedRequest {
  return {
    api: target.api,
    method,
    target: target.search === '' ? target.path : `${target.path}?${target.search}`,
    databaseId: target.database?.id,
    headers: loggableHeaders(headers),
    bodyBytes,
    status: undefined,
  };
}
