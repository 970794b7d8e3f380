/**
 * Answers that cannot be right, to every read and write of every operation: an error where they came, neither "nothing there" nor
 * "done", and nothing is written after a read that failed so.
 */
import { readdirSync, readFileSync } from 'node:fs';
import nodeFetch from 'node-fetch';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { STARGATE_CAPABILITIES } from '../../datasources/back-ends/capabilities.ts';
import { type Fetch, toAbortSignal } from '../../datasources/http/transport.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';
import type { Operation } from '../support/operations/operation.ts';
import { OPERATIONS, prepare } from '../support/operations/operations.ts';
import { type RightAnswer, type WrongAnswer, wrongAnswers } from '../support/wrong-answers.ts';

/** The Data API has such tests of its own (`data-api-dangers.test.ts`). */
const ASKED = OPERATIONS.filter(({ capability }) => !capability || STARGATE_CAPABILITIES.includes(capability));
const UPSTREAM = { schemaLifetimeMs: 0, resilience: { maxRetries: 0 } };
/** What each operation asks for, in its order, and what it is answered. */
const right = new Map<Operation, RightAnswer[]>();
/** Of all calls that are tried. */
const routes = new Set<string>();

beforeAll(async () => {
  for (const operation of ASKED) right.set(operation, untilWritten(await watch(operation)));
}, 60_000);

/** Runs an operation, and gives what upstream answered meanwhile. */
async function watch(operation: Operation): Promise<RightAnswer[]> {
  const seen: RightAnswer[] = [];
  const watching: Fetch = async (url, init) => {
    const answer = await nodeFetch(url, { ...init, signal: toAbortSignal(init.signal) });
    const bytes = await answer.arrayBuffer();
    const target = url.replace(/^https?:\/\/[^/]+/, '').replace(/^.*?\/api\/rest\//, '/');
    seen.push({ method: init.method ?? '', target, status: answer.status, text: Buffer.from(bytes).toString() });
    return { status: answer.status, headers: answer.headers, arrayBuffer: async () => bytes };
  };
  const gateway = await startGateway({ receipt: true, upstream: { ...UPSTREAM, fetch: watching } });
  const query = operation.query(await prepare(gateway, operation));
  seen.length = 0;
  const headers = { authorization: `Bearer ${gateway.emulator.applicationToken}`, 'x-astra-receipt': 'true' };
  const { extensions } = await gateway.query(query, {}, headers);
  await gateway.close();
  for (const { route } of extensions?.upstream.calls ?? []) routes.add(route);
  return seen;
}

/** Each request once, up to the first write: after it, the operation could not be tried again. */
function untilWritten(answers: readonly RightAnswer[]): RightAnswer[] {
  const write = answers.findIndex(({ method }) => method !== 'GET');
  const tried = write < 0 ? answers : answers.slice(0, write + 1);
  return [...new Map(tried.map((answer) => [`${answer.method} ${answer.target}`, answer])).values()];
}

test.each(ASKED.map((each) => [`${each.api}: ${each.name}`, each] as const))('%s', async (_, operation) => {
  const gateway = await startGateway({ upstream: UPSTREAM });
  onTestFinished(gateway.close);
  const query = operation.query(await prepare(gateway, operation));
  for (const answer of right.get(operation) ?? []) {
    for (const wrong of wrongAnswers(answer)) await check(gateway, query, answer, wrong);
  }
  const { errors } = await gateway.query(query);
  // Of several mutations the others were made while one was tried.
  if (isAlone(query)) expect(errors).toBeUndefined();
});

async function check(
  gateway: RunningGateway,
  query: string,
  { method, target }: RightAnswer,
  { name, ...answer }: WrongAnswer,
): Promise<void> {
  gateway.clearUpstreamRequests();
  const remove = gateway.emulator.faults.add({
    match: { method, target: pattern(target) },
    fault: { kind: 'answer', ...answer },
  });
  const { data, errors = [] } = await gateway.query(query);
  remove();
  const where = `${name} to ${method} ${target}: ${JSON.stringify({ data, errors }).slice(0, 500)}`;
  const failed = errors.filter(({ extensions }) => extensions.code === 'UPSTREAM_ERROR');
  expect(failed.length > 0 || JSON.stringify(data).includes('cannot be right'), where).toBe(true);
  expect(
    errors.every(({ extensions }) => extensions.code !== 'INTERNAL_SERVER_ERROR'),
    where,
  ).toBe(true);
  expect(JSON.stringify(errors), where).not.toContain('host-17');
  const writes = gateway.upstreamRequests().filter((request) => request.method !== 'GET');
  if (method === 'GET' && isAlone(query)) expect(writes, where).toEqual([]);
}

const isAlone = (query: string) => query.split('(input:').length <= 2;

/** Ids that are made anew differ. */
function pattern(target: string): RegExp {
  const escaped = target.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '[\\w-]{36}')}$`);
}

/** With tests of their own: the sign-in of service accounts, which the emulator does not know, and what only typed graphs read. */
const ELSEWHERE = ['/v2/authenticateServiceAccount', '/v2/keyspaces/system_schema/indexes/{keyspace}'];

test('every route has operations, and every operation many wrong answers', () => {
  const files = readdirSync('datasources', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('data-api'),
  );
  const texts = files.map((file) => readFileSync(`datasources/${file}`, 'utf8')).join('\n');
  const known = [...texts.matchAll(/['`](\/v[12]\/[\w{}/]+)/g)].map(([, route = '']) => route);
  const tried = [...routes, ...ELSEWHERE];
  expect(known.length).toBeGreaterThan(10);
  expect(known.filter((route) => !tried.some((each) => each.startsWith(route)))).toEqual([]);
  const cells = [...right.values()].flat().flatMap(wrongAnswers);
  expect(cells.length).toBeGreaterThan(2000);
});
