/** Durations come in ISO 8601, and leave in the units of CQL. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scalars } from '../../../../datasources/cql/scalars.ts';
import { decode } from '../../../../datasources/data-api/values/decode.ts';

const DURATION = { kind: 'scalar', name: 'duration' } as const;

test.each([
  ['PT1.5S', '1s500ms'],
  ['P1M2DT0.000000003S', '1mo2d3ns'],
  ['-P1Y2M3DT4H5M6.007008009S', '-1y2mo3d4h5m6s7ms8us9ns'],
  ['PT30H', '30h'],
  ['PT0S', '0s'],
  ['P7D', '7d'],
])('%s is %s', (text, expected) => {
  expect(decode(DURATION, text, [])).toBe(expected);
});

test('each fraction of a second keeps its nanoseconds', () => {
  fc.assert(
    fc.property(fc.nat({ max: 59 }), fc.integer({ min: 1, max: 999_999_999 }), (seconds, nanos) => {
      const fraction = String(nanos).padStart(9, '0').replace(/0+$/, '');
      const expected = scalars.duration.canonical(`${seconds}s${nanos}ns`);
      expect(decode(DURATION, `PT${seconds}.${fraction}S`, [])).toBe(expected);
    }),
  );
});
