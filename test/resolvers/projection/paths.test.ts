import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printPath } from '../../../datasources/source/document-paths.ts';
import { InputError } from '../../../datasources/source/errors.ts';
import { toPath, toPattern } from '../../../resolvers/projection/path.ts';

const name = fc.string({ unit: 'binary', minLength: 1 });
const index = fc.integer({ min: 0, max: 999_999 });

describe('a path of one place', () => {
  test('is steps joined by dots', () => {
    expect(toPath('address.phones.[2].number')).toEqual(['address', 'phones', 2, 'number']);
  });

  test('is the root when it is empty', () => {
    expect(toPath('')).toEqual([]);
    expect(printPath([])).toBe('');
  });

  test('takes digits without brackets for a name, and zeros before an index', () => {
    expect(toPath('list.0.[007]')).toEqual(['list', '0', 7]);
  });

  test('takes what a backslash escapes for a part of a name', () => {
    expect(toPath(String.raw`v1\.0.a\,b.\*.\[x\].c\\d`)).toEqual(['v1.0', 'a,b', '*', '[x]', String.raw`c\d`]);
  });

  test('takes an asterisk within a name and a closing bracket as they stand', () => {
    expect(toPath('a*b.x]')).toEqual(['a*b', 'x]']);
  });

  test('refuses wildcards and alternatives', () => {
    for (const text of ['a.*', 'a.[*]', 'a,b']) expect(() => toPath(text)).toThrow('must name one position');
  });

  test('comes back from its text, whatever its names are', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(name, index)), (path) => {
        expect(toPath(printPath(path))).toEqual(path);
      }),
    );
  });
});

describe('a pattern', () => {
  test('knows any member, any element and alternatives', () => {
    expect(toPattern('a.*.[*].b,c.[0],[2]')).toEqual([
      { name: 'a' },
      { any: 'member' },
      { any: 'element' },
      { oneOf: [{ name: 'b' }, { name: 'c' }] },
      { oneOf: [{ index: 0 }, { index: 2 }] },
    ]);
  });

  test.each([
    ['a.[2', 'unclosed "["', '"[2]"'],
    ['a.[x]', '"[x]" for an index', 'whole number'],
    ['a.[-1]', '"[-1]" for an index', 'whole number'],
    ['a.[1000000]', 'for an index', '999999'],
    ['a[0]', 'a bracket within "a[0]"', '"list.[2]"'],
    ['a..b', 'empty step', 'dot or comma'],
    ['.a', 'empty step', 'dot or comma'],
    ['a.', 'empty step', 'dot or comma'],
    ['a,', 'empty step', 'dot or comma'],
    ['a\\', 'escapes nothing', 'backslash'],
    ['a\\b', 'escapes nothing', 'backslash'],
  ])('%s is refused with the fault and the cure', (text, fault, cure) => {
    expect(() => toPattern(text)).toThrow(InputError);
    expect(() => toPattern(text)).toThrow(text);
    expect(() => toPattern(text)).toThrow(fault);
    expect(() => toPattern(text)).toThrow(cure);
  });

  test('is read or refused, and never fails otherwise', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '.', ',', '*', '[', ']', '\\', '1', '😀') }), (text) => {
        try {
          toPattern(text);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
    );
  });
});
