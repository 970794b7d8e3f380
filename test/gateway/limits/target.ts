/** What attacks share: the gateways that are attacked, and how a refusal is recognised. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import {
  type GatewayTestOptions,
  type GraphQLAnswer,
  type RunningGateway,
  startGateway,
} from '../../support/gateway.ts';

export interface Target {
  readonly gateway: RunningGateway;
}

/** A gateway for the tests of a file. No attack may be a fault of ours. */
export function useTarget(options: GatewayTestOptions = {}): Target {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await startGateway(options);
  });
  afterAll(() => gateway.close());
  afterEach(() => {
    expect(gateway.logLines.filter(({ event }) => event === 'fault')).toEqual([]);
  });
  return {
    get gateway() {
      return gateway;
    },
  };
}

export const ACCEPT = 'application/graphql-response+json';
export const JSON_HEADERS = { 'content-type': 'application/json', accept: ACCEPT };

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: RegExp;
}

export const refused = (message: RegExp, code = 'GRAPHQL_VALIDATION_FAILED', status = 400): Refusal => ({
  status,
  code,
  message,
});
export const unreadable = (message: RegExp) => refused(message, 'GRAPHQL_PARSE_FAILED');
export const ill = (message: RegExp) => refused(message, 'BAD_REQUEST');

export async function send(target: RunningGateway, body: string, headers: Record<string, string> = JSON_HEADERS) {
  target.clearUpstreamRequests();
  const token = { authorization: `Bearer ${target.emulator.applicationToken}` };
  const response = await fetch(target.url, { method: 'POST', headers: { ...token, ...headers }, body });
  return { status: response.status, answer: (await response.json()) as GraphQLAnswer };
}

export async function expectRefusal(target: RunningGateway, body: string, { status, code, message }: Refusal) {
  const { status: actual, answer } = await send(target, body);
  expect(answer.errors?.map((error) => error.message).join('\n')).toMatch(message);
  expect([actual, answer.errors?.[0]?.extensions.code, answer.data]).toEqual([status, code, undefined]);
  expect(target.upstreamRequests()).toEqual([]);
}

export const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');
export const nest = (count: number, open: string, inside: string, close: string) =>
  open.repeat(count) + inside + close.repeat(count);
/** A table, with what is to be selected of it. */
export const inTable = (selection: string) => `{ keyspace(name: "k") { table(name: "t") { ${selection} } } }`;
/** Each fragment spreads the next one twice. */
export const bomb = (levels: number, leaf: string) =>
  `${repeat(levels, (n) => `fragment f${n} on Query { ...f${n + 1} ... on Query { ...f${n + 1} } }`)}
   fragment f${levels} on Query { ${leaf} }`;
export const wideRows = (first: string, inside: string) => `rows(first: ${first}) { nodes { ${inside} } }`;
export const related = (first: string, inside: string) =>
  `relatedRows(table: "t", key: [{column: "a", from: "b"}], first: ${first}) { nodes { ${inside} } }`;
