/** A GraphQL client over kept connections, which tells how a request ended and never throws. */
import { Agent, request } from 'node:http';

export interface Reply {
  /** Absent when the connection failed. */
  readonly status?: number;
  readonly data: unknown;
  /** `extensions.code` of each error; the code of the connection's failure, such as `ECONNRESET`. */
  readonly codes: readonly string[];
  readonly durationMs: number;
}

export interface Client {
  /** Requests that were answered, with whatever status. */
  answered(): number;
  query(document: string, variables?: unknown): Promise<Reply>;
  close(): void;
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** Beyond every limit of the gateway: a request that takes so long is lost. */
const LOST_AFTER_MS = 60_000;

export function createClient(url: string, token: string): Client {
  const agent = new Agent({ keepAlive: true });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  let answered = 0;
  return {
    answered: () => answered,
    query(query, variables) {
      const startedAtMs = performance.now();
      return new Promise((resolve) => {
        const end = (reply: Omit<Reply, 'durationMs'>) =>
          resolve({ ...reply, durationMs: performance.now() - startedAtMs });
        const fail = (error: NodeJS.ErrnoException) => end({ data: null, codes: [error.code ?? error.message] });
        const outgoing = request(url, { method: 'POST', agent, headers, timeout: LOST_AFTER_MS }, (incoming) => {
          let text = '';
          incoming.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
          });
          incoming.once('error', fail);
          incoming.once('end', () => {
            answered += 1;
            const { data = null, errors = [] } = JSON.parse(text) as Body;
            end({ status: incoming.statusCode ?? 0, data, codes: errors.map(({ extensions }) => extensions.code) });
          });
        });
        outgoing.once('timeout', () => outgoing.destroy(new Error('LOST')));
        outgoing.once('error', fail);
        outgoing.end(JSON.stringify({ query, variables }));
      });
    },
    close: () => agent.destroy(),
  };
}
