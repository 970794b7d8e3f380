/** Surfaces share their caches, and still answer by their own path, schema and limits, whichever was asked first. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaches } from '../../../gateway/execution/caches.ts';
import { surfaceKey } from '../../../gateway/execution/surface.ts';
import { createSchema } from '../../../schema/schema.ts';
import { createGate } from '../../support/gate.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../../support/gateway.ts';
import { until } from '../../support/until.ts';

const caches = createCaches();
const gate = createGate();
let universal: RunningGateway;
let subgraph: RunningGateway;
let strict: RunningGateway;

beforeAll(async () => {
  const options = { coalesce: true, gateway: { caches } };
  universal = await startGateway(options);
  const { emulatorUrl, emulator } = universal;
  const [databaseId, region] = [emulator.defaultDatabaseId, emulator.defaultDatabaseRegion];
  const dataUrl = `${emulatorUrl}/${databaseId}-${region}/api/rest`;
  const defaultDatabase = { databaseId, region, api: 'stargate' as const, dataUrl };
  // The same upstream, so that the same token is right on both.
  const address = { devopsUrl: emulatorUrl, allowedOrigins: [emulatorUrl], defaultDatabase };
  const upstream = { ...address, fetch: gate.fetch, coalesceReads: false, schemaLifetimeMs: 0 };
  subgraph = await startGateway({ ...options, upstream, subgraph: { typePrefix: 'Astra' } });
  strict = await startGateway({ ...options, limits: { maxTokens: 8 } });
}, 60_000);

afterAll(async () => {
  for (const gateway of [universal, subgraph, strict]) await gateway.close();
});

function ask(gateway: RunningGateway, document: string): Promise<GraphQLAnswer> {
  return gateway.query(document, {}, { authorization: `Bearer ${universal.emulator.applicationToken}` });
}

const typeOf = ({ data }: GraphQLAnswer) => data.database.__typename;

test('the same query in flight on two surfaces is two executions', async () => {
  for (let round = 0; round < 10; round++) {
    const asked = Array.from({ length: 6 }, (_, index) => (index % 2 === round % 2 ? universal : subgraph));
    const answers = await Promise.all(asked.map((gateway) => ask(gateway, '{ database { __typename status } }')));
    const expected = asked.map((gateway) => (gateway === universal ? 'Database' : 'AstraDatabase'));
    expect(answers.map(typeOf)).toEqual(expected);
  }
  const shared = [universal, subgraph].map(
    ({ logLines }) => logLines.filter(({ coalescedWith }) => coalescedWith !== undefined).length,
  );
  expect(shared.every((count) => count > 0)).toBe(true);
});

test('a mutation on one surface is a barrier for queries on the other', async () => {
  const list = '{ database { keyspaces { name } } }';
  gate.close();
  const before = ask(subgraph, list);
  await until(() => gate.calls.length === 1, 'upstream is called');
  gate.pass();
  await ask(universal, 'mutation { createKeyspace(input: { name: "later" }) { created } }');
  const after = await ask(subgraph, list);
  gate.open();
  expect(after.data.database.keyspaces).toContainEqual({ name: 'later' });
  expect((await before).data.database.keyspaces).not.toContainEqual({ name: 'later' });
});

const orders: readonly (readonly [string, () => readonly RunningGateway[]])[] = [
  ['the universal schema first', () => [universal, subgraph, universal, subgraph]],
  ['the subgraph first', () => [subgraph, universal, subgraph, universal]],
];

describe.each(orders)('%s', (name, order) => {
  test('a document that is valid on one is refused on the other', async () => {
    const document = `query Named${name.length} { node(id: "x") { id } }`;
    for (const gateway of order()) {
      const { errors } = await gateway.query(document);
      const code = gateway === universal ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED';
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    }
  });
});

test.each([true, false])(
  'limits of parsing are those of the surface (the strict one first: %s)',
  async (isStrictFirst) => {
    const document = `query Tokens${isStrictFirst} { a: __typename b: __typename c: __typename }`;
    const order = isStrictFirst ? [strict, universal, strict] : [universal, strict, universal];
    for (const gateway of order) {
      const { data, errors } = await gateway.query(document);
      if (gateway === strict) expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
      else expect(data).toEqual({ a: 'Query', b: 'Query', c: 'Query' });
    }
  },
);

test('a key is of one path and one schema object', () => {
  const [one, other] = [createSchema(), createSchema()];
  const keys = [one, other].flatMap((schema) => ['/a', '/b'].map((endpoint) => surfaceKey({ endpoint, schema })));
  expect(new Set(keys).size).toBe(4);
  expect(surfaceKey({ endpoint: '/a', schema: one })).toBe(keys[0]);
});
