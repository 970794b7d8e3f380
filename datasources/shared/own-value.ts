/**
 * The value under a name that a user chose; `undefined` when there is none. A column may be called `constructor` or
 * `toString`, which every object inherits.
 */
export function ownValue<T>(values: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Sets a member under such a name: an assignment to `__proto__` would set the prototype. */
export function setOwnValue<T>(values: Record<string, T>, name: string, value: T): void {
  if (name === '__proto__') {
    Object.defineProperty(values, name, { value, enumerable: true, writable: true, configurable: true });
  } else values[name] = value;
}
