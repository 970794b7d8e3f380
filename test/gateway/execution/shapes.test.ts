/** What each operation makes has hidden classes that V8 shares: an object without one is slow to make and to read. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Of the built gateway, by V8's own word. The last one, a literal with getters, has none. */
const SCRIPT = `
import { createSource } from './dist/datasources/back-ends/data-plane.js';
import { createLoaders } from './dist/datasources/loaders/loaders.js';
import { Connection, Edge, PageInfo } from './dist/resolvers/relay/selected-models.js';
const source = () => createSource({}, {}, { databases: {} });
const make = {
  source,
  loaders: () => createLoaders(source()),
  connection: () => new Connection([], {}, () => []),
  edge: () => new Edge({}, null, () => ''),
  pageInfo: () => new PageInfo(false, async () => false, () => null),
  getter: () => ({ a: 1, get b() { return 2; } }),
};
const isShared = ([, each]) => %HasFastProperties(each()) && %HaveSameMap(each(), each());
console.log(JSON.stringify(Object.entries(make).filter(isShared).map(([name]) => name)));
`;

test('sources, loaders and the models of lists', () => {
  const shared = execFileSync(process.execPath, ['--allow-natives-syntax', '--input-type=module', '-e', SCRIPT], {
    cwd: new URL('../../../', import.meta.url),
    encoding: 'utf8',
  });
  expect(JSON.parse(shared)).toEqual(['source', 'loaders', 'connection', 'edge', 'pageInfo']);
});
