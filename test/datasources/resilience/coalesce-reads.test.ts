/** Identical reads share a request; never across tokens or writes, and whoever leaves leaves alone. Tried in many interleavings. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnswer } from '../../../datasources/http/check-answer.ts';
import type { HttpClient } from '../../../datasources/http/client.ts';
import type { Effect, HttpCall } from '../../../datasources/http/http-call.ts';
import { coalesceReads } from '../../../datasources/resilience/coalesce-reads.ts';
import { grantTime, timeLeftMs } from '../../../datasources/resilience/operation-time.ts';
import { BudgetExceededError } from '../../../datasources/source/errors.ts';
import type { OperationScope, UpstreamCall } from '../../../datasources/source/source.ts';
import { STARGATE_ERRORS } from '../../../datasources/stargate/shared/error-reader.ts';
import { ANY_JSON } from '../../support/scripted-server.ts';

/** What a server would do whose calls end when the test says so. */
interface Sent {
  readonly call: HttpCall;
  readonly scope: OperationScope;
  end(): void;
}

/** A read answers the token, the place and how many writes had ended when it was sent: the oldest that a server may answer. */
function createUpstream() {
  const sent: Sent[] = [];
  let writes = 0;
  const client: HttpClient = {
    send: (call, scope) =>
      new Promise((resolve, reject) => {
        const seen = JSON.stringify({ token: scope.tokens.data, at: call.parameters?.thing, writes });
        const { api, method, route, effect } = call;
        scope.signal?.addEventListener('abort', () => reject(new Error('cancelled')), { once: true });
        sent.push({
          call,
          scope,
          end() {
            if (effect !== 'read') writes += 1;
            const times = { startedAtMs: 0, durationMs: 1 };
            scope.onCall?.({ api, method, route, status: 200, responseBytes: seen.length, ...times });
            resolve(
              createAnswer(call, { status: 200, headers: new Headers(), bytes: Buffer.from(seen), durationMs: 1 }),
            );
          },
        });
      }),
    isReachable: async () => true,
    close() {},
  };
  return { sent, client: coalesceReads(client), writesEnded: () => writes };
}

function callOf(effect: Effect, thing: string): HttpCall {
  const route = '/v2/things/{thing}';
  return {
    api: 'rest',
    method: effect === 'read' ? 'GET' : 'POST',
    baseUrl: 'http://upstream',
    route,
    parameters: { thing },
    effect,
    errors: STARGATE_ERRORS,
    expect: ANY_JSON,
  };
}

function createScope(token: string, part: Partial<OperationScope> = {}) {
  const calls: UpstreamCall[] = [];
  const scope: OperationScope = {
    tokens: { data: token },
    requestId: 'request',
    maxCalls: 100,
    onCall: (call) => calls.push(call),
    ...part,
  };
  return { scope, calls };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

type Step =
  | { readonly do: 'read'; readonly token: string; readonly thing: string }
  | { readonly do: 'write'; readonly token: string }
  | { readonly do: 'end' | 'leave'; readonly which: number };

const tokens = fc.constantFrom('ada', 'bob');
const which = fc.nat(20);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('read' as const), token: tokens, thing: fc.constantFrom('x', 'y') }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('write' as const), token: tokens }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('end' as const), which }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), which }) },
  ),
  { maxLength: 30 },
);

interface Reader {
  readonly token: string;
  readonly thing: string;
  /** Writes that had ended when it began: what it has to see. */
  readonly writesBefore: number;
  readonly controller: AbortController;
  hasLeft: boolean;
  outcome?: { token: string; at: string; writes: number } | 'left' | 'failed';
}

describe('in any interleaving', () => {
  test('a read has its own token’s answer, no older than the last write before it, and survives others', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const { sent, client, writesEnded } = createUpstream();
        const open: Sent[] = [];
        const readers: Reader[] = [];
        let writes = 0;
        const take = (index: number) => open.splice(index % open.length, 1)[0];
        for (const step of list) {
          if (step.do === 'read') readers.push(startReader(client, step, writesEnded()));
          if (step.do === 'write') {
            writes += 1;
            void client.send(callOf('write', 'x'), createScope(step.token).scope);
          }
          if (step.do === 'leave') leave(readers, step.which);
          await turn();
          open.push(...sent.splice(0));
          if (step.do === 'end' && open.length > 0) take(step.which)?.end();
          await turn();
        }
        const posts = open.filter(({ call }) => call.effect === 'write').length;
        expect(writesEnded() + posts).toBe(writes);
        for (const call of open) call.end();
        await turn();
        for (const { token, thing, writesBefore, hasLeft, outcome } of readers) {
          if (hasLeft) expect(outcome).toBe('left');
          else expect(outcome).toMatchObject({ token, at: thing });
          if (typeof outcome === 'object') expect(outcome.writes).toBeGreaterThanOrEqual(writesBefore);
        }
      }),
      { numRuns: 1500 },
    );
  }, 120_000);

  test('without a write between them, those who ask for the same make one request', async () => {
    const groups = fc.array(fc.tuple(tokens, fc.constantFrom('x', 'y')), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(groups, async (list) => {
        const { sent, client } = createUpstream();
        for (const [token, thing] of list) startReader(client, { token, thing }, 0);
        await turn();
        expect(sent).toHaveLength(new Set(list.map((each) => each.join())).size);
      }),
    );
  });
});

function startReader(client: HttpClient, { token, thing }: { token: string; thing: string }, writesBefore: number) {
  const controller = new AbortController();
  const reader: Reader = { token, thing, writesBefore, controller, hasLeft: false };
  client.send(callOf('read', thing), createScope(token, { signal: controller.signal }).scope).then(
    (answer) => {
      reader.outcome = JSON.parse(answer.text);
    },
    () => {
      reader.outcome = reader.hasLeft ? 'left' : 'failed';
    },
  );
  return reader;
}

function leave(readers: readonly Reader[], index: number): void {
  const waiting = readers.filter(({ outcome }) => outcome === undefined);
  const reader = waiting[index % waiting.length];
  if (!reader) return;
  reader.hasLeft = true;
  reader.controller.abort();
}

test('the request is cancelled when the last of those who wait has left, and the next makes one of its own', async () => {
  const { sent, client } = createUpstream();
  const [one, other] = [
    { token: 'ada', thing: 'x' },
    { token: 'ada', thing: 'x' },
  ].map((each) => startReader(client, each, 0));
  await turn();
  one?.controller.abort();
  await turn();
  expect(sent[0]?.scope.signal?.aborted).toBe(false);
  other?.controller.abort();
  await turn();
  expect(sent[0]?.scope.signal?.aborted).toBe(true);
  startReader(client, { token: 'ada', thing: 'x' }, 0);
  await turn();
  expect(sent).toHaveLength(2);
});

test('all pay for a call: the first as usual, the others with a call that is marked as shared', async () => {
  const { sent, client } = createUpstream();
  const [one, other, poor] = [createScope('ada'), createScope('ada'), createScope('ada', { maxCalls: 0 })];
  const reads = [one, other].map(({ scope }) => client.send(callOf('read', 'x'), scope));
  await expect(client.send(callOf('read', 'x'), poor.scope)).rejects.toThrow(BudgetExceededError);
  await turn();
  sent[0]?.end();
  expect((await Promise.all(reads)).map(({ status }) => status)).toEqual([200, 200]);
  expect(one.calls).toEqual([expect.not.objectContaining({ isShared: true })]);
  expect(other.calls).toMatchObject([{ status: 200, isShared: true, startedAtMs: expect.any(Number) }]);
  expect(other.calls[0]?.startedAtMs).toBeGreaterThan(0);
});

test('what differs in anything is not the same', async () => {
  const { sent, client } = createUpstream();
  const { scope } = createScope('ada');
  const call = callOf('read', 'x');
  const both = { ...scope, tokens: { data: 'ada', devops: 'ada' } };
  void client.send(call, scope);
  void client.send({ ...call, query: { fields: 'a' } }, scope);
  void client.send({ ...call, baseUrl: 'http://elsewhere' }, scope);
  void client.send({ ...call, api: 'document' }, scope);
  void client.send({ ...call, timeoutMs: 5 }, scope);
  void client.send(call, both);
  await turn();
  expect(sent).toHaveLength(6);
});

test('a failure is everybody’s', async () => {
  const client = coalesceReads({
    send: async () => {
      throw new Error('hung up');
    },
    isReachable: async () => true,
    close() {},
  });
  const reads = ['ada', 'ada'].map((token) => client.send(callOf('read', 'x'), createScope(token).scope));
  const outcomes = await Promise.allSettled(reads);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('a read has the time that its starter was granted', async () => {
  const timesLeftMs: number[] = [];
  const client = coalesceReads({
    send: async (_, scope) => {
      timesLeftMs.push(timeLeftMs(scope));
      throw new Error('not needed');
    },
    isReachable: async () => true,
    close() {},
  });
  const { scope } = createScope('ada', { endsAtMs: performance.now() - 1000 });
  grantTime(scope, 5000);
  await client.send(callOf('read', 'x'), scope).catch(() => {});
  expect(timesLeftMs[0]).toBeGreaterThan(3000);
});
