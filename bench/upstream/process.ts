/** The stand-in, started from the benchmark. */
import { fileURLToPath } from 'node:url';
import { findFreePort, startChild } from '../child.ts';
import { KEYSPACE, POST_COUNT } from '../data.ts';
import { drive, toRequest } from '../load.ts';

/** What the gateway passes on, and the others are sent too. */
export const TOKEN = { 'x-cassandra-token': 'bench' };

export interface Upstream {
  readonly url: string;
  /** Since its start. */
  requestCount(): Promise<number>;
  /** Pages of a hundred posts that it answers in a second when it is asked directly. */
  measure(connections: number, durationMs: number): Promise<number>;
  stop(): Promise<void>;
}

export async function startUpstream(folder: string): Promise<Upstream> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const page = new URL(`${url}/v2/keyspaces/${KEYSPACE}/posts?page-size=${POST_COUNT}`);
  const child = startChild('upstream', folder, {
    file: process.execPath,
    args: [...process.execArgv, fileURLToPath(new URL('main.ts', import.meta.url)), String(port)],
    takesQuestions: true,
  });
  await child.whenUp(async () => (await fetch(page)).ok);
  const request = toRequest(page, TOKEN);
  return {
    url,
    requestCount: async () => Number(await child.ask()),
    async measure(connections, durationMs) {
      const load = { url: page, connections, durationMs, nextRequest: () => request, minAnswerBytes: POST_COUNT };
      const { perSecond } = await drive(load);
      return perSecond;
    },
    stop: child.stop,
  };
}
