export interface BoundedMap<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

export interface Weights {
  readonly maxWeight: number;
  readonly weigh: (key: string) => number;
}

/**
 * The entry that was not used for longest makes room.
 *
 * @param size - how many entries are kept
 * @param weights - how much all of them may weigh together; default: anything
 */
export function createBoundedMap<Value>(size: number, weights?: Weights): BoundedMap<Value> {
  // A Map lists its entries in the order in which they were set.
  const entries = new Map<string, Value>();
  // Kept, since a new one would walk over all that was deleted. What is left is always behind it.
  const oldestFirst = entries.keys();
  let weight = 0;

  function remove(key: string): void {
    if (entries.delete(key)) weight -= weights?.weigh(key) ?? 0;
  }

  const isFull = () => entries.size > size || (weights !== undefined && weight > weights.maxWeight);
  const map: BoundedMap<Value> = {
    get(key) {
      const value = entries.get(key);
      if (value !== undefined) map.set(key, value);
      return value;
    },
    set(key, value) {
      remove(key);
      entries.set(key, value);
      weight += weights?.weigh(key) ?? 0;
      while (isFull()) remove(oldestFirst.next().value ?? key);
    },
  };
  return map;
}
