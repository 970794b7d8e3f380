/** Described documents over HTTP: by the JSON schema of their collection, on the back end that has them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;
const SCHEMA = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['name', 'size'],
  properties: {
    name: { type: 'string', description: 'What it is called.' },
    size: { type: 'integer' },
    weight: { type: ['number', 'null'] },
    born: { type: 'string', format: 'date-time' },
    'odd name': { type: 'boolean' },
    _hidden: { type: 'string' },
    data: { type: 'string' },
    anything: {},
    tags: { type: 'array', items: { type: 'string' } },
    home: {
      type: 'object',
      required: ['city'],
      properties: { city: { type: 'string' }, at: { type: 'array', items: { type: 'number' } } },
    },
    visits: {
      type: 'array',
      items: {
        type: 'object',
        properties: { day: { type: 'string', format: 'date' }, count: { type: 'integer', maximum: 1e13 } },
      },
    },
  },
};
beforeAll(async () => {
  gateway = await startGateway();
  const { errors } = await gateway.query(
    `mutation ($schema: JSONObject!) {
      createNamespace(input: { name: "zoo" }) { created }
      createCollection(input: { namespace: "zoo", name: "animals" }) { created }
      other: createCollection(input: { namespace: "zoo", name: "plain" }) { created }
      bad: replaceDocument(input: { namespace: "zoo", collection: "animals", documentId: "bad", data: {
        name: 7, size: "big", weight: null, tags: ["a", 1], home: "Bern", visits: [{ day: "someday", count: 1 }, 5], extra: { deep: [1, 2] }
      } }) { document { id } }
      replaceCollectionJsonSchema(input: { namespace: "zoo", collection: "animals", jsonSchema: $schema }) { collection { name } }
    }`,
    { schema: SCHEMA },
  );
  expect(errors).toBeUndefined();
});
afterAll(() => gateway.close());

/** All described members, whole objects and lists among them. */
const FIELDS = '["_hidden","born","home","name","odd name","size","tags","visits","weight"]';

async function ask(query: string) {
  gateway.clearUpstreamRequests();
  const response = await fetch(`${gateway.url}/zoo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.emulator.applicationToken}` },
    body: JSON.stringify({ query }),
  });
  const documents = gateway
    .upstreamRequests()
    .filter(({ target }) => /collections\/\w+(\/(?!json-schema)|\?|$)/.test(target));
  return {
    ...(await response.json()),
    calls: documents.map(
      ({ method, target }) => `${method} ${decodeURIComponent(target).replace(/^.*collections/, '')}`,
    ),
  };
}

test('a JSON schema becomes types', async () => {
  const { data } = await ask(
    `{ animals: __type(name: "animals") { fields { name type { kind name ofType { name } } } } home: __type(name: "animals_home") { fields { name } } plain: __type(name: "plain") { name } }`,
  );
  const typeOf = ({ type }: { type: { name: string | null; kind: string; ofType: { name: string } | null } }) =>
    type.name ?? `${type.kind} ${type.ofType?.name}`;
  expect(
    Object.fromEntries(data.animals.fields.map((field: { name: string; type: never }) => [field.name, typeOf(field)])),
  ).toEqual({
    ...{ nodeId: 'NON_NULL ID', documentId: 'NON_NULL ID', data: 'JSON', datx61_: 'String' },
    ...{
      name: 'NON_NULL String',
      size: 'NON_NULL Int',
      weight: 'Float',
      born: 'DateTime',
      oddx20_name: 'Boolean',
      x5f_hidden: 'String',
    },
    ...{ anything: 'JSON', tags: 'LIST String', home: 'animals_home', visits: 'LIST animals_visits' },
  });
  expect(data.home.fields).toEqual([{ name: 'city' }, { name: 'at' }]);
  expect(data.plain).toBeNull();
});

test('a document is created, changed, replaced and deleted', async () => {
  const ALL = '{ documentId name size weight born oddx20_name x5f_hidden tags home { city at } visits { day count } }';
  const created = await ask(`mutation { create_animals(documentId: "a", input: {
    name: "Ann", size: 3, born: "2020-01-01T00:00:00Z", oddx20_name: true, tags: ["x", "y"], home: { city: "Bern", at: [1.5, 2] },
    visits: [{ day: "2020-02-03", count: "1234567890123" }]
  }) { created document ${ALL} } }`);
  const document = {
    ...{
      documentId: 'a',
      name: 'Ann',
      size: 3,
      weight: null,
      born: '2020-01-01T00:00:00Z',
      oddx20_name: true,
      x5f_hidden: null,
    },
    ...{
      tags: ['x', 'y'],
      home: { city: 'Bern', at: [1.5, 2] },
      visits: [{ day: '2020-02-03', count: '1234567890123' }],
    },
  };
  expect(created).toEqual({
    data: { create_animals: { created: true, document } },
    calls: ['GET /animals/a?fields=["id"]', 'PUT /animals/a', `GET /animals/a?fields=${FIELDS}`],
  });

  const again = await ask(
    'mutation { create_animals(documentId: "a", input: { name: "B", size: 1 }, ifNotExists: true) { created } }',
  );
  expect(again).toMatchObject({ data: { create_animals: { created: false } }, calls: [expect.stringMatching(/^GET/)] });

  // Upstream takes whole documents alone where a JSON schema checks them.
  const updated = await ask(
    'mutation { update_animals(documentId: "a", input: { weight: 2.5 }) { document { name } } }',
  );
  expect(updated.errors[0]).toMatchObject({ message: expect.stringMatching(/JSON schema.*partial updates/) });

  const replaced = await ask(
    'mutation { replace_animals(documentId: "a", input: { name: "C", size: 2 }) { document { data } } }',
  );
  expect(replaced.data).toEqual({ replace_animals: { document: { data: { name: 'C', size: 2 } } } });

  const deleted = await ask('mutation { delete_animals(documentId: "a") { deletedId } }');
  expect(deleted.data.delete_animals.deletedId).toEqual(expect.any(String));
  const gone = await ask('mutation { delete_animals(documentId: "a", ifExists: true) { deletedId } }');
  expect(gone.data).toEqual({ delete_animals: { deletedId: null } });
});

test.each([
  ['update_animals(documentId: "bad", input: {})', /"input" is empty/],
  ['update_animals(documentId: "bad", input: { name: null })', /"name" takes text \(String!\), and not null/],
  ['update_animals(documentId: "bad", input: { born: "soon" })', /"born" takes .* \(DateTime\), and not "soon"/],
  [
    'update_animals(documentId: "bad", input: { visits: [{ count: "1.5" }] })',
    /"visits\.\[0\]\.count" takes a whole number/,
  ],
])('%s is refused before a call', async (mutation, message) => {
  const { errors, calls } = await ask(`mutation { ${mutation} { document { documentId } } }`);
  expect(errors[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } });
  expect(calls).toEqual([]);
});

test('a value that does not fit its type is an error on its field, and siblings stand', async () => {
  const { data, errors } = await ask(
    '{ animals_by_id(documentId: "bad") { documentId weight tags home { city } visits { day count } deep: data(path: "extra.deep.[1]") } }',
  );
  expect(data.animals_by_id).toEqual({
    ...{
      documentId: 'bad',
      weight: null,
      tags: ['a', null],
      home: null,
      visits: [{ day: null, count: '1' }, null],
      deep: 2,
    },
  });
  expect(errors.map(({ path }: { path: unknown }) => path)).toEqual([
    ['animals_by_id', 'tags', 1],
    ['animals_by_id', 'home'],
    ['animals_by_id', 'visits', 0, 'day'],
    ['animals_by_id', 'visits', 1],
  ]);
  expect(errors[2]).toMatchObject({
    extensions: { code: 'UPSTREAM_ERROR' },
    message: expect.stringMatching(/"someday" at "visits\.\[0\]\.day".*LocalDate/),
  });
  const {
    data: nothing,
    errors: [required],
  } = await ask('{ animals_by_id(documentId: "bad") { size } }');
  expect(nothing).toEqual({ animals_by_id: null });
  expect(required.message).toMatch(/"big" at "size".*Int!/);
});
