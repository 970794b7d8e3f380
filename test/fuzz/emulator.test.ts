/** Whatever is sent to the emulator is answered on purpose: none of its parsers fails in a way that nobody foresaw. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reply } from '../../emulator/core/service.ts';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import { anyJson, anyNumber, anyText, nested } from './hostile.ts';

const RUNS = 400;
const ROWS = '/v2/keyspaces/shop/items';
const TABLES = '/v2/schemas/keyspaces/shop/tables';
const NOTES = '/v2/namespaces/shop/collections/notes';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
const OPERATORS = ['$eq', '$ne', '$lt', '$lte', '$gt', '$gte', '$in', '$nin', '$exists', '$contains', '$containsKey'];
const MORE_OPERATORS = ['$containsEntry', '$or', '$and', '$not', '$regex', ''];

let emulator: Emulator;
let base: string;

beforeAll(async () => {
  emulator = await createEmulator({ delaysMs: 0 });
  base = `/${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}/api/rest`;
  const types = {
    id: 'int',
    at: 'timestamp',
    v: 'text',
    n: 'decimal',
    tags: 'set<text>',
    m: 'map<text, int>',
    f: 'frozen<list<int>>',
  };
  const columnDefinitions = Object.entries(types).map(([name, typeDefinition]) => ({ name, typeDefinition }));
  const primaryKey = { partitionKey: ['id'], clusteringKey: ['at'] };
  await expectStatus(201, 'POST', '/v2/schemas/keyspaces', { name: 'shop' });
  await expectStatus(201, 'POST', TABLES, { name: 'items', columnDefinitions, primaryKey });
  for (const id of [1, 2, 3])
    await expectStatus(201, 'POST', ROWS, { id, at: '2026-01-01T00:00:00Z', v: 'a', tags: ['x'] });
  await expectStatus(201, 'POST', '/v2/namespaces/shop/collections', { name: 'notes' });
  for (const id of ['one', 'two'])
    await expectStatus(200, 'PUT', `${NOTES}/${id}`, { a: { b: [1, { c: 'x' }] }, n: 5 });
});

afterAll(() => emulator.close());

async function send(
  method: string,
  path: string,
  body: unknown = '',
  headers: Record<string, string> = {},
): Promise<Reply> {
  const token = {
    'x-cassandra-token': emulator.applicationToken,
    authorization: `Bearer ${emulator.applicationToken}`,
  };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return emulator.dispatch({
    method,
    target: path.startsWith('/v2/') && !path.startsWith('/v2/databases') ? base + path : path,
    headers: new Headers({ ...token, ...(text !== '' && { 'content-type': 'application/json' }), ...headers }),
    origin: 'http://127.0.0.1',
    body: Buffer.from(text),
    signal: () => new AbortController().signal,
  });
}

async function expectStatus(status: number, ...call: Parameters<typeof send>): Promise<void> {
  const reply = await send(...call);
  expect([reply.status, reply.body]).toEqual([status, reply.body]);
}

/** A 500 is right where a real server answers one; what the emulator did not foresee says so. */
function expectForeseen({ status, body }: Reply): void {
  expect(body ?? '').not.toContain('The emulator failed');
  expect(status).toBeGreaterThanOrEqual(200);
  expect(status).toBeLessThan(600);
}

async function never(call: fc.Arbitrary<Parameters<typeof send>>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(call, async (parts) => expectForeseen(await send(...parts))),
    { numRuns: RUNS },
  );
}

const encoded = anyText.map(percentEncode);

/** Halves of surrogate pairs cannot be encoded, so they go as they are. */
function percentEncode(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : text;
}

const query = (parameters: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(parameters, { requiredKeys: [] }).map((values) =>
    Object.entries(values)
      .map(
        ([name, value]) =>
          `${name}=${percentEncode(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))}`,
      )
      .join('&'),
  );

const condition = fc.oneof(
  anyJson,
  fc.dictionary(fc.constantFrom(...OPERATORS, ...MORE_OPERATORS), anyJson, { maxKeys: 2, noNullPrototype: true }),
);
const column = fc.constantFrom('id', 'at', 'v', 'n', 'tags', 'm', 'f', 'nonsense', '');
const rowWhere = fc.oneof(anyJson, anyText, fc.dictionary(column, condition, { maxKeys: 3, noNullPrototype: true }));
const documentPath = fc.oneof(
  fc.constantFrom('a', 'a.b', 'a.b.[0]', 'a.*', 'a.b.[*].c', 'n', 'a.b.[-1]', '*'),
  anyText,
);
const documentWhere = fc.oneof(
  anyJson,
  anyText,
  fc.dictionary(documentPath, condition, { maxKeys: 2, noNullPrototype: true }),
  fc.record({ $or: fc.array(fc.dictionary(documentPath, condition, { maxKeys: 2, noNullPrototype: true })) }),
);
const paging = { 'page-size': fc.oneof(anyNumber, anyText), 'page-state': anyText, raw: anyText };
const row = fc.dictionary(column, anyJson, { maxKeys: 4, noNullPrototype: true });
const body = fc.oneof(
  anyText,
  anyJson.map((value) => JSON.stringify(value)),
);

test('any altered page state', async () => {
  for (const path of [`${ROWS}/rows`, NOTES]) {
    const { body } = await send('GET', `${path}?page-size=1`);
    const { pageState } = JSON.parse(body ?? '') as { pageState: string };
    const bytes = [...Buffer.from(pageState, 'base64')];
    const altered = fc
      .tuple(fc.nat(bytes.length), fc.nat(3), fc.uint8Array({ maxLength: 4 }))
      .map(([at, cut, added]) => {
        const state = Buffer.from([...bytes.slice(0, at), ...added, ...bytes.slice(at + cut)]);
        return state.toString('base64');
      });
    await never(
      fc
        .tuple(altered, fc.constantFrom('', '&where={}', '&where={"id":{"$eq":1}}', '&fields=["v"]'))
        .map(([state, more]) => ['GET', `${path}?page-size=1&page-state=${percentEncode(state)}${more}`]),
    );
  }
});

test('any target, method and body', async () => {
  const segment = fc.oneof(
    encoded,
    anyText,
    fc.constantFrom('v1', 'v2', 'schemas', 'keyspaces', 'namespaces', 'shop', 'databases', 'auth'),
  );
  const target = fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join('/')}`);
  await never(fc.tuple(fc.constantFrom(...METHODS), target, body));
  await never(
    fc.tuple(
      fc.constantFrom(...METHODS),
      target.map((path) => base + path),
      body,
    ),
  );
});

test('any header', async () => {
  const value = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
  const names = ['content-type', 'accept', 'x-cassandra-token', 'authorization', 'host', 'content-length'];
  const headers = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3 });
  await never(
    fc.tuple(fc.constantFrom(...METHODS), fc.constantFrom(ROWS, NOTES, TABLES, '/v2/databases'), body, headers),
  );
});

test('any search of rows', async () => {
  const search = query({ where: rowWhere, fields: anyText, sort: fc.oneof(anyJson, anyText), ...paging });
  await never(search.map((text) => ['GET', `${ROWS}?${text}`]));
  await never(fc.tuple(encoded, search).map(([key, text]) => ['GET', `${ROWS}/${key}?${text}`]));
});

test('any write of rows', async () => {
  const path = fc
    .array(fc.oneof(encoded, fc.constantFrom('1', '2026-01-01T00:00:00Z')), { maxLength: 3 })
    .map((keys) => [ROWS, ...keys].join('/'));
  await never(fc.tuple(fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE'), path, fc.oneof(row, body)));
});

test('any search of documents', async () => {
  const search = query({ where: documentWhere, fields: fc.oneof(anyJson, anyText), profile: anyText, ...paging });
  await never(search.map((text) => ['GET', `${NOTES}?${text}`]));
  await never(
    fc
      .tuple(documentPath, search)
      .map(([path, text]) => ['GET', `${NOTES}/one/${percentEncode(path).replaceAll('.', '/')}?${text}`]),
  );
});

test('any write of documents', async () => {
  const path = fc.array(encoded, { maxLength: 3 }).map((steps) => [`${NOTES}/two`, ...steps].join('/'));
  await never(fc.tuple(fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE'), path, body));
  await never(
    fc
      .tuple(query({ 'id-path': documentPath, ttl: anyText }), body)
      .map(([text, list]) => ['POST', `${NOTES}/batch?${text}`, list]),
  );
  const call = fc.record(
    { operation: fc.oneof(fc.constantFrom('$push', '$pop', '$set'), anyText), value: anyJson },
    { requiredKeys: [] },
  );
  await never(
    fc
      .tuple(documentPath, call)
      .map(([place, operation]) => ['POST', `${NOTES}/two/${percentEncode(place)}/function`, operation]),
  );
  await never(body.map((schema) => ['PUT', `${NOTES}/json-schema`, schema]));
});

test('any definition of a table, type, index or keyspace', async () => {
  const type = fc.oneof(
    anyText,
    fc.constantFrom(
      'int',
      'frozen<map<text,',
      'set<int>>',
      'map<>',
      'tuple<int>',
      'nonsense',
      'list<frozen<list<int>>>',
    ),
  );
  const definition = fc.record(
    { name: fc.oneof(anyText, fc.constant('id')), typeDefinition: type, static: anyJson },
    { requiredKeys: [] },
  );
  const table = fc.record(
    {
      name: fc.oneof(anyText, anyJson),
      columnDefinitions: fc.oneof(anyJson, fc.array(definition, { maxLength: 3 })),
      primaryKey: fc.oneof(anyJson, fc.record({ partitionKey: fc.constant(['id']), clusteringKey: anyJson })),
      tableOptions: anyJson,
      ifNotExists: anyJson,
    },
    { requiredKeys: [] },
  );
  await never(
    fc.tuple(fc.constantFrom('POST', 'PUT'), fc.constantFrom(TABLES, `${TABLES}/items`), fc.oneof(table, body)),
  );
  await never(
    fc.tuple(
      fc.constantFrom('POST', 'PUT'),
      fc.constantFrom(`${TABLES}/items/columns`, `${TABLES}/items/columns/v`),
      fc.oneof(definition, body),
    ),
  );
  for (const path of ['indexes', 'types', 'keyspaces']) {
    const whole = path === 'keyspaces' ? '/v2/schemas/keyspaces' : `/v2/schemas/keyspaces/shop/${path}`;
    await never(fc.tuple(fc.constantFrom('POST', 'PUT'), fc.constant(whole), body));
  }
});

test('any call of the DevOps API and of sign-in', async () => {
  const path = fc.constantFrom(
    '/v2/databases',
    `/v2/databases/${'0'.repeat(8)}`,
    '/v2/tokens',
    '/v2/authenticateServiceAccount',
    '/v2/availableRegions',
    '/v2/organizations/roles',
    '/v2/organizations/users',
    '/v2/access-list/validate',
    `/v2/databases/${emulator.defaultDatabaseId}/access-list`,
  );
  const action = fc.constantFrom('resize', 'resetPassword', 'park', 'keyspaces/x', 'access-list', 'nonsense');
  await never(fc.tuple(fc.constantFrom(...METHODS), path, body));
  await never(
    fc.tuple(
      fc.constantFrom(...METHODS),
      action.map((name) => `/v2/databases/${emulator.defaultDatabaseId}-x/${name}`),
      body,
    ),
  );
  await never(
    fc.tuple(fc.constantFrom(...METHODS), fc.constantFrom(`${base}/v1/auth`, `${base}/v1/auth/token/generate`), body),
  );
});

test('JSON that is nested deeper than any stack', async () => {
  const deep = nested(100_000);
  for (const [method, path] of [
    ['POST', ROWS],
    ['POST', TABLES],
    ['PUT', `${NOTES}/deep`],
    ['POST', NOTES],
    ['POST', '/v2/databases'],
    ['POST', `${base}/v1/auth`],
  ] as const) {
    expectForeseen(await send(method, path, deep));
    expectForeseen(await send(method, path, `{"a":${deep}}`));
  }
  expectForeseen(await send('GET', `${ROWS}?where=${nested(1000)}`));
  expectForeseen(await send('GET', `${NOTES}?where=${nested(1000)}`));
  expectForeseen(
    await send('POST', TABLES, {
      name: 'deep',
      columnDefinitions: [{ name: 'id', typeDefinition: 'list<'.repeat(50_000) }],
      primaryKey: { partitionKey: ['id'] },
    }),
  );
});
