/** A repeated operation is answered with the same bytes: one after the other or at once, coalesced or not, parsed before or not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { generateOperation } from './operation-generator.ts';
import { createRandom } from './random.ts';
import {
  type Answer,
  askGateway,
  CALM,
  createReference,
  GENEROUS,
  type Operation,
  type Reference,
} from './reference.ts';
import { createPools, fillShop, type Pools } from './shop.ts';

const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 1e9));

let gateways: readonly [RunningGateway, RunningGateway];
let reference: Reference;
let pools: Pools;

beforeAll(async () => {
  const options = { upstream: CALM, limits: GENEROUS, emulator: { now: () => Date.UTC(2026, 0, 1) } };
  gateways = await Promise.all([startGateway(options), startGateway({ ...options, coalesce: true })]);
  await Promise.all(gateways.map(fillShop));
  pools = await createPools(gateways[0]);
  reference = createReference(gateways[0]);
}, 60_000);

afterAll(async () => {
  await reference.close();
  await Promise.all(gateways.map((gateway) => gateway.close()));
});

const SHOP = 'keyspace(name: "shop")';
const NAMED: readonly Operation[] = [
  {
    query: `query ($b: Boolean!) { ${SHOP} { ...F @skip(if: $b) ...F name } } fragment F on Keyspace { databaseId }`,
    variables: { b: true },
  },
  {
    query: `query ($from: CqlValue, $to: CqlValue) { ${SHOP} { table(name: "orders") {
      rows(key: { customer: "c1" }, where: [{ column: "day", gte: $from, lt: $to }], first: 1) { nodes { key } } } } }`,
    variables: { from: '2026-01-01' },
  },
  {
    query: `query ($v: JSON) { namespace(name: "shop") { collection(name: "notes") { documents(where: { path: "felt", eq: $v }) { nodes { documentId } } } } }`,
    variables: {},
  },
  { query: `query ($n: Int!) { ${SHOP} { table(name: "items") { rows(first: $n) { nodes { key } } } } }` },
  {
    query: 'query ($s: Boolean = true) { database { keyspaces(includeSystem: $s) { name } } }',
    variables: { s: null },
  },
  { query: `{ ${SHOP} { name }` },
  { query: `query ($n: Int) { ${SHOP} { nope name(first: $n) } }` },
  // Longer than what the cache of parsed documents keeps.
  { query: `{ ${SHOP} { table(name: "items") { name } } } #${' '.repeat(60_000)}` },
];

/** Of several errors, upstream decides the order; with fewer every byte is decided. */
async function expectSame(answers: readonly Answer[], operation: Operation, hint: string): Promise<void> {
  const expected = await reference.answer(operation);
  for (const answer of answers) expect(answer, hint).toEqual(expected);
}

async function askAgain(gateway: RunningGateway, operation: Operation, times: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let time = 0; time < times; time += 1) answers.push(await askGateway(gateway, operation));
  return answers;
}

function askAtOnce(gateway: RunningGateway, operation: Operation, times: number): Promise<Answer[]> {
  return Promise.all(Array.from({ length: times }, () => askGateway(gateway, operation)));
}

describe.each([
  ['each by itself', 0],
  ['coalesced', 1],
] as const)('%s', (_, index) => {
  test.each(NAMED)('$query', async (operation) => {
    const gateway = gateways[index];
    for (const times of [1, 2, 25])
      await expectSame(await askAgain(gateway, operation, times), operation, 'one after the other');
    await expectSame(await askAtOnce(gateway, operation, 100), operation, 'at once');
  });

  test('random queries', async () => {
    for (let seed = SEED, made = 0; made < 3; seed += 1) {
      const operation = generateOperation(createRandom(seed), pools, 'query');
      const { text } = await reference.answer(operation);
      if (text.length > 5000 || (JSON.parse(text).errors ?? []).length > 1) continue;
      made += 1;
      const hint = `FUZZ_SEED=${seed} ${JSON.stringify(operation)}`;
      await expectSame(await askAgain(gateways[index], operation, 26), operation, hint);
      await expectSame(await askAtOnce(gateways[index], operation, 25), operation, hint);
    }
  });
});
