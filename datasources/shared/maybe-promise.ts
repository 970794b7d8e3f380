/** Values that are here already, or come later. A promise for each field of each row would cost more than all else. */
export type Eventual<T> = T | Promise<T>;

/** Goes on at once where the value is here. */
export function whenHere<T, R>(value: Eventual<T>, use: (value: T) => Eventual<R>): Eventual<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}

/** What a promise has come to: itself until it is fulfilled, and then its value. */
export interface Pending<T> {
  readonly value: Eventual<T>;
}

export function watch<T>(promise: Promise<T>): Pending<T> {
  const pending: { value: Eventual<T> } = { value: promise };
  const keep = (value: T) => {
    pending.value = value;
  };
  // Whoever asks for the value is told of a failure.
  promise.then(keep, () => {});
  return pending;
}
