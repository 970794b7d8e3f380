/**
 * A function of an object that is computed once for each object. The result is kept as long as the object is.
 *
 * @param results - a `Map` where the function lives no longer than an operation: the garbage collector takes long for each `WeakMap`
 */
export function memoize<K extends object, V>(
  compute: (key: K) => V,
  results: Map<K, V> | WeakMap<K, V> = new WeakMap(),
): (key: K) => V {
  return (key) => {
    const known = results.get(key);
    if (known !== undefined || results.has(key)) return known as V;
    const value = compute(key);
    results.set(key, value);
    return value;
  };
}
