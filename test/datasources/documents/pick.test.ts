import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pick, valueAt } from '../../../datasources/documents/pick.ts';
import type { Json } from '../../../datasources/source/source.ts';
import { toPattern } from '../../../resolvers/projection/path.ts';

const data: Json = {
  name: 'Ada',
  phones: [
    { kind: 'home', number: 1 },
    { kind: 'work', number: 2 },
    { kind: 'fax', number: 3 },
  ],
  tags: { a: { x: 1, y: 2 }, b: { x: 3 }, c: 4 },
};

const pickText = (value: Json, ...fields: string[]) => pick(value, fields.map(toPattern));

describe('parts of a document', () => {
  test('stand in their places', () => {
    expect(pickText(data, 'name', 'tags.a.x')).toEqual({ name: 'Ada', tags: { a: { x: 1 } } });
  });

  test('bring all that is below them', () => {
    expect(pickText(data, 'tags.a')).toEqual({ tags: { a: { x: 1, y: 2 } } });
  });

  test('of a list keep their index, with null before and nothing behind', () => {
    expect(pickText(data, 'phones.[1].number')).toEqual({ phones: [null, { number: 2 }] });
  });

  test('are found by wildcards and alternatives', () => {
    expect(pickText(data, 'tags.*.x')).toEqual({ tags: { a: { x: 1 }, b: { x: 3 } } });
    expect(pickText(data, 'phones.[*].kind')).toEqual({
      phones: [{ kind: 'home' }, { kind: 'work' }, { kind: 'fax' }],
    });
    expect(pickText(data, 'phones.[0],[2].number')).toEqual({ phones: [{ number: 1 }, null, { number: 3 }] });
    expect(pickText(data, 'tags.b,c')).toEqual({ tags: { b: { x: 3 }, c: 4 } });
  });

  test('that are not there are left out', () => {
    expect(pickText(data, 'name.first', 'nothing', 'phones.[9]', 'tags.[0]')).toEqual({});
    expect(pickText([1, 2], 'a')).toEqual({});
  });

  test('may be null, false or empty', () => {
    expect(pickText({ a: null, b: false, c: [], d: {} }, '*')).toEqual({ a: null, b: false, c: [], d: {} });
  });

  test('are all of it for the root', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(pick(value as Json, [[]])).toBe(value);
      }),
    );
  });

  test('named __proto__ are members like others', () => {
    const odd = JSON.parse('{"__proto__": {"a": 1}, "b": 2}') as Json;
    expect(JSON.stringify(pickText(odd, '__proto__.a'))).toBe('{"__proto__":{"a":1}}');
    expect(Object.getPrototypeOf(pickText(odd, '__proto__.a'))).toBe(Object.prototype);
  });
});

describe('the value at a place', () => {
  test('is what stands there, or null', () => {
    expect(valueAt(data, ['phones', 1, 'kind'])).toBe('work');
    expect(valueAt(data, [])).toBe(data);
    expect(valueAt(data, ['phones', 7])).toBeNull();
    expect(valueAt(data, ['name', 'length'])).toBeNull();
    expect(valueAt(data, ['phones', 'length'])).toBeNull();
  });

  test('is never something that the document only inherits', () => {
    expect(valueAt(data, ['constructor'])).toBeNull();
    expect(valueAt(data, ['__proto__'])).toBeNull();
  });
});
