/**
 * The same documents through a Stargate and a Data API: a search in a document finds the same parts, and writes at paths leave the
 * same documents, where both can hold them.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  Document,
  DocumentFilter,
  DocumentSource,
  Json,
  PartQuery,
  Path,
  Pattern,
  PatternStep,
} from '../../../../datasources/source/source.ts';
import { DATABASE, IN_KEYSPACE, startDataApi, startDatabase, type TestDatabase } from '../../support/database.ts';
import { failure } from './collections.ts';

const notes = { ...IN_KEYSPACE, collection: 'notes' };
let databases: readonly TestDatabase[] = [];

beforeAll(async () => {
  const [stargate, dataApi] = await Promise.all([
    startDatabase({ timeoutMs: 60_000 }),
    startDataApi({ timeoutMs: 60_000 }),
  ]);
  databases = [stargate, dataApi];
  await dataApi
    .open()
    .source.catalog.createKeyspace({ databaseId: DATABASE, keyspace: IN_KEYSPACE.keyspace }, {}, false);
  for (const database of databases) await database.open().source.catalog.createCollection(notes, false);
});

afterAll(() => Promise.all(databases.map((database) => database.close())));

/** The Stargate's, then the Data API's; anew for each document, because an operation has its time. */
const openSources = () => databases.map((database) => database.open().source.documents);

const name = fc.constantFrom('a', 'b', 'c', '0', 'a.b', 'x,y');
/** A Stargate loses its way in writes at names with dots and commas. */
const plainName = fc.constantFrom('a', 'b', 'c', '0');
const scalar = fc.oneof(fc.constantFrom<Json>('x', 'y', '', 1, 2, 2.5, true, false, null));

/** Documents without empty containers, which a Stargate stores as texts. */
function documentsOf(names: fc.Arbitrary<string>) {
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
      fc.dictionary(names, tie('value'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  return { value, document: fc.dictionary(names, value, { minKeys: 1, maxKeys: 5, noNullPrototype: true }) };
}

const { document } = documentsOf(name);
const { value, document: plainDocument } = documentsOf(plainName);

const literal: fc.Arbitrary<PatternStep> = fc.oneof(
  name.map((each) => ({ name: each })),
  fc.integer({ min: 0, max: 2 }).map((index) => ({ index })),
);
const wild: fc.Arbitrary<PatternStep> = fc.constantFrom({ any: 'member' } as const, { any: 'element' } as const);
const pattern = fc.array(fc.oneof(literal, wild), { maxLength: 2 });
/** Of names with a comma a Stargate answers more than is asked for. */
const last: fc.Arbitrary<PatternStep> = literal.filter((each) => !('name' in each) || !each.name.includes(','));

function filterOn(path: Pattern): fc.Arbitrary<DocumentFilter> {
  const operand = fc.constantFrom('x', 'y', 1, 2, true);
  const condition: fc.Arbitrary<DocumentFilter> = fc.oneof(
    fc.record({
      path: fc.constant(path),
      operator: fc.constantFrom('eq', 'ne', 'lt', 'lte', 'gt', 'gte'),
      value: operand,
    }),
    fc.record({
      path: fc.constant(path),
      operator: fc.constantFrom('in', 'nin'),
      value: fc.array(fc.oneof(operand, fc.constant(null)), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ path: fc.constant(path), operator: fc.constant('exists'), value: fc.boolean() }),
  ) as fc.Arbitrary<DocumentFilter>;
  const { filter } = fc.letrec<{ filter: DocumentFilter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 2 },
      condition,
      fc.array(tie('filter'), { minLength: 1, maxLength: 2 }).map((and) => ({ and })),
      fc.array(tie('filter'), { minLength: 1, maxLength: 2 }).map((or) => ({ or })),
      tie('filter').map((not) => ({ not })),
    ),
  }));
  return filter;
}

const query: fc.Arbitrary<PartQuery> = fc
  .record({ path: pattern, parent: pattern, last })
  .chain(({ path, parent, last: end }) =>
    fc.record(
      {
        path: fc.constant(path),
        where: filterOn([...parent, end]),
        fields: fc.array(fc.array(last, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
        pageSize: fc.integer({ min: 2, max: 5 }),
      },
      { requiredKeys: ['path', 'where', 'pageSize'] },
    ),
  );

/** The same in each run: what a Stargate cannot do is rare, and stays known. */
const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number, seed: number) =>
  fc.sample(arbitrary, { numRuns, seed });

async function search(source: DocumentSource, documentId: string, wanted: PartQuery): Promise<unknown> {
  const found: string[] = [];
  let pageState: string | undefined;
  do {
    const page = await source.findParts(notes, documentId, {
      ...wanted,
      ...(pageState !== undefined && { pageState }),
    });
    found.push(...page.items.map((part) => canonical([part.path as Json, part.data])));
    pageState = page.nextPageState;
  } while (pageState !== undefined);
  return found.toSorted();
}

/** Members in the order of their names, as a Stargate has them. */
function canonical(data: Json): string {
  return JSON.stringify(data, (_, each: Json) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}

test('searches in a document find the same parts', async () => {
  let count = 0;
  for (const [index, data] of sample(document, 8, 1).entries()) {
    const documentId = `s${index}`;
    const sources = openSources();
    for (const source of sources) await source.replace(notes, documentId, [], data, {});
    for (const wanted of sample(query, 25, index)) {
      const [stargate, dataApi] = await Promise.all(
        sources.map((source) => search(source, documentId, wanted).catch((error: unknown) => error)),
      );
      // A Stargate cannot express some of them.
      if (stargate instanceof Error) continue;
      expect(dataApi, JSON.stringify({ data, wanted })).toEqual(stargate);
      count += Array.isArray(stargate) ? stargate.length : 0;
    }
  }
  expect(count).toBeGreaterThan(10);
}, 120_000);

const step: fc.Arbitrary<string | number> = fc.oneof(plainName, fc.integer({ min: 0, max: 2 }));
const path: fc.Arbitrary<Path> = fc.array(step, { minLength: 1, maxLength: 3 });
const change = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), path, value }),
  fc.record({ kind: fc.constant('patch' as const), path, value: fc.oneof(scalar, plainDocument) }),
  fc.record({ kind: fc.constant('push' as const), path, value }),
  fc.record({ kind: fc.constant('pop' as const), path, value }),
);

test('writes at paths leave the same documents, and are refused alike', async () => {
  let written = 0;
  for (const [index, data] of sample(plainDocument, 15, 2).entries()) {
    const documentId = `w${index}`;
    const sources = openSources();
    for (const source of sources) await source.replace(notes, documentId, [], data, {});
    for (const wanted of sample(change, 8, index)) {
      const before = await Promise.all(sources.map((source) => dataOf(source, documentId)));
      // A list that becomes empty is another thing on each side.
      if (wanted.kind === 'pop' && /\[[^,[]*\]/.test(canonical(before[0] ?? null))) continue;
      const [stargate, dataApi] = await Promise.all(sources.map((source) => write(source, documentId, wanted)));
      const context = JSON.stringify({ before: before[1], wanted });
      expect(codeOf(dataApi), context).toBe(codeOf(stargate));
      if (codeOf(stargate) === 'done') written += 1;
      const after = await Promise.all(sources.map((source) => dataOf(source, documentId)));
      expect(canonical(after[1] ?? null), context).toBe(canonical(after[0] ?? null));
    }
  }
  expect(written).toBeGreaterThan(20);
}, 120_000);

function write(source: DocumentSource, documentId: string, wanted: { kind: string; path: Path; value: Json }) {
  const { kind, path: at, value: data } = wanted;
  if (kind === 'replace') return failure(source.replace(notes, documentId, at, data, {}));
  if (kind === 'patch') return failure(source.patch(notes, documentId, at, data, {}));
  return failure(kind === 'push' ? source.push(notes, documentId, at, data) : source.pop(notes, documentId, at));
}

async function dataOf(source: DocumentSource, documentId: string): Promise<Json | undefined> {
  const [found] = await source.readMany(notes, [documentId]);
  if (found instanceof Error) throw found;
  return (found as Document | null)?.data;
}

/** A path below a list at the root is another refusal where no document is a list. */
function codeOf(outcome: unknown): string {
  if (outcome === undefined) return 'done';
  const { code } = outcome as { readonly code: string };
  return code === 'NOT_SUPPORTED' || code === 'NOT_FOUND' ? 'BAD_USER_INPUT' : code;
}
