export interface BoundedMap<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/** @param size - how many entries are kept: the one that was not used for longest makes room */
export function createBoundedMap<Value>(size: number): BoundedMap<Value> {
  // A Map lists its entries in the order in which they were set.
  const entries = new Map<string, Value>();
  const map: BoundedMap<Value> = {
    get(key) {
      const value = entries.get(key);
      if (value !== undefined) map.set(key, value);
      return value;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      const [oldest] = entries.keys();
      if (entries.size > size && oldest !== undefined) entries.delete(oldest);
    },
  };
  return map;
}
