/** `astra-graphql serve`, as built. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { until } from '../../support/until.ts';
import { ask, createFolder, start } from './process.ts';

const { folder, remove } = createFolder();
afterAll(remove);

test('without configuration it is ready in one command, and answers a query without a token', async () => {
  const gateway = start(folder, ['serve', '--port', '0']);
  const url = await gateway.url;
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
  expect(await ask(url, '{ keyspace(name: "travel") { table(name: "airports") { name } } }')).toEqual({
    data: { keyspace: { table: { name: 'airports' } } },
  });
  const origin = new URL(url).origin;
  const probes = ['/health', '/ready', '/metrics'].map(async (path) => (await fetch(origin + path)).status);
  expect(await Promise.all(probes)).toEqual([200, 200, 200]);
  expect(existsSync(join(folder, '.astra-graphql'))).toBe(true);

  gateway.child.kill('SIGTERM');
  const { code, stderr } = await gateway.ended;
  expect(code).toBe(0);
  const lines = stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([{ event: 'request', operation: 'query', status: 200 }]);
});

test('the query that it suggests can be pasted', async () => {
  const gateway = start(folder, ['serve', '--port', '0']);
  await gateway.url;
  const [, command = ''] = /^Try: (curl .*)$/m.exec(gateway.stdout()) ?? [];
  const answer = execFileSync('sh', ['-c', command], { encoding: 'utf8' });
  expect(JSON.parse(answer)).toEqual({
    data: { keyspace: { tables: [{ name: 'airports' }, { name: 'flights' }] } },
  });
  gateway.child.kill('SIGINT');
  expect((await gateway.ended).code).toBe(0);
});

test('with the Data API it answers the query of the README, and what it serves can be called', async () => {
  const words = ['serve', '--port', '0', '--embedded-api', 'data'];
  const gateway = start(folder, words);
  const url = await gateway.url;
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const block = (language: string) => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? '';
  expect(await ask(url, block('graphql'))).toEqual(JSON.parse(block('json')));
  expect(await ask(url, '{ database { name databaseType } databases { nodes { name databaseType } } }')).toEqual({
    data: {
      database: { name: 'vector', databaseType: 'vector' },
      databases: {
        nodes: [
          { name: 'local', databaseType: null },
          { name: 'vector', databaseType: 'vector' },
        ],
      },
    },
  });
  const [, dataApiUrl = ''] = /; Data API at (\S+)\n/.exec(gateway.stdout()) ?? [];
  const { applicationToken, databases } = await (await fetch(new URL('/', dataApiUrl))).json();
  expect(databases.map((each: { dataApiUrl: string }) => each.dataApiUrl)).toContain(dataApiUrl);
  const init = { method: 'POST', headers: { token: applicationToken, 'content-type': 'application/json' } };
  const answer = await fetch(dataApiUrl, { ...init, body: '{"findKeyspaces":{}}' });
  expect((await answer.json()).status.keyspaces).toEqual(expect.arrayContaining(['travel', 'geology']));
  gateway.child.kill('SIGTERM');
  expect((await gateway.ended).code).toBe(0);

  const plain = start(folder, ['serve', '--port', '0']);
  expect(await ask(await plain.url, '{ database { name databaseType } }')).toEqual({
    data: { database: { name: 'local', databaseType: null } },
  });
  expect(plain.stdout()).not.toContain('Data API');
  plain.child.kill('SIGTERM');
  await plain.ended;
}, 120_000);

test('a database with vectors is made on its first use alone, and without the sample twice', async () => {
  const { folder: other, remove: removeOther } = createFolder();
  const names = async (words: readonly string[]) => {
    const gateway = start(other, ['serve', '--port', '0', ...words]);
    const answer = await ask(await gateway.url, '{ databases { nodes { name keyspaces { name } } } }');
    gateway.child.kill('SIGTERM');
    await gateway.ended;
    type Nodes = readonly { name: string; keyspaces: readonly { name: string }[] }[];
    const { nodes } = (answer as { data: { databases: { nodes: Nodes } } }).data.databases;
    return nodes.map((each) => [each.name, each.keyspaces.some(({ name }) => name === 'travel')]);
  };
  expect(await names(['--no-sample'])).toEqual([['local', false]]);
  expect(await names(['--embedded-api', 'data'])).toEqual([
    ['local', false],
    ['vector', true],
  ]);
  removeOther();
}, 120_000);

test('what was written is there after a restart', async () => {
  const first = start(folder, ['serve', '--port', '0', '--no-sample']);
  const mutation = 'mutation { createNamespace(input: { name: "kept" }) { namespace { name } } }';
  expect(await ask(await first.url, mutation)).toEqual({ data: { createNamespace: { namespace: { name: 'kept' } } } });
  first.child.kill('SIGTERM');
  await first.ended;
  const second = start(folder, ['serve', '--port', '0', '--no-sample']);
  expect(await ask(await second.url, '{ namespace(name: "kept") { name } }')).toEqual({
    data: { namespace: { name: 'kept' } },
  });
  second.child.kill('SIGTERM');
  await second.ended;
});

test('a request in flight is answered when the process is asked to stop', async () => {
  const held: ServerResponse[] = [];
  const upstream = createServer((_, response) => {
    held.push(response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => upstream.once('listening', resolve));
  const address = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  const gateway = start(folder, ['serve', '--port', '0'], {
    STARGATE_REST_URL: address,
    STARGATE_DOCUMENT_URL: address,
    STARGATE_AUTH_URL: address,
  });
  const query = '{ database { keyspaces { name } } }';
  const url = await gateway.url;
  const answer = ask(url, query, { 'x-cassandra-token': 'a' });
  await until(() => held.length === 1, 'upstream is called');
  gateway.child.kill('SIGTERM');
  await until(() => isRefused(url), 'the process takes no more connections');
  for (const response of held) response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[]}');
  expect(await answer).toEqual({ data: { database: { keyspaces: [] } } });
  expect((await gateway.ended).code).toBe(0);
  upstream.close();
});

/** Whether nobody takes a connection there. */
async function isRefused(url: string): Promise<boolean> {
  const failure = await fetch(url, { headers: { connection: 'close' } }).then(
    () => undefined,
    (error: Error) => error.cause as NodeJS.ErrnoException,
  );
  return failure?.code === 'ECONNREFUSED';
}

test('it can listen elsewhere, and then lends nobody its token', async () => {
  const gateway = start(folder, ['serve', '--port', '0', '--host', '0.0.0.0', '--memory', '--no-sample']);
  const url = (await gateway.url).replace('0.0.0.0', '127.0.0.1');
  expect(await ask(url, '{ database { keyspaces { name } } }')).toMatchObject({
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
  gateway.child.kill('SIGTERM');
  await gateway.ended;
});

test('a file .env counts, and the environment wins over it', async () => {
  const { folder: other, remove: removeOther } = createFolder();
  writeFileSync(join(other, '.env'), 'ASTRA_GRAPHQL_HOST=127.0.0.1\nASTRA_GRAPHQL_PORT=x\n');
  const { code, stderr } = await start(other, ['serve', '--check-config']).ended;
  expect([code, stderr]).toEqual([2, 'ASTRA_GRAPHQL_PORT is "x", but it must be a whole number from 0 to 65535.\n']);
  const right = await start(other, ['serve', '--check-config'], { ASTRA_GRAPHQL_PORT: '0' }).ended;
  expect([right.code, right.stdout]).toEqual([0, 'The configuration is right; upstream: embedded.\n']);
  removeOther();
});

test('trusted documents are checked before it starts', async () => {
  writeFileSync(join(folder, 'trusted.json'), '{"kind": "{ __typename }"}');
  writeFileSync(join(folder, 'broken.json'), '{"kind": "{ __typename"}');
  const check = (name: string) =>
    start(folder, ['serve', '--check-config', '--port', '0'], { ASTRA_GRAPHQL_TRUSTED_DOCUMENTS: name }).ended;
  expect((await check('trusted.json')).code).toBe(0);
  const { code, stderr } = await check('broken.json');
  expect([code, stderr]).toEqual([
    2,
    'The trusted document kind in broken.json is no GraphQL: Syntax Error: Expected Name, found <EOF>.\n',
  ]);
});

test('a gateway finds its way to an emulator elsewhere by what that prints', async () => {
  const emulator = start(folder, ['emulate', '--port', '0', '--memory', '--no-sample']);
  await emulator.url;
  const environment = Object.fromEntries(
    [...emulator.stdout().matchAll(/(ASTRA_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  );
  const { applicationToken } = await (await fetch(await emulator.url)).json();
  const gateway = start(folder, ['serve', '--port', '0'], environment);
  const answer = await ask(await gateway.url, '{ database { name status } databases { nodes { name } } }', {
    authorization: `Bearer ${applicationToken}`,
  });
  expect(answer).toEqual({
    data: { database: { name: 'local', status: 'ACTIVE' }, databases: { nodes: [{ name: 'local' }] } },
  });
  for (const { child } of [gateway, emulator]) child.kill('SIGTERM');
  expect([(await gateway.ended).code, (await emulator.ended).code]).toEqual([0, 0]);
});
