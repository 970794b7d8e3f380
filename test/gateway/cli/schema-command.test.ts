/** `astra-graphql schema`, against an emulator that other processes could ask too. */
import { buildSchema, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../../gateway/cli/run.ts';
import { openShop, type Shop } from '../typed/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 60_000);
afterAll(() => shop.close());

/** @returns what the command has written */
async function runCommand(words: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const { emulator, emulatorUrl } = shop.gateway;
  const written = { out: '', err: '' };
  const stream = (name: keyof typeof written) => ({
    write(text: string) {
      written[name] += text;
    },
  });
  const { id, region } = { id: emulator.defaultDatabaseId, region: emulator.defaultDatabaseRegion };
  await run(['schema', ...words], {
    environment: {
      ASTRA_DB_API_ENDPOINT: `${emulatorUrl}/${id}-${region}`,
      ASTRA_DB_API: 'stargate',
      ASTRA_DEVOPS_URL: emulatorUrl,
      ASTRA_ALLOWED_ORIGINS: emulatorUrl,
      ASTRA_GRAPHQL_READ_TOKEN: emulator.applicationToken,
      ...settings,
    },
    terminal: { stdout: stream('out'), stderr: stream('err') },
    version: '0',
    interruption: { onInterrupt: () => {} },
    // Neither is used: an upstream is configured, and nothing is served.
    emulator: {},
    createPipeline: () => {},
  } as unknown as Parameters<typeof run>[1]);
  return written;
}

test('without a keyspace it prints the universal schema, and asks nothing upstream', async () => {
  shop.gateway.clearUpstreamRequests();
  const { out } = await runCommand([]);
  expect(buildSchema(out).getQueryType()?.getFields()).toHaveProperty('keyspace');
  expect(shop.gateway.upstreamRequests()).toEqual([]);
});

test('with a keyspace it prints the typed schema', async () => {
  const { out } = await runCommand(['shop']);
  const schema = buildSchema(out);
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort()).toEqual([
    'items',
    'items_by_key',
    'node',
    'nodes',
    'orders',
    'orders_by_key',
  ]);
});

test('--subgraph and --type-prefix print what a composer takes', async () => {
  const { out } = await runCommand(['shop', '--subgraph', '--type-prefix', '{keyspace}_']);
  expect(() => parse(out)).not.toThrow();
  expect(out).toContain('type shop_orders @key(fields: "nodeId") @key(fields: "customer at")');
});

test('--names camel prints the names that it would serve', async () => {
  const { out } = await runCommand(['shop', '--names', 'camel']);
  expect(out).toContain('ordersByKey(');
  expect(out).toContain('type OrdersConnection {');
});

test('--client apollo prints type policies: keys, pages, and parts of objects', async () => {
  const { out } = await runCommand(['shop', '--client', 'apollo']);
  expect(out).toContain("  orders: {\n    keyFields: ['customer', 'at'],\n  },\n");
  expect(out).toContain("      orders: relayStylePagination(['where', 'orderBy']),\n");
  expect(out).toContain("      items: relayStylePagination(['where']),\n");
});

test('--client urql prints keys for every type, and pages', async () => {
  const { out } = await runCommand(['shop', '--client', 'urql']);
  expect(out).toContain("  orders: keyBy('customer', 'at'),\n");
  expect(out).toContain('  orders_connection: () => null,\n');
  expect(out).toContain('    items: relayPagination(),\n');
});

test('--client relay prints its settings', async () => {
  const { out } = await runCommand(['shop', '--client', 'relay']);
  expect(JSON.parse(out)).toMatchObject({
    schemaConfig: { nodeInterfaceIdField: 'nodeId' },
    customScalarTypes: { Decimal: 'string' },
  });
});

test('what cannot be printed is said, with what there is', async () => {
  await expect(runCommand(['nowhere'])).rejects.toThrow(/no keyspace "nowhere"\. There are: .*shop/);
  await expect(runCommand(['shop'], { ASTRA_GRAPHQL_READ_TOKEN: 'AstraCS:wrong' })).rejects.toThrow();
  await expect(runCommand(['--client', 'apollo'])).rejects.toThrow(/name a keyspace/);
  await expect(runCommand(['shop', '--client', 'apollo', '--subgraph'])).rejects.toThrow(/give one of the two/);
});
