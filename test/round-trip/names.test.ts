/** Names of keyspaces, tables, columns, types and collections are data: they keep their case, and those that cannot be are refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asText, KEYSPACE, openRoundTrip, type RoundTrip } from './graph.ts';

let trip: RoundTrip;

beforeAll(async () => {
  trip = await openRoundTrip();
}, 60_000);
afterAll(() => trip.close());

const good = [
  'Mixed',
  'mixed',
  'MIXED',
  'select',
  'SELECT',
  'Table',
  'rows',
  'where',
  'token',
  'x1',
  'a_b',
  'constructor',
  '__proto__',
  '_x',
  'toString',
  'n'.repeat(48),
];
const refused = [
  '',
  ' ',
  'a b',
  'a-b',
  'a.b',
  'é',
  '"q"',
  "'q'",
  'a;b',
  'a/b',
  '..',
  '%41',
  'n'.repeat(49),
  'a\n',
  '👍',
];

const run = (name: string, input: object, selection: string) =>
  trip.query(
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`,
    { input },
  );

describe('keyspaces and namespaces', () => {
  test.each(good.filter((name) => !name.startsWith('_')))('%s', async (name) => {
    const created = await run('createKeyspace', { name }, 'created keyspace { name }');
    expect(created.data?.createKeyspace, created.errors?.[0]?.message).toEqual({ created: true, keyspace: { name } });
    const found = await trip.data(
      'query ($name: String!) { keyspace(name: $name) { name id } namespace(name: $name) { name } }',
      { name },
    );
    expect(found).toMatchObject({ keyspace: { name }, namespace: { name } });
    expect(
      await trip.data('query ($id: ID!) { node(id: $id) { ... on Keyspace { name } } }', { id: found.keyspace.id }),
    ).toEqual({ node: { name } });
  });

  // The DevOps API takes only names that begin with a letter.
  test.each([...refused, '_x', '__proto__'])('refused: %j', async (name) => {
    const { errors } = await run('createKeyspace', { name }, 'created');
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('tables, their columns and types', () => {
  test('tables whose names differ in case hold rows of their own', async () => {
    for (const name of good) await trip.createTable(name, { k: 'text', v: 'text' }, { partition: ['k'] });
    for (const name of good) {
      const { row, message } = await trip.createRow(name, { k: 'k', v: name });
      expect(row?.values, message).toEqual({ k: 'k', v: name });
    }
    for (const name of good) expect((await trip.readRow(name, { k: 'k' })).row?.values.v).toBe(name);
    await trip.deleteRow('Mixed', { k: 'k' });
    expect((await trip.readRow('Mixed', { k: 'k' })).row).toBeNull();
    expect((await trip.readRow('mixed', { k: 'k' })).row?.values.v).toBe('mixed');
  });

  test('columns of every name, as keys, values and conditions', async () => {
    const columns = Object.fromEntries(good.map((name) => [name, 'text']));
    await trip.createTable('columns', columns, {
      partition: ['Mixed'],
      clustering: ['select', 'SELECT'],
      statics: ['constructor'],
    });
    const key = { Mixed: 'p', select: 'c', SELECT: 'd' };
    const values = Object.fromEntries(good.map((name) => [name, new Map(Object.entries(key)).get(name) ?? name]));
    const created = await trip.createRow('columns', values);
    expect(sorted(created.row?.values), created.message).toEqual(sorted(values));
    const others = Object.fromEntries(Object.entries(values).filter(([name]) => !Object.hasOwn(key, name)));
    expect(sorted((await trip.replaceRow('columns', key, others)).row?.values)).toEqual(sorted(values));
    expect(sorted((await trip.readNode(created.row?.id ?? '')).row?.values)).toEqual(sorted(values));
    for (const name of good) {
      const { keyspace } = await trip.data(
        `query ($name: String!, $key: RowKey!) { keyspace(name: "${KEYSPACE}") { table(name: "columns") { column(name: $name) { name } row(key: $key) { value(column: $name) values(columns: [$name]) } } } }`,
        { name, key },
      );
      expect(keyspace.table).toEqual({
        column: { name },
        row: { value: values[name], values: { [name]: values[name] } },
      });
    }
    const { keyspace } = await trip.data(
      `{ keyspace(name: "${KEYSPACE}") { table(name: "columns") { rows(key: {Mixed: "p"}, where: [{column: "select", gte: "c"}], sort: [{column: "select", order: DESC}]) { nodes { key } } } } }`,
    );
    expect(keyspace.table.rows.nodes).toEqual([{ key }]);
  });

  test('key columns and fields that JavaScript has a meaning for', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    await trip.data(
      'mutation ($input: CreateUserDefinedTypeInput!) { createUserDefinedType(input: $input) { created } }',
      {
        input: { keyspace: KEYSPACE, name: 'odd_fields', fields: names.map((name) => ({ name, type: 'text' })) },
      },
    );
    for (const [index, name] of names.entries()) {
      const table = `odd_${index}`;
      const other = names[(index + 1) % names.length] ?? '';
      await trip.createTable(
        table,
        { [name]: 'text', [other]: 'text', v: 'text', u: 'odd_fields' },
        { partition: [name], clustering: [other] },
      );
      const key = Object.fromEntries([
        [name, 'a'],
        [other, 'b'],
      ]);
      const u = Object.fromEntries([[other, 'c']]);
      const expected = Object.fromEntries(names.map((field) => [field, field === other ? 'c' : null]));
      const { row, message } = await trip.createRow(table, { ...key, v: 'd', u });
      expect(sorted(row?.values), message).toEqual(sorted({ ...key, v: 'd', u: expected }));
      expect(asText(row?.key)).toBe(asText(key));
      expect(sorted((await trip.updateRow(table, key, { v: 'e' })).row?.values)).toEqual(
        sorted({ ...key, v: 'e', u: expected }),
      );
      expect(sorted((await trip.replaceRow(table, key, { u })).row?.values)).toEqual(
        sorted({ ...key, v: null, u: expected }),
      );
      const { keyspace } = await trip.data(
        `query ($where: [ColumnFilter!], $name: String!) { keyspace(name: "${KEYSPACE}") { table(name: "${table}") { rows(where: $where) { nodes { id value(column: $name) } } } } }`,
        {
          name,
          where: [
            { column: name, eq: 'a' },
            { column: other, gte: 'b' },
            { column: other, lt: 'c' },
          ],
        },
      );
      expect(keyspace.table.rows.nodes).toEqual([{ id: row?.id, value: 'a' }]);
      expect((await trip.readRow(table, Object.fromEntries([[name, 'a']]))).code).toBe('BAD_USER_INPUT');
      expect((await trip.updateRow(table, {}, { v: 'f' })).code).toBe('BAD_USER_INPUT');
      expect((await trip.deleteRow(table, {})).code).toBe('BAD_USER_INPUT');
      expect((await trip.deleteRow(table, key)).code).toBeUndefined();
      expect((await trip.readRow(table, key)).row).toBeNull();
    }
  });

  test('columns are created, renamed and deleted by their exact names', async () => {
    await trip.createTable('changing', { Key: 'int', v: 'int' }, { partition: ['Key'] });
    const table = { keyspace: KEYSPACE, table: 'changing' };
    const names = 'table { columns { name } }';
    for (const name of ['Order', 'order', 'group']) {
      const { data, errors } = await run('createColumn', { ...table, name, type: 'int' }, names);
      expect(data?.createColumn.table.columns, errors?.[0]?.message).toContainEqual({ name });
    }
    await run('renameColumn', { ...table, column: 'Key', newName: 'FROM' }, 'column { name }');
    const { data } = await run('deleteColumn', { ...table, column: 'Order' }, names);
    expect(data.deleteColumn.table.columns).toEqual(['FROM', 'group', 'order', 'v'].map((name) => ({ name })));
  });

  test('user-defined types and fields of every name', async () => {
    for (const name of ['Mixed', 'mixed', 'MIXED', 'a_b']) {
      const fields = good.map((field) => ({ name: field, type: 'text' }));
      const created = await run(
        'createUserDefinedType',
        { keyspace: KEYSPACE, name, fields },
        'type { name fields { name } }',
      );
      expect(created.data?.createUserDefinedType.type, created.errors?.[0]?.message).toEqual({
        name,
        fields: good.map((field) => ({ name: field })),
      });
      await trip.createTable(
        `of_${name}`,
        { k: 'int', v: `frozen<${name}>`, l: `list<frozen<${name}>>` },
        { partition: ['k'] },
      );
      const v = Object.fromEntries(good.map((field) => [field, `'${field}'`]));
      const { row, message } = await trip.createRow(`of_${name}`, { k: 1, v, l: [v] });
      expect(asText(row?.values), message).toBe(asText({ k: 1, l: [v], v }));
      expect(asText((await trip.replaceRow(`of_${name}`, { k: 1 }, { v, l: [v] })).row?.values)).toBe(
        asText(row?.values),
      );
    }
  });

  test.each(refused)('refused: %j', async (name) => {
    const columns = [{ name: 'k', type: 'int' }];
    const primaryKey = { partitionKey: ['k'] };
    const answers = [
      await run('createTable', { keyspace: KEYSPACE, name, columns, primaryKey }, 'created'),
      await run(
        'createTable',
        { keyspace: KEYSPACE, name: 'odd', columns: [...columns, { name, type: 'int' }], primaryKey },
        'created',
      ),
      await run('createUserDefinedType', { keyspace: KEYSPACE, name, fields: columns }, 'created'),
      await run(
        'createUserDefinedType',
        { keyspace: KEYSPACE, name: 'odd', fields: [{ name, type: 'int' }] },
        'created',
      ),
      await run('createCollection', { namespace: KEYSPACE, name }, 'created'),
    ];
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(answers.map(() => 'BAD_USER_INPUT'));
    const { keyspace, namespace } = await trip.data(
      `query ($name: String!) { keyspace(name: "${KEYSPACE}") { table(name: $name) { name } odd: table(name: "odd") { name } } namespace(name: "${KEYSPACE}") { collection(name: $name) { name } } }`,
      { name },
    );
    expect({ keyspace, namespace }).toEqual({ keyspace: { table: null, odd: null }, namespace: { collection: null } });
  });
});

test('collections whose names differ in case hold documents of their own', async () => {
  await trip.data('mutation { createNamespace(input: {name: "Docs"}) { created } }');
  for (const name of good) {
    await run('createCollection', { namespace: 'Docs', name }, 'created');
    const { data, errors } = await run(
      'createDocument',
      { namespace: 'Docs', collection: name, documentId: 'd', data: { name } },
      'document { data }',
    );
    expect(data?.createDocument.document.data, errors?.[0]?.message).toEqual({ name });
  }
  for (const name of good) {
    const { namespace } = await trip.data(
      'query ($name: String!) { namespace(name: "Docs") { collection(name: $name) { documents { nodes { documentId data } } } } }',
      { name },
    );
    expect(namespace.collection.documents.nodes).toEqual([{ documentId: 'd', data: { name } }]);
  }
});

/** As text, since members may be named `toString`. */
const sorted = (values: object = {}) => Object.entries(values).map(asText).sort();
