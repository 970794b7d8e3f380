/** Sorts the elements of sets and the entries of maps as the database stores them. */
import type { Keyspace } from '../../core/catalog.ts';
import { framed } from '../types/bytes.ts';
import { elementsOf } from '../types/codec-collection.ts';
import { entriesOf } from '../types/codec-map.ts';
import { codecOf } from '../types/codecs.ts';
import type { CqlType } from '../types/type.ts';

export type Arrange = (bytes: Uint8Array) => Uint8Array;

const unchanged: Arrange = (bytes) => bytes;

/** Sorts sets and maps at every depth, except within tuples and user-defined types, which the database stores unsorted. */
export function arrangeOf(type: CqlType, types: Keyspace['types']): Arrange {
  switch (type.kind) {
    case 'list': {
      const element = arrangeOf(type.element, types);
      return element === unchanged ? unchanged : (bytes) => framed(elementsOf(bytes).map(element));
    }
    case 'set': {
      const element = arrangeOf(type.element, types);
      const order = codecOf(type.element, types).toOrdered;
      return (bytes) => framed([...byOrder(elementsOf(bytes).map(element), order).values()].map(([first]) => first));
    }
    case 'map': {
      const [key, value] = [arrangeOf(type.key, types), arrangeOf(type.value, types)];
      const order = codecOf(type.key, types).toOrdered;
      return (bytes) => {
        const entries = entriesOf(bytes).map(([name, item]) => [key(name), value(item)] as const);
        const same = byOrder(entries, ([name]) => order(name));
        return framed([...same.values()].flatMap(([[name], last]) => [name, last[1]]));
      };
    }
    default:
      return unchanged;
  }
}

/** Sorts items by key; of items with equal keys, such as 1.5 and 1.50, keeps the first and the last. */
function byOrder<T>(items: readonly T[], keyOf: (item: T) => Uint8Array): Map<string, readonly [first: T, last: T]> {
  const found = new Map<string, readonly [T, T]>();
  for (const item of sortedBy(items, keyOf)) {
    const key = Buffer.from(keyOf(item)).toString('latin1');
    found.set(key, [found.get(key)?.[0] ?? item, item]);
  }
  return found;
}

/** Sorts items by the bytes of a key. */
export function sortedBy<T>(items: readonly T[], keyOf: (item: T) => Uint8Array): T[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((one, other) => Buffer.compare(one.key, other.key))
    .map(({ item }) => item);
}
