/**
 * The value under a name that a user chose; `undefined` when there is none. A column may be called `constructor` or
 * `toString`, which every object answers by itself.
 */
export function ownValue<T>(values: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
