/**
 * The least of many items, in order: a min-max heap that drops its greatest item when it holds too many. It moves items
 * as the real server's does, because equal ones come out in the order in which they were moved.
 */

/** Below 0: the first comes first. */
export type Compare<T> = (one: T, other: T) => number;

export interface BoundedQueue<T> {
  add(item: T): void;
  /** Takes all items out, the least first. */
  drain(): T[];
}

const EVEN_BITS = 0x5555_5555;
const ODD_BITS = 0xaaaa_aaaa;

export function boundedQueue<T>(compare: Compare<T>, maxSize: number): BoundedQueue<T> {
  const items: T[] = [];
  const leastFirst: Compare<T> = compare;
  const greatestFirst: Compare<T> = (one, other) => compare(other, one);
  // Levels hold their least items highest and their greatest items highest by turns.
  const orderAt = (index: number) => (isEvenLevel(index) ? leastFirst : greatestFirst);
  const reversed = (order: Compare<T>) => (order === leastFirst ? greatestFirst : leastFirst);
  const at = (index: number) => items[index] as T; // Indexes are below the length.

  /** Among `count` items from an index on, the one that comes first; -1 where there are none. */
  function firstOf(start: number, count: number, order: Compare<T>): number {
    if (start >= items.length) return -1;
    let first = start;
    for (let index = start + 1; index < Math.min(start + count, items.length); index += 1) {
      if (order(at(index), at(first)) < 0) first = index;
    }
    return first;
  }

  /** The parent of an index, or that parent's sibling without children if it comes first. */
  function parentOf(index: number, rival: T | undefined, order: Compare<T>): number {
    const parent = (index - 1) >> 1;
    if (parent === 0) return parent;
    const uncle = 2 * ((parent - 1) >> 1) + 2;
    const isLeaf = uncle !== parent && 2 * uncle + 1 >= items.length;
    return isLeaf && order(at(uncle), rival ?? at(parent)) < 0 ? uncle : parent;
  }

  /** Changes places with the parent where that belongs below; answers where the item stands then. */
  function crossUp(index: number, item: T, order: Compare<T>): number {
    items[index] = item;
    if (index === 0) return 0;
    const parent = parentOf(index, undefined, order);
    if (order(at(parent), item) >= 0) return index;
    items[index] = at(parent);
    items[parent] = item;
    return parent;
  }

  function bubbleUp(from: number, item: T, order: Compare<T>): number {
    let index = from;
    while (index > 2) {
      const grandparent = (index - 3) >> 2;
      if (order(at(grandparent), item) <= 0) break;
      items[index] = at(grandparent);
      index = grandparent;
    }
    items[index] = item;
    return index;
  }

  function place(index: number, item: T): void {
    const order = orderAt(index);
    const crossed = crossUp(index, item, order);
    bubbleUp(crossed, item, crossed === index ? order : reversed(order));
  }

  /** Moves grandchildren up into a hole; answers where the hole is then. */
  function sink(from: number, order: Compare<T>): number {
    let index = from;
    for (;;) {
      const next = firstOf(4 * index + 3, 4, order);
      if (next < 0) return index;
      items[index] = at(next);
      index = next;
    }
  }

  function fill(index: number, item: T): void {
    const order = orderAt(index);
    const hole = sink(index, order);
    if (bubbleUp(hole, item, order) !== hole) return;
    const child = firstOf(2 * hole + 1, 2, order);
    if (child > 0 && order(at(child), item) < 0) {
      items[hole] = at(child);
      items[child] = item;
      bubbleUp(child, item, reversed(order));
      return;
    }
    const crossed = crossUp(hole, item, order);
    if (crossed !== hole) bubbleUp(crossed, item, reversed(order));
  }

  function remove(index: number): T {
    const removed = at(index);
    const end = items.length - 1;
    const last = items.pop() as T;
    if (end === index) return removed;
    const uncle = end > 2 ? parentOf(end, last, orderAt(end)) : 0;
    if (uncle === (end - 1) >> 1) fill(index, last);
    else {
      const swapped = at(uncle);
      items[uncle] = last;
      if (uncle !== index) fill(index, swapped);
    }
    return removed;
  }

  return {
    add(item) {
      items.push(item);
      place(items.length - 1, item);
      if (items.length > maxSize) remove(items.length < 3 ? items.length - 1 : firstOf(1, 2, greatestFirst));
    },
    drain() {
      const drained: T[] = [];
      while (items.length > 0) drained.push(remove(0));
      return drained;
    },
  };
}

function isEvenLevel(index: number): boolean {
  const place = index + 1;
  return (place & EVEN_BITS) >>> 0 > (place & ODD_BITS) >>> 0;
}
