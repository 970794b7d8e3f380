/** `astra-graphql serve --workers`, as built: several processes behind one port. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readServeConfig } from '../../../gateway/config/serve-config.ts';
import { until } from '../../support/until.ts';
import { createFolder, run, type Started, start } from '../cli/process.ts';

const { folder, remove } = createFolder();
afterAll(remove);

const WORDS = ['serve', '--port', '0', '--memory', '--workers', '2'];
const CLIENTS = 8;
const QUERY = '{ keyspace(name: "travel") { table(name: "airports") { name } } }';

interface Sending {
  readonly agent?: Agent;
  readonly token?: string;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** By a connection of its own, unless an agent keeps some: the workers take connections by turns. */
function post(url: string, body: object, { agent = new Agent(), token }: Sending = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...(token !== undefined && { 'x-cassandra-token': token }) };
    const outgoing = request(url, { method: 'POST', agent, headers }, (incoming) => {
      let text = '';
      incoming.on('data', (chunk) => {
        text += chunk;
      });
      incoming.once('end', () => resolve({ status: incoming.statusCode ?? 0, text }));
      incoming.once('error', reject);
    });
    outgoing.once('error', reject);
    outgoing.end(JSON.stringify(body));
  });
}

interface Line {
  readonly event: string;
  readonly worker?: number;
  readonly message?: string;
}

function linesOf(gateway: Started): readonly Line[] {
  return gateway
    .stderr()
    .split('\n')
    .flatMap((line) => (line.endsWith('}') ? [JSON.parse(line)] : []));
}

async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url), { headers: { connection: 'close' } })).text();
  const found = text.split('\n').filter((line) => line.startsWith(name));
  return found.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

function workersOf({ child }: Started): number[] {
  return execFileSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number);
}

/** What clients met who send one request after another on a kept connection each, until the promise is fulfilled. */
async function underLoad(url: string, work: () => Promise<void>): Promise<Map<string, number>> {
  const ends = new Map<string, number>();
  let isOver = false;
  const client = async () => {
    const agent = new Agent({ keepAlive: true });
    while (!isOver) {
      const end = await post(url, { query: QUERY }, { agent }).then(
        ({ status }) => String(status),
        (error: NodeJS.ErrnoException) => error.code ?? error.message,
      );
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
    agent.destroy();
  };
  const clients = Array.from({ length: CLIENTS }, client);
  await until(() => (ends.get('200') ?? 0) > 20, 'requests have been answered');
  await work();
  isOver = true;
  await Promise.all(clients);
  return ends;
}

describe('two workers', () => {
  let gateway: Started;
  let url: string;
  beforeAll(async () => {
    gateway = start(folder, WORDS, {
      ASTRA_GRAPHQL_REQUESTS_PER_TOKEN: '20',
      ASTRA_GRAPHQL_APQ_DOCUMENTS: '10',
      ASTRA_GRAPHQL_COALESCE: 'true',
      ASTRA_GRAPHQL_DRAIN_DELAY_MS: '1500',
    });
    url = await gateway.url;
  }, 60_000);

  test('both answer, each line of the log says who, and metrics are of both', async () => {
    expect(gateway.stdout().match(/answers GraphQL/g)).toHaveLength(1);
    for (let count = 0; count < 10; count += 1) expect((await post(url, { query: QUERY })).status).toBe(200);
    await until(() => linesOf(gateway).length >= 10, 'the log has them');
    expect(linesOf(gateway).map(({ worker }) => worker)).toEqual(expect.arrayContaining([1, 2]));
    const asked = Array.from({ length: 4 }, () => metric(url, 'astra_graphql_requests_total'));
    expect(await Promise.all(asked)).toEqual([10, 10, 10, 10]);
  });

  test('a document that one has registered is known to the other', async () => {
    const sha256Hash = createHash('sha256').update(QUERY).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    expect((await post(url, { extensions })).text).toContain('PersistedQueryNotFound');
    const { text } = await post(url, { query: QUERY, extensions });
    expect(text).toContain('airports');
    const answers = await Promise.all(Array.from({ length: 4 }, () => post(url, { extensions })));
    expect(answers.map((answer) => answer.text)).toEqual([text, text, text, text]);
  });

  test('a change of the schema by one is seen by the other at once', async () => {
    const namesOf = async () => {
      const query = '{ keyspace(name: "travel") { tables { name } } }';
      const answers = await Promise.all([post(url, { query }), post(url, { query })]);
      return answers.map(({ text }) => JSON.parse(text).data.keyspace.tables.map((table: Named) => table.name));
    };
    expect(await namesOf()).toEqual([
      ['airports', 'flights'],
      ['airports', 'flights'],
    ]);
    const input =
      '{ keyspace: "travel", name: "gates", columns: [{ name: "id", type: "int" }], primaryKey: { partitionKey: ["id"], clusteringKey: [] } }';
    const made = await post(url, { query: `mutation { createTable(input: ${input}) { created } }` });
    expect(made.text).toBe('{"data":{"createTable":{"created":true}}}');
    expect(await namesOf()).toEqual([
      ['airports', 'flights', 'gates'],
      ['airports', 'flights', 'gates'],
    ]);
  });

  test('a rate counts the requests to both', async () => {
    const sent = Array.from({ length: 30 }, () => post(url, { query: '{ __typename }' }, { token: 'counted' }));
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect([200, 429].map((wanted) => statuses.filter((status) => status === wanted).length)).toEqual([20, 10]);
  });

  test('one that is killed is replaced; only its own requests fail', async () => {
    const counted = await metric(url, 'astra_graphql_requests_total');
    const [victim = 0, other] = workersOf(gateway);
    const ends = await underLoad(url, async () => {
      process.kill(victim, 'SIGKILL');
      const isAnother = () => workersOf(gateway).some((pid) => pid !== victim && pid !== other);
      await until(isAnother, 'another has taken its place');
    });
    const failed = [...ends].filter(([end]) => end !== '200');
    expect(failed.every(([end]) => end === 'ECONNRESET')).toBe(true);
    expect(failed.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(CLIENTS);
    expect(linesOf(gateway).filter(({ event }) => event === 'worker')).toMatchObject([
      {
        message:
          'It ended by SIGKILL. Another takes its place at once. If nobody killed it, the system was out of memory: give it more, or lower ASTRA_GRAPHQL_WORKERS.',
      },
    ]);
    // Counters do not fall.
    expect(await metric(url, 'astra_graphql_requests_total')).toBeGreaterThanOrEqual(counted);
    const servedBy = () => linesOf(gateway).map(({ worker }) => worker);
    const before = servedBy().length;
    const isServing = async () => {
      await post(url, { query: QUERY });
      return new Set(servedBy().slice(before)).size === 2;
    };
    await until(isServing, 'both answer again');
  });

  test('every request is answered of clients that heed /ready, and the process ends by itself', async () => {
    const ready = async () => (await fetch(new URL('/ready', url), { headers: { connection: 'close' } })).status;
    const ends = await underLoad(url, async () => {
      expect(await ready()).toBe(200);
      gateway.child.kill('SIGTERM');
      await until(async () => (await ready()) === 503, 'it says that it takes no more requests');
      expect(await ready()).toBe(503);
    });
    expect([...ends.keys()]).toEqual(['200']);
    expect((await gateway.ended).code).toBe(0);
  });
});

test('what keeps workers from their start ends the process with its cure', async () => {
  const { code, stderr } = await run([...WORDS, '--no-sample'], { ASTRA_GRAPHQL_RELATIONS: 'none.graphql' });
  expect([code, stderr]).toEqual([
    2,
    "The relations at none.graphql cannot be read: ENOENT: no such file or directory, stat 'none.graphql'. Name a file, or a folder of them.\n",
  ]);
});

test('a worker of another cluster has none', async () => {
  const { code, stderr } = await run(WORDS, { NODE_UNIQUE_ID: '1' });
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^This process is a worker of a cluster itself.*Leave out/),
  ]);
});

test('the number of workers is checked', async () => {
  const workersOf = (workers: string) => readServeConfig({ workers }, {}).workers;
  expect([workersOf('1'), workersOf('256'), workersOf('auto')]).toEqual([1, 256, 'auto']);
  for (const count of ['0', '257', 'many', '1.5']) {
    const message = `--workers is "${count}", but it must be a whole number from 1 to 256, or auto.`;
    expect(() => workersOf(count)).toThrow(message);
  }
  const { code, stderr } = await run(['serve', '--check-config', '--workers', 'all']);
  expect([code, stderr]).toEqual([2, '--workers is "all", but it must be a whole number from 1 to 256, or auto.\n']);
});

interface Named {
  readonly name: string;
}
