/** A browser without a network: it reaches this machine's loopback and nothing else. */
import { type Browser, chromium } from 'playwright-core';

/** Of Chromium or Chrome; `undefined` when the environment names none. */
export const CHROMIUM_PATH = process.env.CHROMIUM_PATH || undefined;

/** Close it in `afterAll`. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM_PATH ?? '',
    args: [
      // No name is resolved and no other address is routed to, as on a machine whose cable is pulled.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      // Continuous integration runs as root in a container, where Chromium's sandbox cannot start. It opens our page alone.
      '--no-sandbox',
      '--disable-dev-shm-usage',
    ],
  });
}
