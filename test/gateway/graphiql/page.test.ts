/** The parts of the GraphiQL page that need no browser. */
import { describe, expect, test } from 'vitest';
import { takeReceipt } from '../../../gateway/graphiql/take-receipt.ts';
import { axisLengthMs, barOf, ticksOf } from '../../../gateway/graphiql/time-axis.ts';
import { formatBytes, formatCount, formatMs } from '../../../gateway/graphiql/units.ts';
import type { ReceiptCall } from '../../../gateway/observability/receipt.ts';

const call = (startMs: number, durationMs: number): ReceiptCall => {
  return { api: 'rest', method: 'GET', route: '/v2/keyspaces/{keyspace}/{table}', startMs, durationMs, bytes: 10 };
};

describe('the time axis', () => {
  test('reaches to the end of the call that ends last', () => {
    expect(axisLengthMs([call(0, 100), call(10, 20)])).toBe(100);
    expect(axisLengthMs([call(0, 100), call(90, 40)])).toBe(130);
  });

  test('has a length when nothing was called, or took no time', () => {
    expect([axisLengthMs([]), axisLengthMs([call(0, 0)])]).toEqual([1, 1]);
  });

  test('holds bars in percent of its length', () => {
    expect(barOf(call(50, 25), 200)).toEqual({ left: 25, width: 12.5 });
  });

  test.each([
    [1, ['0 ms', '0.5 ms', '1 ms']],
    [61.4, ['0 ms', '20 ms', '40 ms', '60 ms']],
    [200, ['0 ms', '50 ms', '100 ms', '150 ms', '200 ms']],
    [2600, ['0 ms', '1 s', '2 s']],
  ])('of %d ms has ticks at round times', (lengthMs, labels) => {
    const ticks = ticksOf(lengthMs);
    expect(ticks.map(({ label }) => label)).toEqual(labels);
    expect(ticks[0]?.left).toBe(0);
    expect(ticks.at(-1)?.left).toBeLessThanOrEqual(100);
  });
});

test('numbers are printed with their units', () => {
  expect([formatBytes(999), formatBytes(12_345), formatBytes(3_400_000)]).toEqual(['999 B', '12.3 kB', '3.4 MB']);
  expect([formatMs(0.42), formatMs(124.4), formatMs(1250)]).toEqual(['0.42 ms', '124 ms', '1.25 s']);
  expect([formatCount(1, 'key'), formatCount(13, 'key')]).toEqual(['1 key', '13 keys']);
});

describe('an answer', () => {
  const receipt = { durationMs: 1, calls: [], totals: { calls: 0, bytes: 0, callsMs: 0 }, saved: {}, hints: [] };

  test('is parted from its receipt', () => {
    const taken = takeReceipt({ data: { a: 1 }, extensions: { upstream: receipt } });
    expect(taken).toEqual({ answer: { data: { a: 1 } }, receipt });
  });

  test('keeps its other extensions', () => {
    const { answer } = takeReceipt({ data: null, extensions: { upstream: receipt, requestId: 'r' } });
    expect(answer).toEqual({ data: null, extensions: { requestId: 'r' } });
  });

  test.each([null, 'text', { data: 1 }, { extensions: { upstream: { calls: 'many' } } }])(
    '%j has no receipt',
    (answer) => {
      expect(takeReceipt(answer).receipt).toBeUndefined();
    },
  );
});
