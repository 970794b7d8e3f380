/** A gate on the way to upstream. */
import nodeFetch from 'node-fetch';
import { type Fetch, toAbortSignal } from '../../datasources/http/transport.ts';

/** A call as `GET /keyspaces/shop`: its method, and its path behind `/v2`. */
type IsHeld = (call: string) => boolean;

export interface Gate {
  /** What the gateway sends its calls with. */
  readonly fetch: Fetch;
  /** The calls since the gate was closed. */
  readonly calls: readonly string[];
  /** From now on, the answers to calls are held back, until the gate is opened. */
  close(isHeld?: IsHeld): void;
  /** Lets later calls through; those that are held stay so. */
  pass(): void;
  open(): void;
}

export function createGate(): Gate {
  let open = () => {};
  let opened = Promise.resolve();
  let isHeld: IsHeld = () => true;
  const calls: string[] = [];
  const fetch: Fetch = async (url, init) => {
    const call = `${init?.method} ${new URL(String(url)).pathname.replace(/^.*\/v2/, '')}`;
    const held = isHeld(call) ? opened : Promise.resolve();
    calls.push(call);
    const response = await nodeFetch(url, { ...init, signal: toAbortSignal(init.signal) });
    await held;
    return response;
  };
  return {
    fetch,
    calls,
    close(held = () => true) {
      calls.length = 0;
      isHeld = held;
      opened = new Promise((resolve) => {
        open = resolve;
      });
    },
    pass() {
      opened = Promise.resolve();
    },
    open: () => open(),
  };
}
