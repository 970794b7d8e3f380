/** The way into the pipeline: who cannot be let in is refused by the pipeline itself, so that its answer has all that others have. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ServerContext } from '../shared/client-address.ts';
import { refuseMessage, refuseRequest } from './door.ts';
import type { HostRule } from './host-rule.ts';
import { toRefusalResponse } from './refusal-response.ts';

export interface Entrance {
  /** Never rejects: whatever happens becomes an answer. */
  fetch(request: Request): Promise<Response>;
  /** The same behind `node:http`. */
  readonly listener: RequestListener;
  /** The answer to a request that cannot be read, with its line in the log. */
  refuse(refusal: GraphQLError, headers?: HeaderReader): Promise<Response>;
}

type HeaderReader = (name: string) => string | undefined;

/** What `createYoga` makes. */
interface Server {
  (incoming: IncomingMessage, outgoing: ServerResponse): unknown;
  fetch(request: Request, context?: ServerContext): Response | Promise<Response>;
}

/** What a refusal takes over from the request, whose target and body nobody looks at. */
const KEPT_HEADERS = ['accept', 'traceparent', 'x-request-id'];

/** @param rule - absent: any host is answered */
export function createEntrance(server: Server, endpoint: string, rule: HostRule | undefined): Entrance {
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
      if (!refusal) return void server(incoming, outgoing);
      void refuse(refusal, (name) => incoming.headers[name]?.toString()).then((response) => send(response, outgoing));
    },
  };
}

/** Answers what the entrance has refused; comes when the request has its id, and before anything looks at its path. */
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
