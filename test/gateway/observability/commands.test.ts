/** What the operator and the client are told of commands, whose method and status say nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { labelOf } from '../../../gateway/graphiql/call-label.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({ api: 'data', receipt: true });
  const { errors } = await gateway.query(`mutation {
    createKeyspace(input: {name: "office"}) { created }
    createTable(input: {keyspace: "office", name: "desks", columns: [{name: "id", type: "int"}], primaryKey: {partitionKey: ["id"]}}) { created }
  }`);
  expect(errors).toBeUndefined();
}, 60_000);
afterAll(() => gateway.close());

const ROWS = '{ keyspace(name: "office") { table(name: "desks") { rows { nodes { key } } } } }';

async function receiptOf(query: string) {
  const headers = { authorization: `Bearer ${gateway.emulator.applicationToken}`, 'x-astra-receipt': 'true' };
  return (await gateway.query(query, {}, headers)).extensions?.upstream;
}

async function metrics(): Promise<string> {
  return (await gateway.fetch(new Request(new URL('/metrics', gateway.url)))).text();
}

describe('a command', () => {
  test('is named in the receipt', async () => {
    const { calls } = await receiptOf(ROWS);
    expect(calls.at(-1)).toMatchObject({
      api: 'data',
      method: 'POST',
      route: '/v1/{keyspace}/{table}',
      command: 'find',
    });
  });

  test('is a label of the metrics', async () => {
    await gateway.query(ROWS);
    const request = 'api="data",method="POST",route="/v1/{keyspace}/{table}",command="find"';
    expect(await metrics()).toContain(`astra_graphql_upstream_requests_total{${request},status="200"}`);
    expect(await metrics()).toContain(`astra_graphql_upstream_duration_seconds_count{${request}}`);
  });

  test.each([
    ['find', '/v1/{keyspace}/{table}', '/{keyspace}/{table}'],
    ['createKeyspace', '/v1', ''],
  ])('%s is the label of its bar', (command, route, target) => {
    expect(labelOf({ command, method: 'POST', route })).toEqual({ action: command, target });
  });
});

describe('a failure inside a 200', () => {
  const UNKNOWN = '{ keyspace(name: "nowhere") { tables { name } } }';

  test('is counted by its code, and told in the receipt', async () => {
    const { calls } = await receiptOf(UNKNOWN);
    expect(calls).toMatchObject([{ command: 'listTables', status: 200, errorCode: 'UNKNOWN_KEYSPACE' }]);
    expect(await metrics()).toContain(
      'astra_graphql_upstream_errors_total{api="data",method="POST",route="/v1/{keyspace}",command="listTables",code="UNKNOWN_KEYSPACE"} 1',
    );
  });

  test('that the operator need not act on is not logged', async () => {
    await receiptOf(UNKNOWN);
    expect(gateway.logLines.filter(({ event }) => event === 'upstream')).toEqual([]);
  });
});

test('a refused token is logged with its command and what to do', async () => {
  const { errors } = await gateway.query(ROWS, {}, { 'x-cassandra-token': 'AstraCS:not-a-token:0123456789' });
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(gateway.logLines.find(({ event }) => event === 'upstream')).toMatchObject({
    ...{ level: 'warn', api: 'data', method: 'POST', command: 'listTables', route: '/v1/{keyspace}' },
    advice: expect.stringContaining('token'),
  });
});
