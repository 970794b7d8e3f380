/** How many schemas are kept, for how long, and who shares one. */
import { beforeEach, expect, test } from 'vitest';
import type { KeyspaceRef, Upstream } from '../../../datasources/source/source.ts';
import { createTypedSchemas } from '../../../gateway/typed/schemas.ts';
import { NO_RELATIONS } from '../../../schema/relations/relation.ts';

/** `TYPED_CALLERS=10000` tries more. */
const CALLERS = Number(process.env.TYPED_CALLERS ?? 600);
/** More than are kept. */
const KEYSPACES = 150;

let reads = 0;
beforeEach(() => {
  reads = 0;
});

/** Answers one table for each keyspace, after a moment; counts the reads of tables. */
function upstream(columnsOf: (keyspace: string) => readonly string[]): Upstream {
  const catalog = {
    tables: async (ref: KeyspaceRef) => {
      reads += 1;
      const columns = columnsOf(ref.keyspace).map((name, at) => ({
        name,
        type: 'int',
        kind: at === 0 ? 'PARTITION_KEY' : 'REGULAR',
      }));
      return [{ ...ref, table: 't', columns, partitionKey: ['id'], clusteringKey: [], defaultTtlSeconds: null }];
    },
    types: async () => [],
    indexesOf: async () => new Map(),
    collections: async () => [],
  };
  // Nothing else of an upstream is asked here.
  return { open: () => ({ catalog }), schemaChanges: () => 0 } as unknown as Upstream;
}

const request = (token: string) =>
  ({ tokens: { data: token }, requestId: 'r', maxCalls: 10, signal: new AbortController().signal }) as never;
const silent = { relations: NO_RELATIONS, onChange: () => {}, onProblem: () => {} };
const ref = (keyspace: string): KeyspaceRef => ({ databaseId: 'd', keyspace });

test('callers who see the same share one schema, which is read once for each caller', async () => {
  const schemas = createTypedSchemas({ upstream: upstream(() => ['id']), ...silent });
  const found = await Promise.all(['a', 'b', 'a', 'a'].map((token) => schemas.find(ref('k'), request(token))));
  expect(new Set(found).size).toBe(1);
  expect(reads).toBe(2);
  expect(schemas.recall(ref('k'), { data: 'a' })).toBe(found[0]);
  expect(schemas.recall(ref('k'), { data: 'never seen' })).toBeUndefined();
});

test('callers who see something else have a schema of their own', async () => {
  const columns = ['id'];
  const schemas = createTypedSchemas({ upstream: upstream(() => [...columns]), ...silent });
  const before = await schemas.find(ref('k'), request('a'));
  columns.push('secret');
  const after = await schemas.find(ref('k'), request('b'));
  expect(after).not.toBe(before);
  expect(schemas.recall(ref('k'), { data: 'a' })).toBe(before);
});

test(`${CALLERS} keyspaces and tokens do not let memory grow`, { timeout: 600_000 }, async () => {
  const schemas = createTypedSchemas({
    upstream: upstream((keyspace) => ['id', keyspace]),
    lifetimeMs: 600_000,
    ...silent,
  });
  for (let n = 0; n < CALLERS; n += 1) {
    await schemas.find(ref(`k${n % KEYSPACES}`), request(`token ${n}`));
  }
  expect(reads).toBe(CALLERS);
  const isKnown = (n: number) => schemas.recall(ref(`k${n % KEYSPACES}`), { data: `token ${n}` }) !== undefined;
  expect(isKnown(CALLERS - 1)).toBe(true);
  const alive = new Set(
    Array.from({ length: CALLERS }, (_, n) => schemas.recall(ref(`k${n % KEYSPACES}`), { data: `token ${n}` })),
  );
  // With `undefined`, for those that are not kept.
  expect(alive.size).toBe(101);
});
