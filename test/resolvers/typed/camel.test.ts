import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { camelCase, pascalCase, toCase } from '../../../resolvers/typed/camel.ts';
import { BUILT_IN } from '../../../resolvers/typed/names.ts';

const NONE: ReadonlySet<string> = new Set();

test.each([
  ['videos_by_user', 'videosByUser', 'VideosByUser'],
  ['create_videos_by_user', 'createVideosByUser', 'CreateVideosByUser'],
  ['_hidden_name', '_hiddenName', '_hiddenName'],
  ['ends_', 'ends_', 'Ends_'],
  ['a__b', 'aB', 'AB'],
  ['line_2', 'line2', 'Line2'],
  ['userId', 'userId', 'UserId'],
])('%s', (name, camel, pascal) => {
  expect([camelCase(name), pascalCase(name)]).toEqual([camel, pascal]);
});

describe('where names would meet', () => {
  test('both keep their spelling', () => {
    const { names, clashes } = toCase(['user_id', 'user__id', 'label'], camelCase, NONE);
    expect(Object.fromEntries(names)).toEqual({ user_id: 'user_id', user__id: 'user__id', label: 'label' });
    expect(clashes).toEqual(['user_id', 'user__id']);
  });

  test('one that keeps its spelling may be what another would be, which keeps its own then', () => {
    const change = (name: string) => ({ a: 'x', b: 'x', c: 'a', d: 'c' })[name] ?? name;
    const { names, clashes } = toCase(['a', 'b', 'c', 'd'], change, NONE);
    expect([...names.values()]).toEqual(['a', 'b', 'c', 'd']);
    expect(clashes).toEqual(['a', 'b', 'c', 'd']);
  });

  test('no name becomes one that is taken', () => {
    const { names } = toCase(['page_info', 'PageInfo', 'field_set'], pascalCase, BUILT_IN);
    expect(Object.fromEntries(names)).toEqual({
      page_info: 'page_info',
      PageInfo: 'PageInfo',
      field_set: 'field_set',
    });
  });
});

const part = fc.constantFrom('a', 'b', 'A', 'B', '_', '__', '1', 'id', 'Id', 'user', 'page', 'info');
const name = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));

test('no two of any names become one, and only names that would meet keep their spelling', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 30 }), fc.constantFrom(camelCase, pascalCase), (all, change) => {
      const { names, clashes } = toCase(all, change, BUILT_IN);
      expect(new Set(names.values()).size).toBe(all.length);
      for (const [from, to] of names) expect(clashes.includes(from) ? from : change(from)).toBe(to);
    }),
    { numRuns: 2000 },
  );
});
