/** Calls and time of bulk mutations: on top of the operation's own, and given back when they were not needed. */
import { describe, expect, test } from 'vitest';
import { hasCallLeft, spendCall } from '../../../datasources/http/budget.ts';
import { createBulk } from '../../../datasources/resilience/bulk.ts';
import { timeLeftMs } from '../../../datasources/resilience/operation-time.ts';
import { BudgetExceededError, OperationTimeoutError } from '../../../datasources/source/errors.ts';
import type { OperationScope } from '../../../datasources/source/source.ts';
import { stopClock } from '../../support/clock.ts';

function open(options: Partial<OperationScope>) {
  const scope: OperationScope = { tokens: {}, requestId: 'test', maxCalls: 5, ...options };
  const spend = (count: number) => {
    for (let call = 0; call < count; call += 1) spendCall(scope);
  };
  return { scope, bulk: createBulk(scope), spend };
}

describe('calls', () => {
  test('of a bulk mutation leave the operation its own', async () => {
    const { scope, bulk, spend } = open({ maxBulkCalls: 100 });
    spend(2);
    await bulk.read(10, async () => spend(10));
    await bulk.write(90, async () => spend(90));
    expect(bulk.callsLeft()).toBe(3);
    spend(3);
    expect(hasCallLeft(scope)).toBe(false);
    expect(() => spend(1)).toThrow(BudgetExceededError);
  });

  test('that were not made are given back, also when the work fails', async () => {
    const { bulk, spend } = open({ maxBulkCalls: 100 });
    await bulk.read(60, async () => spend(1));
    const failing = bulk.write(60, async () => {
      spend(2);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(bulk.callsLeft()).toBe(105 - 3);
  });

  test('beyond those given are the own ones of the operation', async () => {
    const { bulk, spend } = open({ maxBulkCalls: 100 });
    await bulk.read(1, async () => spend(4));
    expect(bulk.callsLeft()).toBe(99 + 2);
    await expect(bulk.read(1, async () => spend(4))).rejects.toThrow(BudgetExceededError);
  });

  test('are there to read what was written', async () => {
    const { bulk, spend } = open({ maxBulkCalls: 100 });
    await bulk.write(40, async () => spend(40));
    spend(45);
    expect(() => spend(1)).toThrow(BudgetExceededError);
  });

  test('of writes are there before the first of them', async () => {
    const { bulk, spend } = open({});
    spend(2);
    await expect(bulk.write(4, async () => spend(4))).rejects.toThrow('4 writes are to be made, and 3 upstream calls');
    await bulk.write(3, async () => spend(3));
    expect(bulk.callsLeft()).toBe(0);
  });
});

describe('time', () => {
  test('does not pass while a bulk mutation writes', async () => {
    const clock = stopClock();
    const { scope, bulk } = open({ endsAtMs: performance.now() + 5000 });
    const before = timeLeftMs(scope);
    await bulk.write(1, async () => {
      expect(timeLeftMs(scope)).toBe(Number.POSITIVE_INFINITY);
      clock.pass(6000);
    });
    expect(timeLeftMs(scope)).toBe(before);
  });

  test('that is over lets nothing be written', async () => {
    const { bulk } = open({ endsAtMs: performance.now() - 1 });
    await expect(bulk.write(1, async () => {})).rejects.toThrow(OperationTimeoutError);
    await expect(bulk.write(0, async () => 'nothing to write')).resolves.toBe('nothing to write');
  });
});
