import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidCursorError } from '../../../datasources/source/errors.ts';
import { fromCursor, toCursor } from '../../../resolvers/relay/cursor.ts';
import { encodeOpaque, fingerprint } from '../../../resolvers/relay/opaque.ts';

const places = fc.record({ pageState: fc.option(fc.string({ unit: 'binary' })), offset: fc.nat() });

describe('cursors', () => {
  test('come back as the place that they were made of', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(fromCursor('list', toCursor('list', place))).toEqual(place);
      }),
    );
  });

  test('belong to one list', () => {
    const cursor = toCursor(fingerprint(['rows', { where: 1 }]), { pageState: 'p', offset: 3 });
    expect(() => fromCursor(fingerprint(['rows', { where: 2 }]), cursor)).toThrow(InvalidCursorError);
  });

  test('that were altered are refused', () => {
    const cursor = toCursor('list', { pageState: 'some-state', offset: 3 });
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.constantFrom(...'Aa0_-'), (position, letter) => {
        fc.pre(cursor[position] !== letter);
        const altered = cursor.slice(0, position) + letter + cursor.slice(position + 1);
        expect(() => fromCursor('list', altered)).toThrow(InvalidCursorError);
      }),
    );
  });

  test.each(['', 'x', '====', '👾'])('"%s" is refused by name, with the cure', (cursor) => {
    expect(() => fromCursor('list', cursor)).toThrow(`"${cursor}" is not a cursor of this list`);
    expect(() => fromCursor('list', cursor)).toThrow('"endCursor"');
  });

  test('that hold something else are refused', () => {
    for (const content of [[1, 2], [null, -1], [null, 1.5], [null, '1'], {}, null]) {
      expect(() => fromCursor('list', encodeOpaque('cursor list', content))).toThrow(InvalidCursorError);
    }
  });
});

describe('fingerprints', () => {
  test('do not depend on the order of members, nor on absent ones', () => {
    expect(fingerprint({ a: 1, b: [2, { c: 3, d: undefined }] })).toBe(fingerprint({ b: [2, { c: 3 }], a: 1 }));
  });

  test('differ for different lists', () => {
    const lists = [['a', 'b'], ['ab'], ['b', 'a'], { a: 'b' }, 'a', ['a', ['b']], { a: null }, {}, [], 1, '1', null];
    expect(new Set(lists.map(fingerprint)).size).toBe(lists.length);
  });
});
