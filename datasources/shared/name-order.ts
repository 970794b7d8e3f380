/**
 * Sorted by name, code unit by code unit: a real server lists keyspaces, namespaces and what is in them in another order at
 * each request.
 */
export function sortByName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items.toSorted((left, right) => {
    const [a, b] = [nameOf(left), nameOf(right)];
    return a === b ? 0 : a < b ? -1 : 1;
  });
}
