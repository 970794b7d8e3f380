/** `serve --check-config` with files of relations, as built. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createFolder, type Environment, start } from './process.ts';

const { folder, remove } = createFolder();
afterAll(remove);

const GOOD = `schema @keyspace(name: "travel")
extend type flights { from: airports @related(key: { iata: "origin" }) }
`;

const check = (words: readonly string[], environment: Environment = {}) =>
  start(folder, ['serve', '--check-config', '--memory', '--port', '0', ...words], environment).ended;

test('a relation that fits the tables passes, from a file or a folder', async () => {
  mkdirSync(join(folder, 'edges'));
  writeFileSync(join(folder, 'edges/travel.graphql'), GOOD);
  for (const path of ['edges', 'edges/travel.graphql']) {
    const { code, stdout, stderr } = await check(['--relations', path]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe('The configuration is right; upstream: embedded.\n');
  }
}, 120_000);

test('all that does not fit stops it, with file, line and cure', async () => {
  writeFileSync(
    join(folder, 'wrong.graphql'),
    `${GOOD}
extend type flights { to: airports @related(key: { iata: "goal" }) }
schema @keyspace(name: "nowhere")
extend type a { b: c @related(key: { d: "e" }) }
`,
  );
  const { code, stderr } = await check([], { ASTRA_GRAPHQL_RELATIONS: 'wrong.graphql' });
  expect(code).toBe(2);
  expect(stderr.split('\n')).toEqual([
    expect.stringMatching(/^wrong\.graphql:4: flights\.to: The table "flights" has no column "goal"\. Its columns are/),
    'wrong.graphql:6: There is no keyspace "nowhere" in the database. Correct the name in schema @keyspace(name: "…").',
    '',
  ]);
}, 120_000);

test('documents are checked too, with the names of the graph and the token that reads tables', async () => {
  writeFileSync(
    join(folder, 'documents.graphql'),
    `schema @keyspace(name: "geology")
type quake @collection(name: "earthquakes") {
  title: String
  depth: Float @path(to: "location.depthKm")
  airport: airports @related(keyspace: "travel", key: { iata: "nearestAirport.iata" })
  deep: airports @related(keyspace: "travel", key: { iata: "depth.x" })
  wrong: airports @related(keyspace: "travel", key: { iata: "location.depthKm" })
}
type other @collection(name: "nothing") { title: String }
schema @keyspace(name: "travel")
extend type airports {
  quake: quake @related(collection: "earthquakes", id: "nearestEarthquake")
  none: quake @related(collection: "earthquakes", id: "nearest")
}
`,
  );
  const { code, stderr } = await check(['--relations', 'documents.graphql'], { ASTRA_GRAPHQL_NAMES: 'camel' });
  expect(code).toBe(2);
  expect(stderr.trim().split('\n').sort()).toEqual([
    expect.stringMatching(/^documents\.graphql:13: airports\.none: The table "airports" has no column "nearest"/),
    expect.stringMatching(/^documents\.graphql:7: quake\.wrong: What is at "location\.depthKm" is described as Float/),
    expect.stringMatching(
      /^documents\.graphql:9: The type "other" describes documents of "nothing".* no such collection/,
    ),
  ]);
  const { code: refused, stderr: message } = await check(['--relations', 'documents.graphql'], {
    ASTRA_GRAPHQL_READ_TOKEN: 'AstraCS:wrong',
  });
  expect([refused === 0, message.includes('documents.graphql:')]).toEqual([false, false]);
}, 120_000);

test('a file that cannot be understood, or is not there, stops a start too', async () => {
  writeFileSync(join(folder, 'broken.graphql'), `${GOOD}extend type flights {\n  to: airports\n}\n`);
  const { code, stderr } = await start(folder, ['serve', '--memory', '--relations', 'broken.graphql']).ended;
  expect([code, stderr]).toEqual([
    2,
    'broken.graphql:4: The field "to" has no @related, so nothing says what it leads to. Add it, or take the field out.\n',
  ]);
  const missing = await check(['--relations', 'missing.graphql']);
  expect([missing.code, missing.stderr]).toEqual([
    2,
    expect.stringMatching(/^The relations at missing\.graphql cannot be read: ENOENT/),
  ]);
}, 120_000);
