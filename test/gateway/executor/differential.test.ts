/** This executor and graphql's own agree on random operations over random schemas. `npm run fuzz` makes many more. */
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  parse,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { executePrepared } from '../../../gateway/executor/execute.ts';
import { createRandom, type Random } from '../execution/random.ts';
import { generateOperation, type RandomOperation } from './random-operation.ts';
import { createRandomSchema } from './random-schema.ts';
import { createWorld, MEMBERS_OF } from './world.ts';

const { FUZZ_SEED, FUZZ_SECONDS, FUZZ_OPERATIONS } = process.env;
const IS_LONG = FUZZ_SECONDS !== undefined || FUZZ_OPERATIONS !== undefined;
/** Each schema has a seed of its own, one more than that of the one before. */
const FIRST_SEED = Number(FUZZ_SEED ?? Math.floor(Math.random() * 1e9));
const SECONDS = Number(FUZZ_SECONDS ?? (IS_LONG ? 3600 : 6));
const OPERATIONS = Number(FUZZ_OPERATIONS ?? (IS_LONG ? 1e9 : 3000));
const OPERATIONS_PER_SCHEMA = 25;
/** A prepared operation is executed with other variables too. */
const TIMES = 2;

const seen = { operations: 0, withData: 0, withErrors: 0, refused: 0, later: 0 };
type Execute = typeof execute;

/** graphql 16 lets promises of a list go that fails at once; this executor must not, or the process ends. */
const unhandled: unknown[] = [];
const note = (error: unknown) => unhandled.push(error);
const listeners = process.listeners('unhandledRejection');
beforeAll(() => {
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', note);
});
afterAll(() => {
  process.off('unhandledRejection', note);
  for (const listener of listeners) process.on('unhandledRejection', listener);
});

interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variableValues: Record<string, unknown>;
  readonly seed: number;
}

/** The answer, printed, and all that happened on the way to it and after it. */
async function run(executeBy: Execute, { seed, ...asked }: Asked) {
  const world = createWorld(asked.schema, seed);
  const result = executeBy({ ...asked, contextValue: world, rootValue: { isRoot: true } });
  const isLater = result instanceof Promise;
  const { data, errors, ...others } = await result;
  world.log.push('answered');
  const answer = { members: Object.keys(await result), data: print(data), errors: errors?.map(describe), others };
  await world.whenIdle();
  const lateErrors = errors?.length;
  count(data, errors !== undefined, isLater);
  return { isLater, answer, lateErrors, log: world.log };
}

/** With the order of members, and what JSON does not have. */
function print(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => {
    if (typeof member === 'object' && member !== null && MEMBERS_OF in member)
      return `an object of ${member[MEMBERS_OF]}`;
    return typeof member === 'object' || typeof member === 'string' ? member : `${typeof member} ${String(member)}`;
  });
}

function describe(error: GraphQLError) {
  const { name, message, path, locations, extensions, originalError, positions, nodes } = error;
  const original = originalError && { name: originalError.name, message: originalError.message, at: nodes?.length };
  return { name, message, path, locations, extensions, positions, original, isError: error instanceof Error };
}

/** Both executions of each. */
function count(data: ExecutionResult['data'], hasErrors: boolean, isLater: boolean): void {
  seen.operations += 1;
  if (data === undefined) seen.refused += 1;
  else if (hasErrors) seen.withErrors += 1;
  else seen.withData += 1;
  if (isLater) seen.later += 1;
}

async function compare(operation: RandomOperation, schema: GraphQLSchema, random: Random, hint: string): Promise<void> {
  const document = parse(operation.query);
  for (let time = 0; time < TIMES; time += 1) {
    const { operationName } = operation;
    const variableValues = operation.makeVariables(random);
    const asked = { schema, document, operationName, variableValues, seed: random.below(1e9) };
    const expected = await run(execute, asked);
    unhandled.length = 0;
    const actual = await run(executePrepared as Execute, asked);
    const where = `${hint}, time ${time}: ${JSON.stringify({ ...asked, schema: '', document: operation.query })}`;
    expect(actual, where).toEqual(expected);
    expect(unhandled, where).toEqual([]);
  }
}

test(
  'random operations over random schemas',
  async () => {
    const endsAtMs = performance.now() + SECONDS * 1000;
    for (let made = 0; made * OPERATIONS_PER_SCHEMA * TIMES < OPERATIONS && performance.now() < endsAtMs; made += 1) {
      const seed = FIRST_SEED + made;
      const random = createRandom(seed);
      const schema = createRandomSchema(random);
      for (let index = 0; index < OPERATIONS_PER_SCHEMA; index += 1) {
        await compare(generateOperation(random, schema), schema, random, `FUZZ_SEED=${seed}, operation ${index}`);
      }
    }
    // What both refuse says nothing of how they execute.
    expect(seen.refused, JSON.stringify(seen)).toBeLessThan(seen.operations / 2);
    expect(seen.withData, JSON.stringify(seen)).toBeGreaterThan(seen.operations / 20);
    if (IS_LONG) console.info(seen);
  },
  SECONDS * 1000 + 60_000,
);
