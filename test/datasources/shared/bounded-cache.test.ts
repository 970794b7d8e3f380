/** What a bounded cache forgets, and when. */
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBoundedCache } from '../../../datasources/shared/bounded-cache.ts';

test('the entry that was not used for longest makes room', () => {
  const cache = createBoundedCache<number>({ maxEntries: 2 });
  cache.set('a', 1);
  cache.set('b', 2);
  cache.get('a');
  cache.set('c', 3);
  expect(['a', 'b', 'c'].map(cache.get)).toEqual([1, undefined, 3]);
});

test('it holds what the last uses of its keys say, and never more than its bound', () => {
  const use = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), isWrite: fc.boolean() });
  fc.assert(
    fc.property(fc.array(use, { maxLength: 50 }), (uses) => {
      const cache = createBoundedCache<number>({ maxEntries: 3 });
      // Oldest first.
      let kept: { key: string; value: number }[] = [];
      for (const [value, { key, isWrite }] of uses.entries()) {
        const known = kept.find((entry) => entry.key === key);
        expect(isWrite ? undefined : cache.get(key)).toBe(isWrite ? undefined : known?.value);
        if (isWrite) cache.set(key, value);
        const entry = isWrite ? { key, value } : known;
        if (entry) kept = [...kept.filter((each) => each !== known), entry].slice(-3);
      }
    }),
  );
});

test('an entry lives for its time from when it was set, however often it is used', async () => {
  const cache = createBoundedCache<number>({ maxEntries: 2, lifetimeMs: 100 });
  cache.set('a', 1);
  const endsAtMs = performance.now() + 150;
  expect(cache.get('a')).toBe(1);
  while (performance.now() < endsAtMs) {
    await sleep(10);
    cache.get('a');
  }
  expect(cache.get('a')).toBeUndefined();
  cache.set('a', 2);
  expect(cache.get('a')).toBe(2);
});

test('a lifetime of 0 keeps nothing', () => {
  const cache = createBoundedCache<number>({ maxEntries: 2, lifetimeMs: 0 });
  cache.set('a', 1);
  expect(cache.get('a')).toBeUndefined();
});

test('entries weigh no more together than they may, and one that is too heavy alone is not kept', () => {
  const cache = createBoundedCache<string>({ maxEntries: 100, weight: { max: 10, of: (value) => value.length } });
  for (const key of ['a', 'b', 'c']) cache.set(key, 'four');
  expect(['a', 'b', 'c'].map(cache.get)).toEqual([undefined, 'four', 'four']);
  cache.set('d', 'more than ten letters');
  expect(['b', 'c', 'd'].map(cache.get)).toEqual(['four', 'four', undefined]);
  cache.set('e', '');
  expect(cache.get('e')).toBe('');
});

test('what is deleted is gone', () => {
  const cache = createBoundedCache<number>({ maxEntries: 2 });
  cache.set('a', 1);
  cache.set('b', 2);
  cache.delete('a');
  expect(['a', 'b'].map(cache.get)).toEqual([undefined, 2]);
  cache.clear();
  expect(cache.get('b')).toBeUndefined();
});
