/** Each of the clients in `examples/`, run as it stands there: compilers, types, and what it prints. */
import { appendFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { copyExample } from './example.ts';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({ emulator: { sample: true } });
}, 60_000);
afterAll(() => gateway.close());

/** What `npm start` of the example says, line by line. */
async function start(name: string): Promise<string[]> {
  const environment = { GATEWAY_URL: gateway.url, GATEWAY_TOKEN: gateway.emulator.applicationToken };
  return (await copyExample(name).run('start', environment)).trim().split('\n');
}

test('plain fetch', async () => {
  expect(await start('plain-fetch')).toEqual([
    '2001-01-01 19:31:00 Eagle County Regional',
    '2001-01-02 19:10:00 Los Angeles International',
    '2001-01-02 21:05:00 San Diego International-Lindbergh',
  ]);
});

test('Apollo Client', async () => {
  expect(await start('apollo-client')).toEqual([
    '6 departures after two pages',
    'created Made up',
    'in the cache afterwards: false',
  ]);
});

test('urql', async () => {
  expect(await start('urql')).toEqual([
    "{ name: 'San Francisco International' }",
    "{ city: 'San Francisco' }",
    "{ name: 'San Francisco International' }",
    '2 requests',
  ]);
});

test('Relay: @refetchable, @connection, node and @deleteRecord', async () => {
  const lines = await start('relay');
  expect(lines.slice(-4)).toEqual([
    '3 flights',
    '6 flights after the second page',
    expect.stringMatching(/^Row to [A-Z]{3} by its id$/),
    'in the store afterwards: null',
  ]);
});

test('graphql-codegen, with the types checked strictly', async () => {
  const lines = await start('codegen');
  expect(lines.slice(-3)).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/^\w+ [4-9](\.\d+)? \w+/)));
});

test('gql.tada, with the types checked strictly', async () => {
  expect((await start('gql-tada')).at(-1)).toBe('San Francisco International San Francisco');
});

test.each([
  ['codegen', 'namespace?.collection?.nonsense;'],
  ['codegen', "await ask(Earthquakes, { where: { path: 'magnitude', gte: 4 }, first: 'three' });"],
  ['gql-tada', 'keyspace?.table?.nonsense;'],
  ['gql-tada', "await ask(Airport, { key: 'SFO' });"],
])('%s: the compiler refuses %s', async (name, mistake) => {
  const example = copyExample(name);
  await example.run('build');
  appendFileSync(new URL('main.ts', example.folder), `\n${mistake}\n`);
  await expect(example.run('check')).rejects.toThrow(/main\.ts.*error TS/);
});
