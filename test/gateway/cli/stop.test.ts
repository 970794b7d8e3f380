/** A process that is asked to stop while clients go on sending. */
import { Agent, get, request } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { until } from '../../support/until.ts';
import { createFolder, start } from './process.ts';

const { folder, remove } = createFolder();
afterAll(remove);

/** How a request ended: with a status, or with the code of its connection's failure. */
type End = number | string;

function post(url: string, agent: Agent): Promise<End> {
  const body = JSON.stringify({
    query:
      '{ keyspace(name: "travel") { table(name: "airports") { row(key: { iata: "SFO" }) { value(column: "name") } } } }',
  });
  return new Promise((resolve) => {
    const outgoing = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
      (incoming) => {
        let text = '';
        incoming.on('data', (chunk) => {
          text += chunk;
        });
        incoming.once('end', () => resolve(text.includes('San Francisco') ? (incoming.statusCode ?? 0) : text));
        incoming.once('error', (error: NodeJS.ErrnoException) => resolve(`answer ${error.code}`));
      },
    );
    outgoing.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    outgoing.end(body);
  });
}

function readiness(url: string): Promise<End> {
  return new Promise((resolve) => {
    get(new URL('/ready', url), { agent: new Agent() }, (incoming) => {
      incoming.resume();
      resolve(incoming.statusCode ?? 0);
    }).once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

test('every request is answered of clients that heed /ready, and the process ends by itself', async () => {
  const gateway = start(folder, ['serve', '--port', '0', '--quiet'], { ASTRA_GRAPHQL_DRAIN_DELAY_MS: '3000' });
  const url = await gateway.url;
  const agent = new Agent({ keepAlive: true });
  const ends: End[] = [];
  const seen = new Set<End>();
  const client = async () => {
    while (!seen.has(503)) ends.push(await post(url, agent));
  };
  const balancer = () =>
    until(async () => seen.add(await readiness(url)).has(503), 'the process says that it takes no more requests');
  const working = Promise.all([balancer(), ...Array.from({ length: 8 }, client)]);
  await until(() => ends.length >= 50 && seen.has(200), 'requests have been answered');
  const before = ends.length;
  gateway.child.kill('SIGTERM');
  await working;
  expect(new Set(ends)).toEqual(new Set([200]));
  expect(ends.length).toBeGreaterThan(before);
  expect([...seen]).toEqual([200, 503]);
  // A client that has not noticed is answered too, and told not to keep its connection.
  expect(await post(url, agent)).toBe(200);
  expect((await gateway.ended).code).toBe(0);
  expect(await post(url, agent)).toBe('ECONNREFUSED');
});
