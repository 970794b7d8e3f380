/** The first of the items that stands before it too; `undefined` when all differ. */
export function firstRepeated<T>(items: readonly T[]): T | undefined {
  const seen = new Set<T>();
  for (const item of items) {
    if (seen.has(item)) return item;
    seen.add(item);
  }
  return undefined;
}
