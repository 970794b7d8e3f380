/** The request handler around Yoga. It refuses requests for other hosts by the same pipeline, so that their answers have the same headers. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { HostRule } from '../config/host-patterns.ts';
import type { ServerContext } from '../shared/client-address.ts';
import { toRefusalResponse } from '../shared/refusal.ts';
import { refuseMessage, refuseRequest } from './host-check.ts';

export interface Handler {
  /** Never rejects: every failure becomes an answer. */
  fetch(request: Request): Promise<Response>;
  /** The same behind `node:http`. */
  readonly listener: RequestListener;
  /** Answers a request that cannot be parsed, and logs it. */
  refuse(refusal: GraphQLError, headers?: HeaderReader): Promise<Response>;
}

type HeaderReader = (name: string) => string | undefined;

/** What `createYoga` returns. */
interface Server {
  (incoming: IncomingMessage, outgoing: ServerResponse): unknown;
  fetch(request: Request, context?: ServerContext): Response | Promise<Response>;
}

/** Of Express and Connect, which cut the path at which a listener is mounted off `url`. */
interface MountedMessage extends IncomingMessage {
  readonly originalUrl?: string;
}

/** Two servers behind one listener. @param isFirst - whether the first one answers a path */
export function serveByPath(isFirst: (pathname: string) => boolean, first: Server, second: Server): Server {
  const choose = (url = '/') => (isFirst(url.split('?', 1)[0] ?? '/') ? first : second);
  const serve = (incoming: MountedMessage, outgoing: ServerResponse) =>
    choose(incoming.originalUrl ?? incoming.url)(incoming, outgoing);
  const fetch: Server['fetch'] = (request, context) => choose(new URL(request.url).pathname).fetch(request, context);
  return Object.assign(serve, { fetch });
}

/** Headers of the request that its refusal depends on; target and body are ignored. */
const KEPT_HEADERS = ['accept', 'traceparent', 'x-request-id'];

/** Answers a message, or has it served. */
export type Front = (incoming: IncomingMessage, outgoing: ServerResponse, serve: () => void) => void;

/**
 * @param rule - absent: every host is answered
 * @param front - comes before the server; default none
 */
export function createHandler(
  server: Server,
  endpoint: string,
  rule: HostRule | undefined,
  front: Front = (_incoming, _outgoing, serve) => serve(),
): Handler {
  async function refuse(refusal: GraphQLError, read: HeaderReader = () => undefined): Promise<Response> {
    const headers = KEPT_HEADERS.flatMap((name): [string, string][] => {
      const value = read(name);
      return value === undefined ? [] : [[name, value]];
    });
    return server.fetch(new Request(`http://localhost${endpoint}`, { method: 'POST', headers }), { refusal });
  }

  return {
    refuse,
    async fetch(request) {
      const refusal = refuseRequest(request, rule);
      return refusal ? refuse(refusal, (name) => request.headers.get(name) ?? undefined) : server.fetch(request);
    },
    listener(incoming, outgoing) {
      const refusal = refuseMessage(incoming, rule);
      if (!refusal) return front(incoming, outgoing, () => void server(incoming, outgoing));
      void refuse(refusal, (name) => incoming.headers[name]?.toString()).then((response) => send(response, outgoing));
    },
  };
}

/** Answers what the handler has refused; runs when the request has its id, and before any plugin reads its path. */
export function useRefusal(): Plugin<ServerContext, ServerContext> {
  return {
    onRequest({ request, serverContext: { refusal }, endResponse }) {
      if (refusal) endResponse(toRefusalResponse(request, refusal));
    },
  };
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = await response.text();
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(body);
}
