/** What every host of the gateway is asked, whatever is around it. */
import { expect } from 'vitest';
import { createEmulator, type Emulator } from '../../../emulator/emulator.ts';
import { listen } from '../../../emulator/server/server.ts';
import { until } from '../../support/until.ts';
import type { RunningServer } from './app.ts';

export interface Upstream {
  /** What the programs of `docs/library.md` read. */
  readonly environment: { readonly ASTRA_DB_API_ENDPOINT: string };
  readonly emulator: Emulator;
  close(): Promise<void>;
}

/** An Astra with the sample data. */
export async function startUpstream(): Promise<Upstream> {
  const emulator = await createEmulator({ delaysMs: 0, sample: true, vectorDatabase: true, loggedRequests: 1000 });
  const server = await listen(emulator);
  const { databaseId, region } = emulator.sampleDatabase;
  return {
    environment: { ASTRA_DB_API_ENDPOINT: `${server.url}/${databaseId}-${region}` },
    emulator,
    async close() {
      await server.close();
      await emulator.close();
    },
  };
}

const AIRPORT = '{ keyspace(name: "travel") { table(name: "airports") { row(key: { iata: "SFO" }) { values } } } }';

function post(url: string, query: string, { applicationToken }: Emulator): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'x-cassandra-token': applicationToken };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
}

/** A query in both graphs, by both methods; GraphiQL with its program; a preflight; refusals. @param url - of the endpoint */
export async function expectAnswers(url: string, emulator: Emulator): Promise<void> {
  await expectRow(url, emulator);
  const typed = await post(`${url}/travel`, '{ airports_by_key(iata: "SFO") { city } }', emulator);
  expect(await typed.json()).toEqual({ data: { airports_by_key: { city: 'San Francisco' } } });
  const headers = { 'x-cassandra-token': emulator.applicationToken };
  const get = await fetch(`${url}?query=${encodeURIComponent('{ __typename }')}`, { headers });
  expect(await get.json()).toEqual({ data: { __typename: 'Query' } });
  await expectGraphiQL(url);

  const origin = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
  expect((await fetch(url, { method: 'OPTIONS', headers: origin })).status).toBe(403);
  const refused = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
}

export async function expectRow(url: string, emulator: Emulator): Promise<void> {
  const answer = await (await post(url, AIRPORT, emulator)).json();
  expect(answer).toMatchObject({ data: { keyspace: { table: { row: { values: { city: 'San Francisco' } } } } } });
}

async function expectGraphiQL(url: string): Promise<void> {
  const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
  const [, script = ''] = /src="([^"]*)"/.exec(page) ?? [];
  const file = await fetch(new URL(script, url));
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  // Not `toContain`: a failure would print the file.
  expect((await file.text()).includes('GraphiQL')).toBe(true);
}

/** Stops the server while upstream takes its time over a request: it is answered, and then the process ends by itself. */
export async function expectDrain(server: RunningServer, endpoint: string, emulator: Emulator): Promise<void> {
  emulator.requests.clear();
  emulator.faults.latencyMs = 1000;
  const answer = post(endpoint, AIRPORT, emulator);
  await until(() => emulator.requests.entries.length > 0, 'upstream is asked');
  server.child.kill('SIGTERM');
  try {
    expect(await (await answer).json()).not.toHaveProperty('errors');
    expect(await server.ended).toMatchObject({ code: 0, signal: null });
  } finally {
    emulator.faults.latencyMs = 0;
  }
}
