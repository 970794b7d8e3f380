/** A server that gives the answers that a test writes down, and tells what it was asked. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { plain } from '../../datasources/http/body.ts';
import { anything } from '../../datasources/json/shape.ts';
import type { OperationScope, UpstreamCall } from '../../datasources/source/source.ts';

/** What a call expects that takes any JSON. */
export const ANY_JSON = { 200: plain(anything), 201: plain(anything) };

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is, anything else as JSON; empty when absent. */
  readonly body?: unknown;
}

export interface ReceivedRequest {
  /** Method and path with the query, such as `GET /v2/databases?limit=1`. */
  readonly line: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface ScriptedServer {
  readonly url: string;
  readonly received: ReceivedRequest[];
  close(): void;
}

/** @param script - the answer to a request line; 404 where it has none */
export async function startScript(script: (line: string) => Answer | undefined): Promise<ScriptedServer> {
  const received: ReceivedRequest[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const line = `${request.method} ${request.url}`;
    received.push({ line, headers: request.headers, body });
    const answer = script(line) ?? { status: 404 };
    response.writeHead(answer.status ?? 200, answer.headers);
    response.end(
      typeof answer.body === 'string' || answer.body === undefined ? answer.body : JSON.stringify(answer.body),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  function close(): void {
    server.closeAllConnections();
    server.close();
  }
  return { url: `http://127.0.0.1:${port}`, received, close };
}

export function createScope(part: Partial<OperationScope> = {}): OperationScope & { readonly calls: UpstreamCall[] } {
  const calls: UpstreamCall[] = [];
  const tokens = { devops: 'devops-token', data: 'data-token' };
  return { tokens, requestId: 'request-1', maxCalls: 100, onCall: (call) => calls.push(call), calls, ...part };
}

export const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
