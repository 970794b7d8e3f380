/** What reaches a Data API, with the bodies that the emulator's log leaves out. */
import nodeFetch from 'node-fetch';
import { type Fetch, toAbortSignal } from '../../datasources/http/transport.ts';

export interface SentCommand {
  /** Behind `/v1`: nothing, `/shop` or `/shop/things`. */
  readonly place: string;
  readonly name: string;
  // Tests look into commands, and their expectations say what these hold.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the command's
  readonly body: any;
}

/** A `fetch` for `startGateway({ upstream: { fetch } })`, and the commands that it has sent since the start, or since `clear`. */
export function watchCommands(): { readonly fetch: Fetch; readonly sent: SentCommand[]; clear(): void } {
  const sent: SentCommand[] = [];
  return {
    sent,
    clear: () => void sent.splice(0),
    fetch(url, init) {
      const [, place] = /\/api\/json\/v1(.*)$/.exec(url) ?? [];
      if (place !== undefined && typeof init.body === 'string') {
        const [[name, body] = ['', undefined]] = Object.entries(JSON.parse(init.body) as Record<string, unknown>);
        sent.push({ place, name, body });
      }
      return nodeFetch(url, { ...init, signal: toAbortSignal(init.signal) });
    },
  };
}
