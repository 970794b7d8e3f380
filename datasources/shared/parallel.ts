import { setImmediate } from 'node:timers/promises';

/** After so many tasks, which may all end at once, others of the process have their turn. */
const TURN = 20;

/**
 * Runs a task for each item, a few at a time, and answers in the order of the items. A task that throws an `Error` leaves
 * it in its place; the others go on.
 */
export async function mapSeveral<T, R>(
  items: readonly T[],
  atOnce: number,
  task: (item: T, index: number) => Promise<R>,
): Promise<(R | Error)[]> {
  const results = new Array<R | Error>(items.length);
  const queue = items.entries();
  async function work(): Promise<void> {
    let done = 0;
    for (const [index, item] of queue) {
      results[index] = await settle(task(item, index));
      done += 1;
      if (done % TURN === 0) await setImmediate();
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return results;
}

async function settle<R>(promise: Promise<R>): Promise<R | Error> {
  try {
    return await promise;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
