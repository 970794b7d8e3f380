/** What a Data API would misread or do silently with rows and schemas, kept away from it: watched in what reaches it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SentCommand, watchCommands } from '../support/commands.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../support/gateway.ts';

const count = (n: number) => Array.from({ length: n }, (_, index) => index);

const watch = watchCommands();
let gateway: RunningGateway;

const COLUMNS = `{ name: "id", type: "int" }, { name: "n", type: "int" }, { name: "at", type: "timestamp" },
  { name: "tags", type: "set<text>" }, { name: "flag", type: "boolean" }`;

beforeAll(async () => {
  gateway = await startGateway({ api: 'data', upstream: { fetch: watch.fetch }, emulator: { dataPageSize: 20 } });
  await run(`mutation {
    keyspace: createKeyspace(input: { name: "shop" }) { created }
    things: createTable(input: { keyspace: "shop", name: "things", primaryKey: { partitionKey: ["id"] }, columns: [${COLUMNS}] }) { created }
    numbers: createTable(input: { keyspace: "shop", name: "numbers", columns: [{ name: "d", type: "decimal" }],
      primaryKey: { partitionKey: ["d"] } }) { created }
    texts: createTable(input: { keyspace: "shop", name: "texts", columns: [{ name: "t", type: "text" }, { name: "v", type: "vector<float, 2>" }],
      primaryKey: { partitionKey: ["t"] } }) { created }
    byN: createIndex(input: { keyspace: "shop", table: "things", column: "n", name: "by_n" }) { created }
    collection: createCollection(input: { namespace: "shop", name: "papers" }) { created } }`);
  const rows = count(105).map((id) => ({ id, n: id % 2 }));
  await run(
    `mutation ($rows: [RowValues!]!) { createRows(input: { keyspace: "shop", table: "things", rows: $rows }) { results { error { message } } } }`,
    { rows },
  );
}, 60_000);

afterAll(() => gateway.close());

beforeEach(() => watch.clear());

const table = (name: string, fields: string) => `{ keyspace(name: "shop") { table(name: "${name}") { ${fields} } } }`;

describe.each([20, 50])('pages of %s', (dataPageSize) => {
  let paged: RunningGateway;
  beforeAll(async () => {
    const fresh = { dataPageSize, faults: [] };
    paged = await startGateway({ api: 'data', upstream: { fetch: watch.fetch }, emulator: fresh });
    await paged.query(`mutation {
      keyspace: createKeyspace(input: { name: "shop" }) { created }
      things: createTable(input: { keyspace: "shop", name: "things", primaryKey: { partitionKey: ["id"] }, columns: [${COLUMNS}] }) { created } }`);
    await paged.query(
      `mutation ($rows: [RowValues!]!) { createRows(input: { keyspace: "shop", table: "things", rows: $rows }) { results { index } } }`,
      { rows: count(105).map((id) => ({ id, n: id % 2 })) },
    );
    watch.clear();
  });
  afterAll(() => paged.close());

  test.each([1, 10, 20, 50, 60, 100, 105, 200])('by first %s: all rows once, whatever a page holds', async (first) => {
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const fields = 'nodes { key } pageInfo { hasNextPage endCursor }';
      const { data, errors }: GraphQLAnswer = await paged.query(
        `query ($after: String) ${table('things', `rows(first: ${first}, after: $after) { ${fields} }`)}`,
        { after },
      );
      expect(errors).toBeUndefined();
      const { nodes, pageInfo } = data.keyspace.table.rows;
      seen.push(...nodes.map(({ key }: { key: { id: number } }) => key.id));
      expect(nodes).toHaveLength(Math.min(first, 105 - seen.length + nodes.length));
      expect(pageInfo.hasNextPage).toBe(seen.length < 105);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(105);
    expect(seen).toHaveLength(105);
    for (const { body } of finds()) expect(body.options ?? {}).not.toHaveProperty('limit');
  });
});

test('a page state goes on only with the filter, the sort and the projection that it came from', async () => {
  const page = (args: string, fields = 'key') =>
    table('things', `rows(first: 20${args}) { nodes { ${fields} } pageInfo { endCursor } }`);
  const { data } = await run(page(', where: [{ column: "n", eq: 1 }]'));
  const cursor = data.keyspace.table.rows.pageInfo.endCursor;
  await run(page(`, where: [{ column: "n", eq: 1 }], after: "${cursor}"`));
  const states = new Map<string, string>();
  for (const { body } of finds()) {
    const { filter, sort, projection, options } = body;
    const query = JSON.stringify({ filter, sort, projection });
    if (options?.pageState) expect(states.get('query')).toBe(query);
    states.set('query', query);
  }
  watch.clear();
  for (const other of [', where: [{ column: "n", eq: 0 }]', '', ', where: [{ column: "n", gt: 0 }]']) {
    expect(await refusal(page(`${other}, after: "${cursor}"`))).toMatchObject({ code: 'INVALID_CURSOR' });
  }
  expect(watch.sent.filter(({ name }) => name === 'find')).toEqual([]);
});

test('cursors that are broken, or of another table, are refused', async () => {
  const page = (name: string, after: string) => table(name, `rows(first: 5, after: "${after}") { nodes { id } }`);
  const { data } = await run(table('things', 'rows(first: 20) { pageInfo { endCursor } }'));
  const cursor: string = data.keyspace.table.rows.pageInfo.endCursor;
  for (const after of ['x', 'AAAA', cursor.slice(0, -2), `${cursor}AA`, cursor.toLowerCase()]) {
    expect(await refusal(page('things', after))).toMatchObject({ code: 'INVALID_CURSOR' });
  }
  expect(await refusal(page('texts', cursor))).toMatchObject({ code: 'INVALID_CURSOR' });
});

describe('what would read or delete a whole table is refused before it is sent', () => {
  const write = (field: string) => `mutation { ${field} { __typename } }`;
  test.each([
    ['a condition without an operator', table('things', 'rows(where: [{ column: "n" }]) { nodes { id } }')],
    ['an equality with null', table('things', 'rows(where: [{ column: "n", eq: null }]) { nodes { id } }')],
    ['an empty key', table('things', 'rows(key: {}) { nodes { id } }')],
    ['a key of null', table('things', 'row(key: { id: null }) { id }')],
    ['exists on another type', table('things', 'rows(where: [{ column: "n", exists: true }]) { nodes { id } }')],
    ['an empty key to delete', write('deleteRow(input: { keyspace: "shop", table: "things", key: {} })')],
    ['an empty range', write('deleteRowRange(input: { keyspace: "shop", table: "things", keyPrefix: {} })')],
    ['a null as key to delete', write('deleteRow(input: { keyspace: "shop", table: "things", key: { id: null } })')],
    ['nothing to change', write('updateRow(input: { keyspace: "shop", table: "things", key: { id: 1 }, values: {} })')],
    ['a date for a number', table('things', 'rows(where: [{ column: "n", eq: "2026-01-01" }]) { nodes { id } }')],
    ['an unindexed column', table('things', 'rows(where: [{ column: "flag", eq: true }]) { nodes { id } }')],
    ['another order', table('things', 'rows(key: { id: 1 }, sort: [{ column: "n" }]) { nodes { id } }')],
  ])('%s', async (_, query) => {
    expect(await refusal(query)).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(watch.sent.filter(({ name }) => !name.startsWith('list'))).toEqual([]);
  });
});

test('an empty list answers nothing, and null in a list is refused, without a command for rows', async () => {
  const { data } = await run(table('things', 'rows(where: [{ column: "id", in: [] }]) { nodes { id } }'));
  expect(data.keyspace.table.rows.nodes).toEqual([]);
  const query = table('things', 'rows(where: [{ column: "id", in: [1, null] }]) { nodes { id } }');
  expect(await refusal(query)).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
  expect(finds()).toEqual([]);
});

test('times are compared as text, never as {"$date"}', async () => {
  const own = watchCommands();
  const upstream = { fetch: own.fetch, allowFiltering: true };
  const open = await startGateway({ api: 'data', upstream });
  await open.query(`mutation {
    keyspace: createKeyspace(input: { name: "shop" }) { created }
    things: createTable(input: { keyspace: "shop", name: "things", primaryKey: { partitionKey: ["id"] }, columns: [${COLUMNS}] }) { created }
    row: createRow(input: { keyspace: "shop", table: "things", values: { id: 1, at: "2026-01-02T03:04:05Z", flag: true } }) { created } }`);
  for (const value of ['"2026-01-02T03:04:05.000Z"', '"2026-01-02T05:04:05+02:00"', '1767323045000']) {
    const query = table(
      'things',
      `rows(where: [{ column: "at", eq: ${value} }, { column: "flag", eq: true }]) { nodes { key } }`,
    );
    const { data, errors } = await open.query(query);
    expect(errors).toBeUndefined();
    expect(data.keyspace.table.rows.nodes).toHaveLength(1);
  }
  for (const { body } of own.sent.filter(({ name }) => name === 'find')) {
    expect(JSON.stringify(body.filter)).not.toContain('$date');
  }
  await open.close();
});

test('a cursor whose state upstream has no place for is INVALID_CURSOR, and no failure of the server', async () => {
  const { data } = await run(table('things', 'rows(first: 20) { pageInfo { endCursor } }'));
  const after = data.keyspace.table.rows.pageInfo.endCursor;
  gateway.emulator.faults.add({
    match: { api: 'data', target: /things/ },
    times: 1,
    fault: {
      kind: 'answer',
      status: 200,
      body: JSON.stringify({
        errors: [
          { family: 'SERVER', scope: 'DATABASE', errorCode: 'UNEXPECTED_DRIVER_ERROR', title: 't', message: 'm' },
        ],
      }),
    },
  });
  const query = table('things', `rows(first: 20, after: "${after}") { nodes { id } }`);
  expect(await refusal(query)).toMatchObject({ code: 'INVALID_CURSOR' });
});

describe('tables and collections keep to their kind', () => {
  test.each([
    ['deleteCollection(input: { namespace: "shop", collection: "things" }) { deletedId }'],
    ['deleteTable(input: { keyspace: "shop", table: "papers" }) { deletedId }'],
  ])('%s drops nothing', async (field) => {
    expect(await refusal(`mutation { ${field} }`)).toMatchObject({ code: 'NOT_FOUND' });
    expect(watch.sent.map(({ name }) => name)).not.toContain('dropTable');
    expect(watch.sent.map(({ name }) => name)).not.toContain('deleteCollection');
  });

  test('a table is not made where a collection is, also not if it may exist', async () => {
    const made = (more: string) =>
      `mutation { createTable(input: { keyspace: "shop", name: "papers", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }]${more} }) { created } }`;
    for (const more of ['', ', ifNotExists: true']) {
      expect(await refusal(made(more))).toMatchObject({ code: 'CONFLICT' });
    }
    for (const { body } of watch.sent.filter(({ name }) => name === 'createTable')) {
      expect(JSON.stringify(body.options ?? {})).not.toContain('ifNotExists');
    }
  });

  test('a collection is not made where a table is', async () => {
    const query = 'mutation { createCollection(input: { namespace: "shop", name: "things" }) { created } }';
    expect(await refusal(query)).toMatchObject({ code: 'CONFLICT' });
  });

  test('a table is no collection to read, nor the reverse', async () => {
    const { data } = await run(
      '{ namespace(name: "shop") { collection(name: "things") { id } } keyspace(name: "shop") { table(name: "papers") { id } } }',
    );
    expect([data.namespace.collection, data.keyspace.table]).toEqual([null, null]);
  });
});

describe('values that upstream changes silently or takes for its own failure', () => {
  const create = (into: string, values: string) =>
    `mutation { createRow(input: { keyspace: "shop", table: "${into}", values: ${values} }) { created } }`;

  test.each([
    ['the empty text as key', create('texts', '{ t: "" }')],
    ['a vector of another length', create('texts', '{ t: "a", v: [1, 2, 3] }')],
    ['a number beyond its type', create('things', '{ id: 2147483648 }')],
    ['a fraction for a whole number', create('things', '{ id: 1.5 }')],
    ['a null in a set', create('things', '{ id: 1, tags: ["a", null] }')],
  ])('%s is refused', async (_, query) => {
    expect(await refusal(query)).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(watch.sent.filter(({ name }) => name.startsWith('insert'))).toEqual([]);
  });

  test('a decimal as key is one row in all its spellings', async () => {
    await run(create('numbers', '{ d: "2.50" }'));
    for (const d of ['2.5', '2.50', '25E-1']) {
      const { data } = await run(table('numbers', `row(key: { d: "${d}" }) { key }`));
      expect(data.keyspace.table.row, d).not.toBeNull();
    }
  });
});

function finds(): SentCommand[] {
  return watch.sent.filter(({ name }) => name === 'find');
}

/** The extensions of the first error. */
async function refusal(query: string): Promise<Record<string, unknown>> {
  const { errors } = await gateway.query(query);
  expect(errors, query).toBeDefined();
  return errors?.[0]?.extensions ?? {};
}

async function run(document: string, variables: Record<string, unknown> = {}): Promise<GraphQLAnswer> {
  const answer = await gateway.query(document, variables);
  expect(answer.errors).toBeUndefined();
  return answer;
}
