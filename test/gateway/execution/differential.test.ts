/** Random operations have the status, body, order of members and errors of plain graphql. `npm run fuzz` makes many more. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { generateOperation } from './operation-generator.ts';
import { createRandom } from './random.ts';
import { type Answer, askGateway, CALM, createReference, GENEROUS, inOneOrder, type Reference } from './reference.ts';
import { createPools, fillShop, type Pools } from './shop.ts';

const { FUZZ_SEED, FUZZ_SECONDS, FUZZ_OPERATIONS } = process.env;
const IS_LONG = FUZZ_SECONDS !== undefined || FUZZ_OPERATIONS !== undefined;
/** Each operation has a seed of its own, one more than that of the one before. */
const FIRST_SEED = Number(FUZZ_SEED ?? Math.floor(Math.random() * 1e9));
const SECONDS = Number(FUZZ_SECONDS ?? (IS_LONG ? 3600 : 6));
const OPERATIONS = Number(FUZZ_OPERATIONS ?? (IS_LONG ? 1e9 : 500));

let gateway: RunningGateway;
/** The same data elsewhere, for what plain graphql reads and changes. */
let twin: RunningGateway;
let reference: Reference;
let pools: Pools;
const seen = { operations: 0, withData: 0, withErrors: 0, refused: 0 };

beforeAll(async () => {
  const options = { upstream: CALM, limits: GENEROUS, emulator: { now: () => Date.UTC(2026, 0, 1) } };
  [gateway, twin] = await Promise.all([startGateway(options), startGateway(options)]);
  await Promise.all([fillShop(gateway), fillShop(twin)]);
  pools = await createPools(gateway);
  reference = createReference(twin);
}, 60_000);

afterAll(async () => {
  await reference.close();
  await Promise.all([gateway.close(), twin.close()]);
});

function count({ status, text }: Answer): void {
  seen.operations += 1;
  if (status !== 200) seen.refused += 1;
  else if (text.startsWith('{"errors"')) seen.withErrors += 1;
  else seen.withData += 1;
}

async function compare(seed: number): Promise<void> {
  const random = createRandom(seed);
  const operation = generateOperation(random, pools, random.chance(25) ? 'mutation' : 'query');
  const [expected, answer] = await Promise.all([reference.answer(operation), askGateway(gateway, operation)]);
  const hint = `FUZZ_SEED=${seed}, after ${seen.operations} others: ${JSON.stringify(operation)}`;
  expect(inOneOrder(answer), hint).toEqual(inOneOrder(expected));
  expect(answer.text, hint).not.toContain('INTERNAL_SERVER_ERROR');
  count(expected);
}

test(
  'random operations',
  async () => {
    const endsAtMs = performance.now() + SECONDS * 1000;
    for (let made = 0; made < OPERATIONS && performance.now() < endsAtMs; made += 1) await compare(FIRST_SEED + made);
    // What is refused alike by both says nothing of how they execute.
    if (seen.operations > 50) expect(seen.refused, JSON.stringify(seen)).toBeLessThan(seen.operations / 2);
    if (IS_LONG) console.info(seen);
  },
  SECONDS * 1000 + 60_000,
);
