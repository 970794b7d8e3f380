/**
 * Sorted by name, code unit by code unit: a real server lists keyspaces, namespaces and their contents in a different order at each
 * request.
 */
export function sortByName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items.toSorted((left, right) => {
    const [a, b] = [nameOf(left), nameOf(right)];
    return a === b ? 0 : a < b ? -1 : 1;
  });
}

/** The first item that equals one before it; `undefined` when all differ. */
export function firstRepeated<T>(items: readonly T[]): T | undefined {
  const seen = new Set<T>();
  for (const item of items) {
    if (seen.has(item)) return item;
    seen.add(item);
  }
  return undefined;
}
