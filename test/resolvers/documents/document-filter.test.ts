import { describe, expect, test } from 'vitest';
import { InputError } from '../../../datasources/source/errors.ts';
import { toCondition } from '../../../resolvers/documents/document-filter.ts';

const a = [{ name: 'a' }];
const b = [{ name: 'b' }];

describe('filters of documents', () => {
  test('compare one path', () => {
    expect(toCondition({ path: 'a', eq: 1 })).toEqual({ path: a, operator: 'eq', value: 1 });
    expect(toCondition({ path: 'a.[2].b', exists: false })).toEqual({
      path: [{ name: 'a' }, { index: 2 }, { name: 'b' }],
      operator: 'exists',
      value: false,
    });
  });

  test('join all that stands in one entry', () => {
    expect(toCondition({ path: 'a', gte: 1, lt: 5 })).toEqual({
      and: [
        { path: a, operator: 'gte', value: 1 },
        { path: a, operator: 'lt', value: 5 },
      ],
    });
    expect(toCondition({ path: 'a', eq: 1, not: { path: 'b', eq: 2 } })).toEqual({
      and: [{ path: a, operator: 'eq', value: 1 }, { not: { path: b, operator: 'eq', value: 2 } }],
    });
  });

  test('join alternatives, each with all that it holds', () => {
    expect(
      toCondition({
        or: [
          { path: 'a', gt: 1, lt: 5 },
          { path: 'b', eq: 'x' },
        ],
      }),
    ).toEqual({
      or: [
        {
          and: [
            { path: a, operator: 'gt', value: 1 },
            { path: a, operator: 'lt', value: 5 },
          ],
        },
        { path: b, operator: 'eq', value: 'x' },
      ],
    });
  });

  test('compare with null by lists, as upstream knows it', () => {
    expect(toCondition({ path: 'a', eq: null })).toEqual({ path: a, operator: 'in', value: [null] });
    expect(toCondition({ path: 'a', ne: null })).toEqual({ path: a, operator: 'nin', value: [null] });
  });

  test('know what an empty list comes to', () => {
    const nothing = { path: 'a', in: [] };
    const everything = { path: 'a', nin: [] };
    const some = { path: 'b', eq: 1 };
    const condition = { path: b, operator: 'eq', value: 1 };
    expect(toCondition(nothing)).toBe('nothing');
    expect(toCondition(everything)).toBe('everything');
    expect(toCondition({ and: [some, nothing] })).toBe('nothing');
    expect(toCondition({ and: [some, everything] })).toEqual(condition);
    expect(toCondition({ or: [some, nothing] })).toEqual(condition);
    expect(toCondition({ or: [some, everything] })).toBe('everything');
    expect(toCondition({ or: [nothing, nothing] })).toBe('nothing');
    expect(toCondition({ not: nothing })).toBe('everything');
    expect(toCondition({ ...nothing, path: 'a', eq: 1 })).toBe('nothing');
  });

  test.each([
    [{}, 'has no condition'],
    [{ path: 'a' }, 'path "a" has no operator'],
    [{ eq: 1 }, '"eq" but no "path"'],
    [{ eq: null }, '"eq" but no "path"'],
    [{ and: [] }, '"and" of a filter is an empty list'],
    [{ or: [] }, '"or" of a filter is an empty list'],
    [{ or: [{ path: 'a', eq: 1 }, {}] }, 'has no condition'],
    [{ path: 'a', lt: null }, '"lt" on the path "a" takes text, a number or a boolean, and not null'],
    [{ path: 'a', eq: { b: 1 } }, '"eq" on the path "a" takes text, a number or a boolean, and not {"b":1}'],
    [{ path: 'a', in: null }, '"in" on the path "a" takes a list'],
    [{ path: 'a', eq: 1, exists: null }, '"exists" on the path "a" takes true or false'],
    [{ path: 'a', nin: [[1]] }, 'and not [1]'],
    [{ path: 'a.[', eq: 1 }, 'unclosed'],
  ])('%j is refused', (filter, message) => {
    expect(() => toCondition(filter)).toThrow(InputError);
    expect(() => toCondition(filter)).toThrow(message);
  });
});
