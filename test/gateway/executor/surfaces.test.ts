/** Both executors give the same answers over the universal and the typed graph, and ask upstream the same. `npm run fuzz` asks more. */
import { type ExecutionResult, execute, type GraphQLSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { executePrepared } from '../../../gateway/executor/execute.ts';
import { createSchemaReader } from '../../../gateway/typed/read-schema.ts';
import { createSchema } from '../../../schema/schema.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { generateOperation as generateUniversal } from '../execution/operation-generator.ts';
import { createRandom, type Random } from '../execution/random.ts';
import { type Contexts, openContexts } from '../execution/reference.ts';
import { createPools, fillShop } from '../execution/shop.ts';
import { generateOperation } from './random-operation.ts';

const { FUZZ_SEED, FUZZ_SECONDS } = process.env;
const FIRST_SEED = Number(FUZZ_SEED ?? Math.floor(Math.random() * 1e9));
const MS = Number(FUZZ_SECONDS ?? 6) * 500;
const TEXTS = ['"a"', '"b"', '"c1"', '"c2"', '"2026-01-01"', '"n1"', '3', '["x"]'];

let gateway: RunningGateway;
/** Each executor has an upstream of its own, so that both start with empty caches. */
let graphql: Contexts;
let prepared: Contexts;

beforeAll(async () => {
  gateway = await startGateway({ emulator: { now: () => Date.UTC(2026, 0, 1) } });
  await fillShop(gateway);
  [graphql, prepared] = [openContexts(gateway), openContexts(gateway)];
}, 60_000);
afterAll(async () => {
  for (const { upstream } of [graphql, prepared]) await upstream.close();
  await gateway.close();
});

type Asked = Pick<Parameters<typeof execute>[0], 'schema' | 'document' | 'variableValues' | 'operationName'>;

/** What is answered side by side comes in the order in which upstream answers; all else has one order. */
async function ask(executeBy: typeof execute, contexts: Contexts, asked: Asked) {
  gateway.clearUpstreamRequests();
  const { data, errors = [] }: ExecutionResult = await executeBy({ ...asked, contextValue: contexts.open() });
  const calls = gateway.upstreamRequests().map(({ method, target }) => `${method} ${target}`);
  return {
    data: JSON.stringify(data),
    errors: errors.map((error) => JSON.stringify(error)).sort(),
    calls: calls.sort(),
  };
}

async function compare(
  schema: GraphQLSchema,
  generate: (random: Random) => Omit<Asked, 'schema' | 'document'> & { readonly query: string },
) {
  const endsAtMs = performance.now() + MS;
  const seen = { operations: 0, withData: 0, withCalls: 0 };
  for (let seed = FIRST_SEED; performance.now() < endsAtMs; seed += 1) {
    const { query, ...given } = generate(createRandom(seed));
    const document = parse(query);
    if (validate(schema, document).length > 0) continue;
    const asked = { schema, document, ...given };
    const expected = await ask(execute, graphql, asked);
    expect(await ask(executePrepared as typeof execute, prepared, asked), `FUZZ_SEED=${seed}: ${query}`).toEqual(
      expected,
    );
    seen.operations += 1;
    if (expected.errors.length === 0) seen.withData += 1;
    if (expected.calls.length > 0) seen.withCalls += 1;
  }
  if (FUZZ_SECONDS) console.info(seen);
  expect(seen.operations).toBeGreaterThan(10);
  expect(seen.withCalls).toBeGreaterThan(0);
}

test(
  'the universal graph',
  async () => {
    const pools = await createPools(gateway);
    await compare(createSchema(), (random) => {
      const { query, variables = {}, operationName } = generateUniversal(random, pools, 'query');
      return { query, variableValues: variables, operationName };
    });
  },
  MS + 60_000,
);

test(
  'a typed graph',
  async () => {
    // The table whose rows fail has indexes that fail.
    gateway.emulator.faults.clear();
    const reader = createSchemaReader({ upstream: graphql.upstream, token: gateway.emulator.applicationToken });
    const schema = await reader.read('shop');
    await createSchemaReader({ upstream: prepared.upstream, token: gateway.emulator.applicationToken }).read('shop');
    await compare(schema, (random) => {
      const { query, makeVariables, operationName } = generateOperation(random, schema, TEXTS);
      return { query: query.replace(/^mutation/, 'query'), variableValues: makeVariables(random), operationName };
    });
  },
  MS + 60_000,
);
