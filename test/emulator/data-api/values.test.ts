import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodedName, parsePath } from '../../../emulator/data-api/collections/shared/path.ts';
import { compareSeen, seen } from '../../../emulator/data-api/collections/values/compare.ts';
import { readId } from '../../../emulator/data-api/collections/values/id.ts';
import { newId } from '../../../emulator/data-api/collections/values/new-id.ts';
import {
  add,
  canonical,
  compareSpelledNumbers,
  multiply,
  spelled,
} from '../../../emulator/data-api/collections/values/number.ts';
import { JsonNumber } from '../../../emulator/shared/json.ts';

const digits = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const scale = fc.integer({ min: 0, max: 12 });
const decimal = fc.record({ digits, scale });
type Decimal = typeof decimal extends fc.Arbitrary<infer T> ? T : never;

/** With an exponent, which names the value exactly. */
const written = ({ digits: whole, scale: exponent }: Decimal) => new JsonNumber(`${whole}E-${exponent}`);
const exact = ({ digits: whole, scale: exponent }: Decimal) => whole * 10n ** BigInt(12 - exponent);

describe('numbers', () => {
  it('mean the same when they are spelled, and are not spelled anew', () => {
    fc.assert(
      fc.property(decimal, (number) => {
        const once = spelled(written(number));
        expect(compareSpelledNumbers(once, written(number))).toBe(0);
        expect(spelled(once)).toEqual(once);
        expect(once.text).not.toMatch(/\.\d*0(E|$)|\.$/);
      }),
    );
  });

  it('are equal when their values are, in every spelling', () => {
    fc.assert(
      fc.property(decimal, scale, (number, more) => {
        const longer = { digits: number.digits * 10n ** BigInt(more), scale: number.scale + more };
        expect(canonical(written(longer))).toBe(canonical(written(number)));
        expect(compareSeen(seen(written(longer)), seen(written(number)))).toBe(0);
      }),
    );
  });

  it('are compared, added and multiplied exactly', () => {
    fc.assert(
      fc.property(decimal, decimal, (one, other) => {
        const [a, b] = [exact(one), exact(other)];
        expect(Math.sign(compareSpelledNumbers(written(one), written(other)))).toBe(a < b ? -1 : Number(a > b));
        const sum = new JsonNumber(`${a + b}E-12`);
        expect(canonical(add(written(one), written(other)))).toBe(canonical(sum));
        expect(canonical(multiply(written(one), written(other)))).toBe(canonical(new JsonNumber(`${a * b}E-24`)));
      }),
    );
  });

  it.each([
    ['1e2', '1E+2'],
    ['100', '100'],
    ['100.0', '1E+2'],
    ['-0', '0'],
    ['0.0000001', '1E-7'],
    ['12e20', '1.2E+21'],
    ['1e-400', '1E-400'],
  ])('%s is spelled %s', (text, wanted) => expect(spelled(new JsonNumber(text)).text).toBe(wanted));
});

describe('identifiers', () => {
  const uuid = fc.uuid();

  it('are the same for a UUID, in any case, and its text', () => {
    fc.assert(
      fc.property(uuid, (text) => {
        const [plain, wrapped] = [readId(text), readId(new Map([['$uuid', text.toUpperCase()]]))];
        expect([wrapped.type, wrapped.text]).toEqual([plain.type, plain.text]);
      }),
    );
  });

  it('differ by type', () => {
    const ids = [null, 'null', true, 'true', '1', new JsonNumber('1'), new Map([['$date', new JsonNumber('1')]])].map(
      readId,
    );
    expect(new Set(ids.map(({ type, text }) => `${type} ${text}`)).size).toBe(ids.length);
  });

  it.each(['uuidv6', 'uuidv7', 'objectId'] as const)('that are made as %s rise', (type) => {
    const made = Array.from({ length: 500 }, () => newId(type).text);
    expect(new Set(made).size).toBe(made.length);
    if (type !== 'objectId') expect(made).toEqual(made.toSorted());
  });
});

describe('paths', () => {
  it('lead to names of any signs when these are escaped', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, unit: fc.constantFrom('a', '.', '&', '0') }), { minLength: 1 }),
        (names) => {
          const path = parsePath(names.map(encodedName).join('.'));
          expect(path.segments).toEqual(names);
          expect(path.escapeProblem ?? path.emptyProblem).toBeUndefined();
        },
      ),
    );
  });
});
