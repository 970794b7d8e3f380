/** Whatever a client sends becomes an answer with documented codes: no 500, no fault, nothing written where it was not meant. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../support/gateway.ts';
import { anyJson, anyText } from './hostile.ts';

const RUNS = { numRuns: 40 };
let gateway: RunningGateway;
const rejections: unknown[] = [];
const noteRejection = (reason: unknown) => rejections.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', noteRejection);
  gateway = await startGateway({ upstream: { schemaLifetimeMs: 600_000 } });
  const { errors } = await gateway.query(`mutation {
    createKeyspace(input: { name: "shop" }) { created }
    createTable(input: { keyspace: "shop", name: "items", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "text" }, { name: "v", type: "text" }] }) { created }
    createRow(input: { keyspace: "shop", table: "items", values: { id: "untouched", v: "a" } }) { created }
    createCollection(input: { namespace: "shop", name: "notes" }) { created }
    createDocument(input: { namespace: "shop", collection: "notes", documentId: "untouched", data: { a: 1 } }) { created }
    createDocument2: createDocument(input: { namespace: "shop", collection: "notes", documentId: "target", data: { a: 1 } }) { created } }`);
  expect(errors).toBeUndefined();
}, 60_000);

afterAll(async () => {
  process.off('unhandledRejection', noteRejection);
  await gateway.close();
});

const ITEMS = 'keyspace: "shop", table: "items"';
const NOTES = 'namespace: "shop", collection: "notes"';

/** `$text` and `$json` stand where a client may put what it likes. */
const OPERATIONS = [
  'query ($text: ID!) { node(id: $text) { id } }',
  'query ($text: String!) { keyspace(name: $text) { tables { name } } namespace(name: $text) { collections { name } } }',
  'query ($text: String!) { keyspace(name: "shop") { table(name: $text) { rows { nodes { id } } } table2: table(name: "items") { rows(after: $text) { nodes { id } } } } }',
  'query ($json: RowKey!) { keyspace(name: "shop") { table(name: "items") { row(key: $json) { values } } } }',
  'query ($text: String!, $json: CqlValue) { keyspace(name: "shop") { table(name: "items") { rows(where: [{ column: $text, eq: $json }]) { nodes { id } } } } }',
  'query ($text: ID!) { namespace(name: "shop") { collection(name: "notes") { document(documentId: $text) { data } } } }',
  'query ($text: String!) { namespace(name: "shop") { collection(name: $text) { documents { nodes { id } } } } }',
  'query ($text: DocumentPath!) { namespace(name: "shop") { collection(name: "notes") { document(documentId: "target") { value(path: $text) } } } }',
  'query ($text: DocumentPath!, $json: JSON) { namespace(name: "shop") { collection(name: "notes") { documents(where: { path: $text, eq: $json }) { nodes { data } } } } }',
  `mutation ($text: String!) { createRow(input: { ${ITEMS}, values: { id: $text, v: $text } }) { row { values } } }`,
  `mutation ($json: RowValues!) { createRow(input: { ${ITEMS}, values: $json }) { row { values } } }`,
  `mutation ($text: String!) { deleteRow(input: { ${ITEMS}, key: { id: $text } }) { deletedId } }`,
  `mutation ($json: RowKey!) { deleteRow(input: { ${ITEMS}, key: $json }) { deletedId } }`,
  `mutation ($text: DocumentPath!, $json: JSON!) { replaceDocument(input: { ${NOTES}, documentId: "target", path: $text, data: $json }) { document { data } } }`,
  `mutation ($text: DocumentPath!) { deleteDocument(input: { ${NOTES}, documentId: "target", path: $text }) { deletedId } }`,
  `mutation ($text: ID!) { deleteDocument(input: { ${NOTES}, documentId: $text }) { deletedId } }`,
  'mutation ($text: String!) { deleteTable(input: { keyspace: "shop", table: $text }) { deletedId } }',
  'mutation ($text: String!) { deleteKeyspace(input: { keyspace: $text }) { deletedId } }',
];

async function post(body: string): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${gateway.emulator.applicationToken}` };
  const response = await fetch(gateway.url, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

function expectForeseen({ status, text }: { status: number; text: string }): void {
  expect(status).toBeLessThan(500);
  expect(text).not.toContain('INTERNAL_SERVER_ERROR');
}

test.each(OPERATIONS)('%s', async (query) => {
  const names = ['text', 'json'].filter((name) => query.includes(`$${name}:`));
  const wanted = fc
    .record({ text: anyText, json: anyJson })
    .map((values) => Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name))));
  const notMeant = (variables: object) => !JSON.stringify(variables).match(/untouched|"(shop|items)"/);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(wanted, fc.dictionary(fc.constantFrom(...names), anyJson, { noNullPrototype: true })),
      async (variables) => {
        fc.pre(notMeant(variables));
        const answer = await post(JSON.stringify({ query, variables }));
        expectForeseen(answer);
        expect(answer.text).not.toContain('GRAPHQL_VALIDATION_FAILED');
      },
    ),
    RUNS,
  );
});

test('any body', async () => {
  const body = fc.oneof(
    anyText,
    anyJson.map((value) => JSON.stringify(value)),
    fc
      .record({ query: anyJson, variables: anyJson, operationName: anyJson, extensions: anyJson }, { requiredKeys: [] })
      .map((value) => JSON.stringify(value)),
  );
  await fc.assert(
    fc.asyncProperty(body, async (text) => expectForeseen(await post(text))),
    RUNS,
  );
});

/** Last: after all of the above. */
test('what nobody named is as it was, and no promise was rejected unhandled', async () => {
  const { data } = await gateway.query(`{
    keyspace(name: "shop") { table(name: "items") { row(key: { id: "untouched" }) { values } } }
    namespace(name: "shop") { collection(name: "notes") { document(documentId: "untouched") { data } } } }`);
  expect(data.keyspace.table.row.values).toEqual({ id: 'untouched', v: 'a' });
  expect(data.namespace.collection.document.data).toEqual({ a: 1 });
  expect(gateway.logLines.filter(({ event }) => event === 'fault')).toEqual([]);
  expect(rejections).toEqual([]);
});
