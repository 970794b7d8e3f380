/**
 * Answers that cannot be right, to every read and write of every operation: an error where they came, neither "nothing there" nor
 * "done", and nothing is written after a read that failed so.
 */
import { readdirSync, readFileSync } from 'node:fs';
import nodeFetch from 'node-fetch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fetch } from '../../datasources/http/client.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';
import { type Operation, told } from '../support/operation.ts';
import { operations } from '../support/operations.ts';
import { type RightAnswer, wrongAnswers } from '../support/wrong-answers.ts';

const UPSTREAM = { schemaLifetimeMs: 0, resilience: { maxRetries: 0 } };
let gateway: RunningGateway;
/** What each operation asks for, in its order, and what it is answered. */
const right = new Map<Operation, RightAnswer[]>();
const routes = new Set<string>();
let cells = 0;

beforeAll(async () => {
  let seen: RightAnswer[] = [];
  const watching: Fetch = async (url, init) => {
    const answer = await nodeFetch(url, init);
    const bytes = await answer.arrayBuffer();
    const target = url.replace(/^https?:\/\/[^/]+/, '').replace(/^.*?\/api\/rest\//, '/');
    seen.push({ method: init.method ?? '', target, status: answer.status, text: Buffer.from(bytes).toString() });
    return { status: answer.status, headers: answer.headers, arrayBuffer: async () => bytes };
  };
  const watched = await startGateway({ upstream: { ...UPSTREAM, fetch: watching } });
  for (const operation of operations) {
    seen = [];
    const { data } = await watched.query(operation.query());
    Object.assign(told, operation.keep?.(data));
    right.set(operation, untilWritten(seen));
  }
  await watched.close();
  gateway = await startGateway({ upstream: UPSTREAM });
}, 60_000);

afterAll(() => gateway.close());

/** Each request once, up to the first write: after it, the operation could not be tried again. */
function untilWritten(answers: readonly RightAnswer[]): RightAnswer[] {
  const write = answers.findIndex(({ method }) => method !== 'GET');
  const tried = write < 0 ? answers : answers.slice(0, write + 1);
  return [...new Map(tried.map((answer) => [`${answer.method} ${answer.target}`, answer])).values()];
}

test.each(operations.map((operation) => [`${operation.api}: ${operation.name}`, operation] as const))(
  '%s',
  async (_, operation) => {
    for (const answer of right.get(operation) ?? []) {
      for (const wrong of wrongAnswers(answer)) await check(operation, answer, wrong);
    }
    const { data, errors } = await gateway.query(operation.query());
    // Of several mutations the others were made while one was tried.
    if (isAlone(operation)) expect(errors).toBeUndefined();
    Object.assign(told, operation.keep?.(data));
  },
);

async function check(
  operation: Operation,
  { method, target }: RightAnswer,
  { name, ...answer }: ReturnType<typeof wrongAnswers>[number],
): Promise<void> {
  gateway.clearUpstreamRequests();
  const remove = gateway.emulator.faults.add({
    match: { method, target: pattern(target) },
    fault: { kind: 'answer', ...answer },
  });
  const { data, errors = [] } = await gateway.query(operation.query());
  remove();
  cells += 1;
  const where = `${name} to ${method} ${target}: ${JSON.stringify({ data, errors }).slice(0, 500)}`;
  const failed = errors.filter(({ extensions }) => extensions.code === 'UPSTREAM_ERROR');
  expect(failed.length > 0 || JSON.stringify(data).includes('cannot be right'), where).toBe(true);
  expect(
    errors.every(({ extensions }) => extensions.code !== 'INTERNAL_SERVER_ERROR'),
    where,
  ).toBe(true);
  expect(JSON.stringify(errors), where).not.toContain('host-17');
  for (const { extensions } of failed) routes.add(extensions.upstream?.route);
  const writes = gateway.upstreamRequests().filter((request) => request.method !== 'GET');
  if (method === 'GET' && isAlone(operation)) expect(writes, where).toEqual([]);
}

const isAlone = (operation: Operation) => operation.query().split('(input:').length <= 2;

/** Ids that are made anew differ. */
function pattern(target: string): RegExp {
  const escaped = target.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '[\\w-]{36}')}$`);
}

/** The sign-in of service accounts has tests of its own, which the emulator does not know. */
const ELSEWHERE = ['/v2/authenticateServiceAccount'];

test('no route was forgotten', () => {
  const files = readdirSync('datasources', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const texts = files.map((file) => readFileSync(`datasources/${file}`, 'utf8')).join('\n');
  const known = [...texts.matchAll(/['`](\/v[12]\/[\w{}/]+)/g)].map(([, route = '']) => route);
  const tried = [...routes, ...ELSEWHERE];
  expect(known.length).toBeGreaterThan(10);
  expect(known.filter((route) => !tried.some((each) => each.startsWith(route)))).toEqual([]);
  expect(cells).toBeGreaterThan(2000);
});
