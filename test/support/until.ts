/** Waits for what is meant instead of for a time. */
import { setTimeout as delay } from 'node:timers/promises';

const DEADLINE_MS = 15_000;
const PAUSE_MS = 2;

/**
 * @param what - completes "waited in vain until …"
 * @throws Error - when the condition does not hold within fifteen seconds
 */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const endsAtMs = performance.now() + DEADLINE_MS;
  while (!(await condition())) {
    if (performance.now() > endsAtMs) throw new Error(`Waited in vain until ${what}`);
    await delay(PAUSE_MS);
  }
}
