/** What each kind of query for documents costs a Data API, in commands: exact, not measured. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { watchCommands } from '../support/commands.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../support/gateway.ts';

const PAGE = 50;
const count = (n: number) => Array.from({ length: n }, (_, index) => index);

const watch = watchCommands();
let gateway: RunningGateway;
let ids: readonly string[];

beforeAll(async () => {
  const upstream = { schemaLifetimeMs: 60_000, fetch: watch.fetch };
  gateway = await startGateway({ api: 'data', upstream, emulator: { dataPageSize: PAGE } });
  await run(`mutation {
    keyspace: createKeyspace(input: { name: "shop" }) { created }
    notes: createCollection(input: { namespace: "shop", name: "notes" }) { created } }`);
  ids = await createDocuments(count(200).map((n) => ({ n, author: n % 5 })));
}, 60_000);

afterAll(() => gateway.close());

beforeEach(() => watch.clear());

const notes = (fields: string) => `{ namespace(name: "shop") { collection(name: "notes") { ${fields} } } }`;

test('a document costs two commands cold and one warm', async () => {
  const own = watchCommands();
  const cold = await startGateway({ api: 'data', emulator: { sample: true }, upstream: { fetch: own.fetch } });
  const document =
    '{ namespace(name: "geology") { collection(name: "earthquakes") { document(documentId: "ci37868143") { data } } } }';
  expect((await cold.query(document)).data.namespace.collection.document.data).toHaveProperty('magnitude');
  expect(commands(own.sent)).toEqual(['/geology findCollections', '/geology/earthquakes find']);
  own.clear();
  expect((await cold.query(document)).errors).toBeUndefined();
  expect(commands(own.sent)).toEqual(['/geology/earthquakes find']);
  await cold.close();
}, 60_000);

test('100 documents by id are one command, and the same one twice is none more', async () => {
  const wanted = [...ids.slice(0, 100), ...ids.slice(0, 3)];
  await run(notes(wanted.map((id, n) => `d${n}: document(documentId: "${id}") { data }`).join('\n')));
  expect(commands()).toEqual(['/shop/notes find']);
  watch.clear();
  await run(
    notes(
      ids
        .slice(0, 101)
        .map((id, n) => `d${n}: document(documentId: "${id}") { data }`)
        .join('\n'),
    ),
  );
  expect(commands()).toHaveLength(2);
});

test('many values of one document at any depth are one command', async () => {
  const again = `collection { document(documentId: "${ids[7]}") { other: value(path: "author") } }`;
  await run(notes(`document(documentId: "${ids[7]}") { value(path: "n") data(fields: ["author"]) ${again} }`));
  expect(commands()).toEqual(['/shop/notes find']);
});

test.each([
  [PAGE, '', 1],
  [PAGE, 'pageInfo { hasNextPage }', 2],
  [100, '', 2],
  [200, 'pageInfo { hasNextPage }', 5],
])('a list of %s takes a command for each page, and one more to tell of the next: %s', async (first, info, calls) => {
  await run(notes(`documents(first: ${first}) { nodes { documentId } ${info} }`));
  expect(commands()).toEqual(count(calls).map(() => '/shop/notes find'));
});

test('100 new documents are one command, also without ids; with idPath each is one', async () => {
  await createDocuments(count(100).map((n) => ({ n })));
  expect(commands()).toEqual(['/shop/notes insertMany']);
  watch.clear();
  await createDocuments(
    count(3).map((n) => ({ key: `k${n}` })),
    'idPath: "key"',
  );
  expect(commands()).toEqual(count(3).map(() => '/shop/notes findOneAndReplace'));
});

test('a document is created, and deleted, by one command', async () => {
  const input = 'namespace: "shop", collection: "notes", documentId: "alone"';
  await run(`mutation { createDocument(input: { ${input}, data: { n: 1 } }) { created } }`);
  await run(`mutation { deleteDocument(input: { ${input} }) { deletedId } }`);
  expect(commands()).toEqual(['/shop/notes insertOne', '/shop/notes findOneAndDelete']);
});

function commands(sent = watch.sent): string[] {
  return sent.map(({ place, name }) => `${place} ${name}`);
}

async function run(document: string, variables: Record<string, unknown> = {}): Promise<GraphQLAnswer> {
  const answer = await gateway.query(document, variables);
  expect(answer.errors).toBeUndefined();
  return answer;
}

/** Their ids. */
async function createDocuments(documents: readonly Record<string, unknown>[], idPath = ''): Promise<string[]> {
  const { data } = await run(
    `mutation ($documents: [JSON!]!) {
      createDocuments(input: { namespace: "shop", collection: "notes", ${idPath} documents: $documents }) { results { documentId error { message } } } }`,
    { documents },
  );
  expect(JSON.stringify(data)).not.toContain('message');
  return data.createDocuments.results.map(({ documentId }: { documentId: string }) => documentId);
}
