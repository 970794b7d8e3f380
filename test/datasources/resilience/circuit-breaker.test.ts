/** When a circuit breaker opens, lets one call through, and closes. On a clock of the test's own. */
import { expect, test } from 'vitest';
import { createCircuitBreaker, type Verdict } from '../../../datasources/resilience/circuit-breaker.ts';

function create(breakerMinCalls = 10, breakerOpenMs = 300) {
  let nowMs = 1_000_000;
  const breaker = createCircuitBreaker<Verdict>(
    (verdict) => verdict,
    { breakerMinCalls, breakerOpenMs },
    () => nowMs,
  );
  async function run(verdict: Verdict, times = 1): Promise<void> {
    for (let n = 0; n < times; n += 1) await breaker.run(async () => verdict);
  }
  return {
    breaker,
    run,
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
  };
}

/** A call whose end the test decides. */
function pendingCall() {
  let end: (verdict: Verdict) => void = () => {};
  const call = () =>
    new Promise<Verdict>((resolve) => {
      end = resolve;
    });
  return { call, end: (verdict: Verdict) => end(verdict) };
}

test.each([
  { name: 'all of too few calls', failing: 9, healthy: 0, state: 'closed' },
  { name: 'all of enough calls', failing: 10, healthy: 0, state: 'open' },
  { name: 'half of the calls', failing: 10, healthy: 10, state: 'closed' },
  { name: 'more than half of the calls', failing: 11, healthy: 10, state: 'open' },
  { name: 'a third of many calls', failing: 100, healthy: 200, state: 'closed' },
])('when $name failed it is $state', async ({ failing, healthy, state }) => {
  const { breaker, run } = create();
  await run('healthy', healthy);
  await run('failing', failing);
  expect(breaker.state).toBe(state);
});

test('calls that say nothing of the host count neither for nor against it', async () => {
  const { breaker, run } = create();
  await run('unknown', 100);
  await run('failing', 9);
  expect(breaker.state).toBe('closed');
  await run('unknown', 100);
  await run('failing');
  expect(breaker.state).toBe('open');
});

test('calls older than ten seconds are forgotten', async () => {
  const { breaker, run, pass } = create();
  for (let second = 0; second < 60; second += 1) {
    await run('failing');
    pass(1200);
  }
  expect(breaker.state).toBe('closed');
  pass(10_000);
  await run('failing', 9);
  pass(10_000);
  await run('failing', 9);
  expect(breaker.state).toBe('closed');
  pass(9000);
  await run('failing');
  expect(breaker.state).toBe('open');
});

test('while it is open it says how long, and then lets one call through', async () => {
  const { breaker, run, pass } = create();
  expect(breaker.waitMs()).toBe(0);
  await run('failing', 10);
  expect(breaker.waitMs()).toBe(300);
  pass(299);
  expect(breaker.waitMs()).toBe(1);
  pass(1);
  expect([breaker.state, breaker.waitMs()]).toEqual(['open', 0]);
  const { call, end } = pendingCall();
  const probing = breaker.run(call);
  expect([breaker.state, breaker.waitMs()]).toEqual(['half-open', 1000]);
  end('healthy');
  expect(await probing).toBe('healthy');
  expect([breaker.state, breaker.waitMs()]).toEqual(['closed', 0]);
});

test.each(['failing', 'unknown'] as const)('a probe that ends %s opens it for as long again', async (verdict) => {
  const { breaker, run, pass } = create();
  await run('failing', 10);
  pass(300);
  await run(verdict);
  expect([breaker.state, breaker.waitMs()]).toEqual(['open', 300]);
  pass(300);
  await run('healthy');
  expect(breaker.state).toBe('closed');
});

test('once closed again it counts from nothing', async () => {
  const { breaker, run, pass } = create();
  await run('failing', 10);
  pass(300);
  await run('healthy');
  await run('failing', 9);
  expect(breaker.state).toBe('closed');
  await run('failing');
  expect(breaker.state).toBe('open');
});

test('calls that began before it opened change nothing when they end', async () => {
  const { breaker, run, pass } = create();
  const late = [pendingCall(), pendingCall(), pendingCall()];
  const running = late.map(({ call }) => breaker.run(call));
  await run('failing', 10);
  pass(200);
  late[0]?.end('failing');
  late[1]?.end('healthy');
  await Promise.all(running.slice(0, 2));
  expect([breaker.state, breaker.waitMs()]).toEqual(['open', 100]);
  pass(100);
  const probe = pendingCall();
  const probing = breaker.run(probe.call);
  late[2]?.end('failing');
  await running[2];
  expect(breaker.state).toBe('half-open');
  probe.end('healthy');
  await probing;
  expect(breaker.state).toBe('closed');
});
