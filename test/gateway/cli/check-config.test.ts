/** What `--check-config` tries, so that a start with the same settings does not fail. */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createFolder, type Environment, start } from './process.ts';

const { folder, remove } = createFolder();
afterAll(remove);

const check = async (words: readonly string[] = [], environment: Environment = {}) => {
  const { code, stdout, stderr } = await start(
    folder,
    ['serve', '--check-config', '--port', '0', ...words],
    environment,
  ).ended;
  return { code, stdout, stderr };
};
const RIGHT = { code: 0, stdout: 'The configuration is right; upstream: embedded.\n', stderr: '' };

test('a folder that can be made is right, and is not made', async () => {
  const before = readdirSync(folder);
  expect(await check(['--data-dir', 'new/deep/data'])).toEqual(RIGHT);
  expect(readdirSync(folder)).toEqual(before);
});

test('a file, a place that takes no folders and a file of another program are no folders for data', async () => {
  const file = join(folder, 'file');
  const foreign = createFolder();
  writeFileSync(file, '');
  writeFileSync(join(foreign.folder, 'data.mdb'), 'text');
  const refusal = async (path: string) => {
    const { code, stdout, stderr } = await check(['--data-dir', path]);
    expect([code, stdout]).toEqual([2, '']);
    return stderr;
  };
  const without = '/proc/data';
  const places = [file, join(file, 'data'), foreign.folder, ...(existsSync('/proc/self') ? [without] : [])];
  const [ofFile, belowFile, ofForeign, ofProc] = await Promise.all(places.map(refusal));
  expect(ofFile).toBe(`${file} is a file, and no folder for data: choose another with --data-dir.\n`);
  expect(belowFile).toBe(`${join(file, 'data')} cannot be used for data (ENOTDIR): choose another with --data-dir.\n`);
  expect(ofForeign).toContain(join(foreign.folder, 'data.mdb'));
  if (ofProc) expect(ofProc).toBe(`${without} cannot be used for data (ENOENT): choose another with --data-dir.\n`);
  foreign.remove();
});

// Root may write everywhere.
test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is refused', async () => {
  chmodSync(folder, 0o500);
  const { code, stderr } = await check(['--data-dir', join(folder, 'data')]);
  chmodSync(folder, 0o700);
  expect([code, stderr]).toEqual([2, expect.stringContaining('(EACCES)')]);
});

test('the same places are refused at the start in one sentence', async () => {
  const path = existsSync('/proc/self') ? '/proc/data' : '/dev/null/data';
  const { code, stdout, stderr } = await start(folder, ['serve', '--port', '0', '--data-dir', path]).ended;
  expect([code, stdout, stderr.split('\n').length]).toEqual([1, '', 2]);
  expect(stderr).toContain(`${path} cannot be used for data`);
});

test('a port in use is said together with other problems', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  writeFileSync(join(folder, 'taken'), '');
  const { code, stderr } = await check(['--port', String(port), '--data-dir', join(folder, 'taken')]);
  other.close();
  expect(code).toBe(2);
  expect(stderr.split('\n')).toEqual([
    `Port ${port} of 127.0.0.1 is in use: stop what listens there, or choose another with --port.`,
    `${join(folder, 'taken')} is a file, and no folder for data: choose another with --data-dir.`,
    '',
  ]);
});

describe('trusted documents', () => {
  const write = (name: string, documents: Readonly<Record<string, string>>) =>
    writeFileSync(join(folder, name), JSON.stringify(documents));
  const trust = (list: string, environment: Environment = {}) =>
    check(['--memory'], { ASTRA_GRAPHQL_TRUSTED_DOCUMENTS: list, ...environment });
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const EDGES = '{ airports_by_key(iata: "HNL") { departures(first: 1) { nodes { to { name } } } } }';
  const WRONG = '{ airports_by_key(iata: "HNL") { nam } }';

  test('each is valid on its graph, edges of the sample included', async () => {
    write('universal.json', { it: '{ database { databaseId } }' });
    write('travel.json', { edges: EDGES, other: 'mutation { delete_airports(input: { iata: "A" }) { deletedId } }' });
    write('geology.json', { it: '{ quake(first: 1) { nodes { magnitude } } }' });
    expect(await trust('universal.json,travel=travel.json,default/travel=travel.json,geology=geology.json')).toEqual(
      RIGHT,
    );
  }, 60_000);

  test('a document of a typed graph in the list of the universal one is refused, with the cure', async () => {
    write('mixed.json', { [hash(EDGES)]: EDGES });
    expect(await trust('mixed.json')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        `The trusted document ${hash(EDGES)} in mixed.json is not valid at /graphql: Cannot query field "airports_by_key" on type "Query". ` +
        'Correct it; if it is for a typed graph, name that in ASTRA_GRAPHQL_TRUSTED_DOCUMENTS, such as travel=app.json.\n',
    });
  });

  test('what a typed graph cannot execute, and graphs that are not there, are said at once', async () => {
    write('wrong.json', { wrong: WRONG, right: EDGES });
    const { code, stderr } = await trust('travel=wrong.json,nowhere=wrong.json,elsewhere/travel=wrong.json');
    expect(code).toBe(2);
    expect(stderr.split('\n')).toEqual([
      `The trusted document wrong (sha256:${hash(WRONG)}) in wrong.json is not valid at /graphql/travel: Cannot query field "nam" on type "airports". Did you mean "name"? Correct it by the schema that "astra-graphql schema travel" prints.`,
      expect.stringMatching(
        /^ASTRA_GRAPHQL_TRUSTED_DOCUMENTS has documents of the graph "nowhere", but: There is no keyspace "nowhere"\. There are: .*travel/,
      ),
      expect.stringMatching(
        /^ASTRA_GRAPHQL_TRUSTED_DOCUMENTS has documents of the graph "elsewhere\/travel", but: .*elsewhere/,
      ),
      '',
    ]);
  }, 60_000);

  test('names are those that are served, and a relation that is given is known', async () => {
    write('camel.json', { it: '{ airportsByKey(iata: "HNL") { nearestEarthquake } }' });
    expect(await trust('travel=camel.json', { ASTRA_GRAPHQL_NAMES: 'camel' })).toEqual(RIGHT);
    const edges = 'extend type flights { start: airports @related(key: { iata: "origin" }) }';
    writeFileSync(join(folder, 'own.graphql'), `schema @keyspace(name: "travel")\n${edges}\n`);
    write('own.json', { it: '{ flights(first: 1) { nodes { start { name } } } }' });
    expect(await trust('travel=own.json', { ASTRA_GRAPHQL_RELATIONS: 'own.graphql' })).toEqual(RIGHT);
    expect((await trust('travel=own.json')).stderr).toContain('Cannot query field "start" on type "flights"');
  }, 60_000);

  test('without a token nothing is checked against tables, and that is said', async () => {
    write('travel.json', { edges: EDGES });
    const endpoint = 'https://01234567-89ab-cdef-0123-456789abcdef-us-east1.apps.astra.datastax.com';
    const { code, stdout } = await check([], {
      ASTRA_DB_API_ENDPOINT: endpoint,
      ASTRA_GRAPHQL_TRUSTED_DOCUMENTS: 'travel=travel.json',
    });
    expect(code).toBe(0);
    expect(stdout).toContain(
      'Warning: The trusted documents of typed graphs were not checked against tables, because the gateway has no token of its own: set ASTRA_GRAPHQL_READ_TOKEN.\n',
    );
  });
});
