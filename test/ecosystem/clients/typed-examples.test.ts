/** The clients in `examples/` that ask a typed graph, with what `astra-graphql schema` prints for them. */
import { appendFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFolder, type Started, start } from '../../gateway/cli/process.ts';
import { findCasts } from './casts.ts';
import { copyExample, type Example } from './example.ts';

const { folder, remove } = createFolder();
let gateway: Started;
beforeAll(() => {
  gateway = start(folder, ['serve', '--memory', '--port', '0', '--quiet']);
  return gateway.url;
}, 60_000);
afterAll(async () => {
  gateway.child.kill('SIGTERM');
  await gateway.ended;
  remove();
});

interface Client {
  readonly name: string;
  /** What `npm start` says last. */
  readonly lines: readonly unknown[];
  /** Each is a line that the compiler refuses. */
  readonly mistakes: readonly string[];
}

const flights = (count: number) => Array.from({ length: count }, () => expect.stringMatching(/^2001-01-0.* to \w/));
const CHANGES = ['created Nowhere', 'renamed Somewhere', 'deleted undefined'];

const CLIENTS: readonly Client[] = [
  {
    name: 'typed-urql',
    lines: ['5 airports, and 10 with the second page', ...flights(2), "[ 'CONFLICT' ]", ...CHANGES],
    mistakes: [
      'data?.airports_by_key?.nonsense;',
      "await client.query(AIRPORTS, { where: { city: { eq: 'Hilo' } } });",
      "await client.mutation(CREATE, { input: { name: 'No key' } });",
    ],
  },
  {
    name: 'typed-relay',
    lines: [
      '5 airports, and 10 with the second page',
      ...flights(4),
      expect.stringMatching(/^twice: .*"HNL"/),
      ...CHANGES,
    ],
    mistakes: [
      'mutate<airportsUpdateMutation>(updateMutation, { input: { key: {}, set: {} } });',
      "fetchQuery<airportsQuery>(environment, listQuery, { where: { city: { eq: 'Hilo' } } });",
    ],
  },
  {
    name: 'typed-gql-tada',
    lines: [...flights(8), 'created true and again CONFLICT', 'late 5', 'deleted string'],
    mistakes: ['first?.flights?.nodes[0]?.origin;', "await ask(FLIGHTS, { where: { origin: 'SFO' } });"],
  },
];

describe.each(CLIENTS)('$name', ({ name, lines, mistakes }) => {
  let example: Example;
  let said: readonly string[];
  beforeAll(async () => {
    example = copyExample(name);
    if (name === 'typed-relay') writeRefetchable(example);
    const output = await example.run('start', { GATEWAY_URL: `${await gateway.url}/travel` });
    said = output.trim().split('\n');
  }, 180_000);

  test('lists, pages, follows edges, creates, edits and deletes', () => {
    expect(said.slice(-lines.length)).toEqual(lines);
  });

  test('has no cast', () => {
    const isOwn = (path: string) => /^src\//.test(path) && !/generated|graphql-env/.test(path);
    const { files, casts } = findCasts(fileURLToPath(example.folder), isOwn);
    expect(casts).toEqual([]);
    expect(files).toBeGreaterThan(0);
  });

  test.runIf(name === 'typed-relay')('refetches an object by its nodeId', () => {
    const artifact = readFileSync(new URL('src/__generated__/moreRefetchQuery.graphql.ts', example.folder), 'utf8');
    expect(artifact).toContain('node(nodeId: $nodeId)');
  });

  test('the compiler refuses what does not fit', async () => {
    const main = new URL('src/main.ts', example.folder);
    const length = readFileSync(main, 'utf8').split('\n').length;
    appendFileSync(main, mistakes.join('\n'));
    const found = await example.run('check').catch(String);
    const refused = [...found.matchAll(/^src\/main\.ts\((\d+),\d+\): error/gm)].map(
      ([, line]) => Number(line) - length,
    );
    expect([...new Set(refused)]).toEqual(mistakes.map((_, index) => index));
  });
});

function writeRefetchable({ folder: place }: Example): void {
  const fragment = 'fragment more_airport on airports @refetchable(queryName: "moreRefetchQuery") { name }';
  const text = `import { graphql } from 'relay-runtime';\nexport const more = graphql\`${fragment}\`;\n`;
  appendFileSync(new URL('src/more.ts', place), text);
}
