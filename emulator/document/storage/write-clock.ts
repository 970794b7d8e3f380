/** The times of writes: microseconds, each greater than the one before, so that no two writes are of the same time. */
let lastMicros = 0;

export function nextWriteTime(): number {
  lastMicros = Math.max(Date.now() * 1000, lastMicros + 1);
  return lastMicros;
}
