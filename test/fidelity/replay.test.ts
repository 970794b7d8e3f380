/**
 * Holds the emulator to what real servers answered: a Stargate 2 (2.0.52-SNAPSHOT) with its embedded Cassandra 4.0.18 on
 * 2026-11-24, a Data API 1.0.51 with Cassandra 5.0.5 on 2026-11-29. Error texts are not part of the recordings.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import { type Listening, listen } from '../../emulator/server/server.ts';
import { type Answer, play, type Send, type Step } from './player.ts';

const FOLDER = new URL('./recordings/', import.meta.url);

let emulator: Emulator;
let server: Listening;
let send: Send;
let token: string;
/** The Data API takes a name and a password for a token. */
const DATA_TOKEN = `Cassandra:${btoa('cassandra')}:${btoa('cassandra')}`;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  emulator = await createEmulator();
  server = await listen(emulator);
  const base = `${server.url}/${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}/api`;
  send = ({ api, method }, path, headers, body) =>
    exchange(api === 'data' ? `${base}/json/v1` : `${base}/rest`, method, path, headers, body);
  const credentials = JSON.stringify({ username: 'cassandra', password: 'cassandra' });
  const answer = await send(
    { api: 'auth', method: 'POST' },
    '/v1/auth',
    { 'Content-Type': 'application/json' },
    credentials,
  );
  token = (answer.body as { authToken: string }).authToken;
});

afterAll(async () => {
  vi.useRealTimers();
  await server.close();
  await emulator.close();
});

/** Through the API that the suite is about: each makes keyspaces of its own kind of database. */
async function createKeyspace(api: 'data' | 'rest', name: string): Promise<void> {
  const json = { 'Content-Type': 'application/json' };
  if (api === 'data') {
    await send({ api, method: 'POST' }, '', { ...json, Token: DATA_TOKEN }, `{"createKeyspace":{"name":"${name}"}}`);
    return;
  }
  const headers = { ...json, 'X-Cassandra-Token': token };
  await send({ api, method: 'POST' }, '/v2/schemas/keyspaces', headers, JSON.stringify({ name, replicas: 1 }));
}

for (const file of readdirSync(FOLDER).sort()) {
  const cases = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Record<string, Step[]>;
  describe(file.replace('.json', ''), () => {
    const names = new Map<string, string>();
    beforeAll(async () => {
      names.set('ks', `ks_${file.replace(/\W/g, '_').slice(0, 30)}`);
      names.set('dc', 'datacenter1');
      names.set('token', DATA_TOKEN);
      await createKeyspace(file.startsWith('data-') ? 'data' : 'rest', names.get('ks') ?? '');
    });
    for (const [name, steps] of Object.entries(cases)) {
      test(name, async () => expect(await play(steps, send, tokenFor(steps), names, advance)).toEqual([]));
    }
  });
}

function tokenFor([step]: readonly Step[]): string {
  return step?.api === 'data' ? DATA_TOKEN : token;
}

/** The emulator runs in this process: its clock is put forward. */
const advance = (milliseconds: number) => void vi.setSystemTime(Date.now() + milliseconds);

/** The path goes out as it is: fetch would tidy it up. */
function exchange(
  base: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Answer> {
  const url = new URL(base);
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: url.hostname, port: url.port, method, path: url.pathname + path, headers: { ...headers, ...length } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: incoming.statusCode ?? 0, location: incoming.headers.location, text, body: parsed(text) });
        });
        incoming.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
