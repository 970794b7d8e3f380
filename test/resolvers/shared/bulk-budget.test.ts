/** Bulk mutations are carried through or refused as a whole: neither calls nor time run out between the first write and the last. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

const AT = { keyspace: 'shop', table: 'events' };
const NOTES = { namespace: 'shop', collection: 'notes' };
const range = (count: number) => Array.from({ length: count }, (_, n) => n);
/** Rows of one partition of which no two are alike in any clustering column. */
const apart = (count: number, from = 0) =>
  range(count).map((n) => ({ p: 1, a: ((n + from) * 7919) % 104_729, b: `b${n + from}`, c: n + from }));
const withValues = (rows: readonly object[]) => rows.map((key) => ({ key, values: { note: 'x' } }));
const ids = (count: number) => range(count).map((n) => `note-${n}`);

const MUTATIONS = {
  createRows: 'created row { key }',
  updateRows: 'row { key }',
  deleteRows: 'deletedId',
  createDocuments: 'documentId',
  deleteDocuments: 'deletedId',
} as const;
type Name = keyof typeof MUTATIONS;

interface Result {
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly [field: string]: unknown;
}

async function start(options: Parameters<typeof startGateway>[0]): Promise<RunningGateway> {
  const gateway = await startGateway({ ...options, upstream: { schemaLifetimeMs: 600_000, ...options?.upstream } });
  const answer = await gateway.query(`mutation {
    createKeyspace(input: {name: "shop"}) { created }
    createTable(input: {
      keyspace: "shop", name: "events",
      columns: [{name: "p", type: "int"}, {name: "a", type: "int"}, {name: "b", type: "text"}, {name: "c", type: "bigint"}, {name: "note", type: "text"}],
      primaryKey: {partitionKey: ["p"], clusteringKey: [{name: "a"}, {name: "b"}, {name: "c"}]}
    }) { created }
    createCollection(input: {namespace: "shop", name: "notes"}) { created }
  }`);
  expect(answer.errors).toBeUndefined();
  // The definitions are known from here on.
  await gateway.query(
    '{ keyspace(name: "shop") { table(name: "events") { id } } namespace(name: "shop") { collection(name: "notes") { id } } }',
  );
  gateway.clearUpstreamRequests();
  return gateway;
}

async function run(gateway: RunningGateway, name: Name, input: object) {
  gateway.clearUpstreamRequests();
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors = [] } = await gateway.query(
    `mutation ($input: ${type}!) { ${name}(input: $input) { results { ${MUTATIONS[name]} error { code message } } } }`,
    { input },
  );
  const methods = gateway.upstreamRequests().map(({ method }) => method);
  const results = (data?.[name]?.results ?? []) as readonly Result[];
  return { results, errors, reads: methods.filter((method) => method === 'GET').length, calls: methods.length };
}

const failures = (results: readonly Result[]) => results.flatMap(({ error }) => (error ? [error.message] : []));
const INPUTS: Record<Name, (count: number) => object> = {
  createRows: (count) => ({ ...AT, rows: apart(count) }),
  updateRows: (count) => ({ ...AT, rows: withValues(apart(count)) }),
  deleteRows: (count) => ({ ...AT, keys: apart(count), ifExists: true }),
  createDocuments: (count) => ({ ...NOTES, documents: ids(count).map((id) => ({ id })) }),
  deleteDocuments: (count) => ({ ...NOTES, documentIds: ids(count), ifExists: true }),
};

describe('with the limits as they are by default', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await start({});
  }, 60_000);
  afterAll(() => gateway.close());

  test('1,000 rows are created, 600 changed and deleted, with a search for each ten, and a write for each', async () => {
    const created = await run(gateway, 'createRows', INPUTS.createRows(1000));
    expect([created.errors, failures(created.results), created.results.length]).toEqual([[], [], 1000]);
    expect(created).toMatchObject({ reads: 100, calls: 1100 });
    const updated = await run(gateway, 'updateRows', INPUTS.updateRows(600));
    expect([updated.errors, failures(updated.results), updated.calls]).toEqual([[], [], 600]);
    const deleted = await run(gateway, 'deleteRows', INPUTS.deleteRows(600));
    expect([deleted.errors, failures(deleted.results)]).toEqual([[], []]);
    expect(deleted).toMatchObject({ reads: 60, calls: 660 });
  }, 60_000);

  test('1,000 documents are created and deleted, each looked for before', async () => {
    const created = await run(gateway, 'createDocuments', INPUTS.createDocuments(1000));
    expect([created.errors, failures(created.results), created.calls]).toEqual([[], [], 1000]);
    const documentIds = created.results.map(({ documentId }) => documentId);
    const deleted = await run(gateway, 'deleteDocuments', { ...NOTES, documentIds });
    expect([deleted.errors, failures(deleted.results), deleted.calls]).toEqual([[], [], 2000]);
  }, 60_000);

  test('what was written can be read again, by each of two bulk mutations in one operation', async () => {
    gateway.clearUpstreamRequests();
    const mutation = (alias: string, rows: string) =>
      `${alias}: createRows(input: {keyspace: "shop", table: "events", rows: ${rows}}) { results { error { message } row { value(column: "note") } } }`;
    const { data, errors } = await gateway.query(
      `mutation ($one: [RowValues!]!, $other: [RowValues!]!) { ${mutation('one', '$one')} ${mutation('other', '$other')} }`,
      {
        one: apart(600, 2000).map((key) => ({ ...key, note: 'x' })),
        other: apart(40, 4000).map((key) => ({ ...key, note: 'y' })),
      },
    );
    const { one, other } = data as Record<string, { results: { row: { value: string } | null; error: unknown }[] }>;
    expect(errors).toBeUndefined();
    expect(one?.results.map(({ row }) => row?.value)).toEqual(range(600).map(() => 'x'));
    expect(other?.results.map(({ row }) => row?.value)).toEqual(range(40).map(() => 'y'));
    // Looked for, written and read again.
    expect(gateway.upstreamRequests()).toHaveLength(60 + 600 + 600 + 4 + 40 + 40);
  }, 60_000);
});

describe('with a limit that is lower than the default', () => {
  const MAX_CALLS = 60;
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await start({ limits: { maxCalls: MAX_CALLS } });
  }, 60_000);
  afterAll(() => gateway.close());

  test.each<[Name, number]>([
    // One call each for the definition, and a search for each ten rows.
    ['createRows', 53],
    ['updateRows', 59],
    ['deleteRows', 53],
    ['createDocuments', 59],
    ['deleteDocuments', 29],
  ])('%s of 200 is refused whole, with the number that fits, which fits', async (name, count) => {
    const refused = await run(gateway, name, INPUTS[name](200));
    expect(refused.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_BUDGET_EXCEEDED' } }]);
    expect(refused.errors[0]?.message).toContain(`The first ${count} of them fit`);
    expect(refused.errors[0]?.message).toContain('ASTRA_GRAPHQL_MAX_UPSTREAM_CALLS');
    expect(refused.calls).toBe(0);
    expect((await run(gateway, name, INPUTS[name](count + 1))).calls).toBe(0);
    const fitting = await run(gateway, name, INPUTS[name](count));
    expect([fitting.errors, failures(fitting.results), fitting.results.length]).toEqual([[], [], count]);
    expect(fitting.calls).toBeLessThanOrEqual(MAX_CALLS);
  });

  test('items that are refused by themselves need no calls', async () => {
    const rows = [...apart(53, 9000), ...range(50).map((n) => ({ p: 1, colour: n }))];
    const { errors, results } = await run(gateway, 'createRows', { ...AT, rows });
    expect(errors).toEqual([]);
    expect(results.filter(({ created }) => created)).toHaveLength(53);
  });
});

describe('the time of an operation', () => {
  let gateway: RunningGateway;
  let remove = () => {};
  beforeAll(async () => {
    gateway = await start({ upstream: { resilience: { operationTimeoutMs: 1500, maxRetries: 0 } } });
  }, 60_000);
  beforeEach(() => remove());
  afterAll(() => gateway.close());

  test('does not end between the first write and the last', async () => {
    remove = gateway.emulator.faults.add({ match: { method: 'POST' }, latencyMs: 400 });
    const { errors, results } = await run(gateway, 'createRows', INPUTS.createRows(50));
    expect([errors, failures(results), results.length]).toEqual([[], [], 50]);
  });

  test('refuses everything when it ends before the first write', async () => {
    remove = gateway.emulator.faults.add({
      match: { method: 'GET', target: /v2\/keyspaces/ },
      after: 2,
      latencyMs: 1800,
    });
    const { errors, reads, calls } = await run(gateway, 'createRows', { ...AT, rows: apart(30, 5000) });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_TIMEOUT' } }]);
    expect(errors[0]?.message).toContain('nothing was written');
    expect([reads, calls]).toEqual([3, 3]);
  });

  test('that ends before anything was found is an error at each index', async () => {
    remove = gateway.emulator.faults.add({ match: { method: 'GET', target: /v2\/keyspaces/ }, latencyMs: 1800 });
    const { errors, results, calls } = await run(gateway, 'createRows', { ...AT, rows: apart(30, 6000) });
    expect([errors, calls]).toEqual([[], 3]);
    expect(results.map(({ error }) => error?.code)).toEqual(range(30).map(() => 'UPSTREAM_TIMEOUT'));
  });

  test('a write that fails is an error at its index, and the others are made', async () => {
    remove = gateway.emulator.faults.add({
      match: { method: 'POST' },
      after: 7,
      times: 1,
      fault: { kind: 'answer', status: 503, body: { description: 'busy', code: 503 } },
    });
    const { errors, results } = await run(gateway, 'createRows', { ...AT, rows: apart(30, 7000) });
    expect(errors).toEqual([]);
    expect(failures(results)).toHaveLength(1);
  });
});

test('a host that takes one call at a time, and lets none wait, is written to one after the other', async () => {
  const gateway = await start({ upstream: { resilience: { maxCallsAtOnce: 1, maxCallsWaiting: 0 } } });
  const { errors, results } = await run(gateway, 'updateRows', INPUTS.updateRows(40));
  expect([errors, failures(results), results.length]).toEqual([[], [], 40]);
  await gateway.close();
}, 60_000);
