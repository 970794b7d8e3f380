/** A value, or a promise of it. A promise for each field of each row would cost more than all else. */
export type MaybePromise<T> = T | Promise<T>;

/** Uses a value: at once where it is here already, else when its promise is fulfilled. */
export function chain<T, R>(value: MaybePromise<T>, use: (value: T) => MaybePromise<R>): MaybePromise<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}

/** A promise until it is fulfilled, and then its value. */
export interface TrackedPromise<T> {
  readonly value: MaybePromise<T>;
}

export function trackPromise<T>(promise: Promise<T>): TrackedPromise<T> {
  const tracked: { value: MaybePromise<T> } = { value: promise };
  const keep = (value: T) => {
    tracked.value = value;
  };
  // A rejection reaches whoever reads the value; here it must not count as unhandled.
  promise.then(keep, () => {});
  return tracked;
}
