/** What the clients of the soak test do: reads of several kinds, and writes that are noted once they are acknowledged. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, Reply } from './client.ts';

/** What was acknowledged, by key: each key is written once, so what it holds is certain. */
export interface Acknowledged {
  readonly rows: Map<number, string>;
  readonly documents: Map<string, number>;
}

export type Operation = (client: Client) => Promise<Reply>;

const SETUP = `mutation {
  createTable(input: { keyspace: "soak", name: "items", primaryKey: { partitionKey: ["id"] },
    columns: [{ name: "id", type: "int" }, { name: "text", type: "text" }] }) { created }
  createCollection(input: { namespace: "soak", name: "notes" }) { created } }`;
const CREATE_ROW = `mutation ($values: RowValues!) {
  createRow(input: { keyspace: "soak", table: "items", values: $values }) { row { key } } }`;
const CREATE_ROWS = `mutation ($rows: [RowValues!]!) {
  createRows(input: { keyspace: "soak", table: "items", rows: $rows }) { results { error { code } } } }`;
const CREATE_DOCUMENT = `mutation ($documentId: ID!, $data: JSON!) {
  createDocument(input: { namespace: "soak", collection: "notes", documentId: $documentId, data: $data }) { created } }`;
const READ_NAMES = Array.from({ length: 10 }, (_, index) => `key${index}`);
const READ_ROWS = `query (${READ_NAMES.map((name) => `$${name}: RowKey!`).join(' ')}) {
  keyspace(name: "soak") { table(name: "items") {
    ${READ_NAMES.map((name) => `${name}: row(key: $${name}) { value(column: "text") }`).join(' ')} } } }`;
const READ_DOCUMENT = `query ($id: ID!) {
  namespace(name: "soak") { collection(name: "notes") { document(documentId: $id) { data } } } }`;
const ROW_PAGE = '{ keyspace(name: "soak") { table(name: "items") { rows(first: 20) { nodes { values } } } } }';

const BATCH_ROWS = 5;

/** @throws Error - when the gateway cannot make its keyspace and what is in it */
export async function prepare(client: Client): Promise<void> {
  const made = await client.query('mutation { createKeyspace(input: { name: "soak" }) { created } }');
  // As at Astra, it is there a while later.
  for (let tries = 0; tries < 100; tries += 1) {
    const { data } = await client.query('{ keyspace(name: "soak") { name } }');
    if (JSON.stringify(data) !== '{"keyspace":null}') break;
    await sleep(100);
  }
  const { codes } = await client.query(SETUP);
  if (made.codes.length + codes.length > 0) throw new Error(`It could not be made: ${[...made.codes, ...codes]}`);
}

/** In the proportion in which clients do them: three reads to two writes. */
export function createOperations(acknowledged: Acknowledged): readonly Operation[] {
  let lastId = 0;
  const nextRow = () => {
    lastId += 1;
    return { id: lastId, text: `row ${lastId}` };
  };
  const { rows, documents } = acknowledged;

  async function createRow(client: Client): Promise<Reply> {
    const row = nextRow();
    const reply = await client.query(CREATE_ROW, { values: row });
    if (reply.codes.length === 0) rows.set(row.id, row.text);
    return reply;
  }

  async function createRows(client: Client): Promise<Reply> {
    const some = Array.from({ length: BATCH_ROWS }, nextRow);
    const reply = await client.query(CREATE_ROWS, { rows: some });
    const data = reply.data as { createRows: { results: { error: { code: string } | null }[] } | null } | null;
    const errors = (data?.createRows?.results ?? []).map(({ error }) => error);
    for (const [index, error] of errors.entries()) {
      const row = some[index];
      if (row && error === null) rows.set(row.id, row.text);
    }
    return { ...reply, codes: [...reply.codes, ...errors.flatMap((error) => error?.code ?? [])] };
  }

  async function createDocument(client: Client): Promise<Reply> {
    const { id } = nextRow();
    const reply = await client.query(CREATE_DOCUMENT, { documentId: `note-${id}`, data: { number: id } });
    if (reply.codes.length === 0) documents.set(`note-${id}`, id);
    return reply;
  }

  const anyId = () => 1 + Math.floor(Math.random() * Math.max(1, lastId));
  const readRows: Operation = (client) =>
    client.query(READ_ROWS, Object.fromEntries(READ_NAMES.map((name) => [name, { id: anyId() }])));
  const readDocument: Operation = (client) => client.query(READ_DOCUMENT, { id: `note-${anyId()}` });
  const readPage: Operation = (client) => client.query(ROW_PAGE);
  return [
    readRows,
    readPage,
    readRows,
    readDocument,
    readRows,
    readPage,
    createRow,
    createDocument,
    createRow,
    createRows,
  ];
}

export function rowsQuery(ids: readonly number[]): string {
  const fields = ids.map((id) => `r${id}: row(key: { id: ${id} }) { value(column: "text") }`);
  return `{ keyspace(name: "soak") { table(name: "items") { ${fields.join(' ')} } } }`;
}

export function documentsQuery(ids: readonly string[]): string {
  const fields = ids.map((id) => `${id.replace('-', '_')}: document(documentId: "${id}") { data }`);
  return `{ namespace(name: "soak") { collection(name: "notes") { ${fields.join(' ')} } } }`;
}
