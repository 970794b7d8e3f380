/**
 * A keyspace whose columns come and go while it is asked. Every answer is right for a schema that there was: the value of the
 * column, or that there is no such field. `TYPED_REQUESTS=10000` asks more.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

const REQUESTS = Number(process.env.TYPED_REQUESTS ?? 400);
const AT_ONCE = 8;

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
  const { errors } = await gateway.query(`mutation {
    createKeyspace(input: { name: "moving" }) { created }
    createTable(input: { keyspace: "moving", name: "t", columns: [{ name: "id", type: "int" }, { name: "stays", type: "text" }], primaryKey: { partitionKey: ["id"] } }) { created }
    createRow(input: { keyspace: "moving", table: "t", values: { id: 1, stays: "here" } }) { created }
  }`);
  expect(errors).toBeUndefined();
}, 60_000);
afterAll(() => gateway.close());

async function ask(query: string) {
  const response = await fetch(`${gateway.url}/moving`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.emulator.applicationToken}` },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, ...(await response.json()) };
}

/** Adds and removes columns, one after another, until it is told to stop. */
async function change(isOver: () => boolean): Promise<number> {
  // A column that comes again must have the type that it had.
  const columns = ['comes_a', 'comes_b'];
  let changes = 0;
  while (!isOver()) {
    const column = columns[(changes / 2) % columns.length];
    const { errors } = await gateway.query(`mutation {
      createColumn(input: { keyspace: "moving", table: "t", name: "${column}", type: "int" }) { created }
      deleteColumn(input: { keyspace: "moving", table: "t", column: "${column}" }) { deletedId }
    }`);
    expect(errors).toBeUndefined();
    changes += 2;
  }
  return changes;
}

test(`${REQUESTS} requests while columns come and go`, { timeout: 600_000 }, async () => {
  let sent = 0;
  const seen = { answered: 0, absent: 0, gone: 0 };
  async function client(): Promise<void> {
    while (sent < REQUESTS) {
      sent += 1;
      const isComing = sent % 2 === 0;
      const { status, data, errors } = await ask(`{ t_by_key(id: 1) { id stays ${isComing ? 'comes_a' : ''} } }`);
      expect(status).toBeLessThan(500);
      if (!errors) {
        seen.answered += 1;
        expect(data).toEqual({ t_by_key: { id: 1, stays: 'here', ...(isComing && { comes_a: null }) } });
        continue;
      }
      // Only the column that comes and goes may be missing, from the schema or from the table.
      expect(isComing, JSON.stringify(errors)).toBe(true);
      if (/Cannot query field "comes_a"/.test(errors[0].message)) seen.absent += 1;
      else {
        expect(errors[0].message).toContain('comes_a');
        expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
        seen.gone += 1;
      }
    }
  }
  const clients = Promise.all(Array.from({ length: AT_ONCE }, client));
  let isOver = false;
  const changing = change(() => isOver);
  await clients.finally(() => {
    isOver = true;
  });
  const changes = await changing;
  console.info(`${sent} requests, ${changes} changes: ${JSON.stringify(seen)}`);
  expect(changes).toBeGreaterThan(1);
  expect(seen.answered).toBeGreaterThanOrEqual(REQUESTS / 2);
  expect(gateway.logLines.some(({ event }) => event === 'schema')).toBe(true);
});
