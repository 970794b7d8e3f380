/** What the emulator has acknowledged outlives its process, however that ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEmulator } from '../support/emulator-harness.ts';

const WRITERS = 8;
/** The process is killed in the middle of writing, as soon as so many writes were acknowledged: however fast the machine is. */
const ENOUGH = 100;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'durability-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Running {
  readonly child: ChildProcess;
  readonly base: string;
  readonly token: string;
}

async function start(): Promise<Running> {
  const program = fileURLToPath(new URL('../support/emulator-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, ...(JSON.parse(line) as Omit<Running, 'child'>) };
}

async function send({ base, token }: Running, method: string, path: string, body: unknown): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-cassandra-token': token };
  const response = await fetch(base + path, { method, headers, body: JSON.stringify(body) });
  await response.arrayBuffer();
  return response.status;
}

/** Writes rows and documents one after another until the emulator is gone; adds the numbers of those acknowledged. */
async function writeUntilGone(running: Running, first: number, acknowledged: number[]): Promise<void> {
  for (let number = first; ; number += WRITERS) {
    const row = send(running, 'POST', '/v2/keyspaces/shop/items', { id: number, name: `item ${number}` });
    const document = send(running, 'PUT', `/v2/namespaces/shop/collections/notes/${number}`, { a: { b: [number] } });
    const statuses = await Promise.all([row, document]).catch(() => undefined);
    if (!statuses) return;
    expect(statuses).toEqual([201, 200]);
    acknowledged.push(number);
    if (acknowledged.length === ENOUGH) running.child.kill('SIGKILL');
  }
}

test('every write that was acknowledged is there after SIGKILL', async () => {
  const running = await start();
  await send(running, 'POST', '/v2/schemas/keyspaces', { name: 'shop' });
  await send(running, 'POST', '/v2/schemas/keyspaces/shop/tables', {
    name: 'items',
    columnDefinitions: [
      { name: 'id', typeDefinition: 'int' },
      { name: 'name', typeDefinition: 'text' },
    ],
    primaryKey: { partitionKey: ['id'], clusteringKey: [] },
  });
  await send(running, 'POST', '/v2/schemas/keyspaces/shop/tables/items/indexes', { column: 'name' });
  await send(running, 'POST', '/v2/namespaces/shop/collections', { name: 'notes' });
  const acknowledged: number[] = [];
  const gone = once(running.child, 'close');
  await Promise.all(Array.from({ length: WRITERS }, (_, index) => writeUntilGone(running, index, acknowledged)));
  expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH);

  await gone;
  const { emulator, data } = await openEmulator({ folder });
  for (const number of acknowledged) {
    const row = await data('GET', `/v2/keyspaces/shop/items/${number}?raw=true`);
    expect(row.body).toEqual([{ id: number, name: `item ${number}` }]);
    const where = encodeURIComponent(JSON.stringify({ name: { $eq: `item ${number}` } }));
    expect((await data('GET', `/v2/keyspaces/shop/items?where=${where}`)).body).toMatchObject({ count: 1 });
    const document = await data('GET', `/v2/namespaces/shop/collections/notes/${number}?raw=true`);
    expect(document.body).toEqual({ a: { b: [number] } });
  }
  await emulator.close();
}, 60_000);
