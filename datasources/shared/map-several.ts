import { setImmediate } from 'node:timers/promises';

/** After so many tasks, which may all end at once, the event loop goes on with other work. */
const TASKS_PER_TURN = 20;

/**
 * Runs a task for each item, at most `concurrency` at a time, and answers in the order of the items. An `Error` that a task
 * throws is its result; the others go on.
 */
export async function mapSeveral<T, R>(
  items: readonly T[],
  concurrency: number,
  task: (item: T, index: number) => Promise<R>,
): Promise<(R | Error)[]> {
  const results = new Array<R | Error>(items.length);
  const queue = items.entries();
  async function work(): Promise<void> {
    let done = 0;
    for (const [index, item] of queue) {
      results[index] = await resultOf(task(item, index));
      done += 1;
      if (done % TASKS_PER_TURN === 0) await setImmediate();
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, work));
  return results;
}

async function resultOf<R>(promise: Promise<R>): Promise<R | Error> {
  try {
    return await promise;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
