/** Dispatches each request to its API, with what all APIs share: request log, fault injection, body limit, HEAD. */

import { maxBodyBytes } from '../core/http-limits.ts';
import { type Incoming, type Target, toTarget } from '../core/request-target.ts';
import { empty, type HeaderFields, json, type Reply, ServiceError } from '../core/service.ts';
import { StoreWriteError } from '../core/store-failure.ts';
import type { DevopsService } from '../devops/devops-service.ts';
import { answerControl } from './control.ts';
import { answerDataCall, type DataPlane } from './data-plane.ts';
import { answerWithFault, ConnectionCut } from './fault-injection.ts';
import type { Faults } from './faults.ts';
import { indexPage } from './index-page.ts';
import { type LoggedRequest, loggableHeaders, type RequestLog } from './request-log.ts';

/** A request without the cost of `Request`. */
export interface PlainRequest {
  readonly method: string;
  /** From the request line, unchanged. */
  readonly target: string;
  readonly headers: HeaderFields;
  /** Scheme and host as the client knows them, in the form of `URL.origin`. */
  readonly origin: string;
  readonly body: Buffer;
  /** Aborted when the client disconnects. Created on demand, since creating it is expensive. */
  signal(): AbortSignal;
}

export interface DispatcherOptions {
  readonly data: DataPlane;
  readonly devops: DevopsService;
  readonly applicationToken: string;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** Called with a message for the operator when a request fails inside the emulator. */
  readonly onFailure: (message: string) => void;
}

/** Rejects with `ConnectionCut` when a server would close the connection. */
export type Dispatch = (request: PlainRequest) => Promise<Reply>;

export interface Dispatcher {
  readonly dispatch: Dispatch;
}

export function createDispatch(options: DispatcherOptions): Dispatch {
  return async (request) => {
    const reply = await answer(options, request);
    return request.method === 'HEAD' ? { ...reply, body: null, bytes: undefined } : reply;
  };
}

/** Requests for the fault API are not logged, and no fault applies to them. */
async function answer(options: DispatcherOptions, request: PlainRequest): Promise<Reply> {
  const { method, headers, origin, body } = request;
  const target = atHome(toTarget(request.target), options.data.defaultDatabase);
  const incoming: Incoming = { method, target, headers, origin, body: async () => body.toString() };
  if (target.api === 'control') return answerControl(options.faults, incoming);
  const logged = toLogged(incoming, body.length);
  options.requests.add(logged);
  const reply = await respond(options, incoming, logged, request);
  logged.status = reply.status;
  return reply;
}

function atHome(target: Target, database: DataPlane['defaultDatabase']): Target {
  return target.api === 'data' ? { database, ...target } : target;
}

async function respond(
  options: DispatcherOptions,
  incoming: Incoming,
  logged: LoggedRequest,
  request: PlainRequest,
): Promise<Reply> {
  const proceed = () => dispatch(options, incoming, logged.bodyBytes);
  const rule = options.faults.take(logged);
  const signal = rule && request.signal();
  try {
    return rule && signal ? await answerWithFault(rule, proceed, signal) : await proceed();
  } catch (error) {
    if (error instanceof ConnectionCut || signal?.aborted) throw error;
    return toFailureReply(options, incoming, error);
  }
}

/** 507 Insufficient Storage in the error format of the API, or 500. */
function toFailureReply({ onFailure }: DispatcherOptions, { target }: Incoming, error: unknown): Reply {
  const text = error instanceof Error ? error.message : String(error);
  const message = error instanceof StoreWriteError ? text : `The emulator failed: ${text}`;
  onFailure(message);
  if (!(error instanceof StoreWriteError && error.isFull)) return json(500, { message });
  return target.database ? new ServiceError(507, message).toReply() : json(507, { errors: [{ ID: 507, message }] });
}

async function dispatch(options: DispatcherOptions, incoming: Incoming, bodyBytes: number): Promise<Reply> {
  const { target, method } = incoming;
  if (bodyBytes > maxBodyBytes(target.api)) return empty(413);
  if (target.database) return answerDataCall(options.data, incoming);
  if (target.api === 'devops') return options.devops(incoming);
  if (target.api === 'index' && (method === 'GET' || method === 'HEAD')) {
    return indexPage(incoming, options.data.registry, options.applicationToken);
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
