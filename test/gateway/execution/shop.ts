/** What the random operations find and change, and the values that mean something there. */
import { type GraphQLNamedType, isEnumType } from 'graphql';
import type { RunningGateway } from '../../support/gateway.ts';

/** By the field and its argument, by the argument or member alone, or by the type. */
export type Pools = Readonly<Record<string, readonly unknown[]>>;

const SETUP = [
  'mutation { createKeyspace(input: { name: "shop" }) { created } }',
  `mutation {
    items: createTable(input: { keyspace: "shop", name: "items", primaryKey: { partitionKey: ["id"] }, columns: [
      { name: "id", type: "text" }, { name: "title", type: "text" }, { name: "price", type: "int" }, { name: "tags", type: "set<text>" }] }) { created }
    orders: createTable(input: { keyspace: "shop", name: "orders", primaryKey: { partitionKey: ["customer"], clusteringKey: [{ name: "day", order: DESC }] }, columns: [
      { name: "customer", type: "text" }, { name: "day", type: "date" }, { name: "item", type: "text" }, { name: "total", type: "decimal" }, { name: "note", type: "text", isStatic: true }] }) { created }
    broken: createTable(input: { keyspace: "shop", name: "broken", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "text" }] }) { created }
    createCollection(input: { namespace: "shop", name: "notes" }) { created }
  }`,
  `mutation {
    items: createRows(input: { keyspace: "shop", table: "items", rows: [
      { id: "a", title: "Axe", price: 5, tags: ["x", "y"] }, { id: "b", title: "Bag", price: 7 }, { id: "c" }] }) { results { index } }
    orders: createRows(input: { keyspace: "shop", table: "orders", rows: [
      { customer: "c1", day: "2026-01-01", item: "a", total: 1.5, note: "kind" }, { customer: "c1", day: "2026-01-02", item: "b", total: 2 },
      { customer: "c2", day: "2026-01-03", item: "none" }] }) { results { index } }
    createDocuments(input: { namespace: "shop", collection: "notes", idPath: "id", documents: [
      { id: "n1", item: "a", felt: 3, tags: ["x", { y: null }] }, { id: "n2", item: "nope", felt: null, next: "n1" }, { id: "n3", deep: { er: { x: true } } }] }) { results { index } }
  }`,
];

/** @throws Error - when something could not be made */
export async function fillShop(gateway: RunningGateway): Promise<void> {
  for (const query of SETUP) {
    const { errors } = await gateway.query(query);
    if (errors) throw new Error(JSON.stringify(errors));
  }
  gateway.emulator.faults.add({
    match: { target: /\/broken(\/|\?|$)/, api: 'rest' },
    fault: { kind: 'answer', status: 500 },
  });
}

const COLUMNS = ['id', 'title', 'price', 'tags', 'customer', 'day', 'item', 'total', 'note', 'nope'];
const KEYS = [
  { id: 'a' },
  { id: 'b' },
  { id: 'z' },
  { customer: 'c1', day: '2026-01-01' },
  { customer: 'c1' },
  { no: 1 },
];
const VALUES = [
  { id: 'a', title: 'Ale' },
  { id: 'd', price: 9, tags: ['z'] },
  { customer: 'c1', day: '2026-01-01', total: 4 },
  { title: 'new', price: null },
  { item: 'b', note: 'mild' },
  { price: 'many' },
];
const FIELDS = ['id', 'item', 'felt', 'tags', 'tags[0]', 'tags.[1].y', 'deep.er', 'next', 'a.b[', ''];
const JSONS = [null, 3, 'a', true, 1.5, ['x', 1], { y: null, z: [{}] }, 'n1'];

const FIXED: Pools = {
  'keyspace.name': ['shop', 'shop', 'shop', 'nope'],
  'namespace.name': ['shop', 'shop', 'shop', 'nope'],
  'table.name': ['items', 'orders', 'orders', 'broken', 'nope'],
  'collection.name': ['notes', 'notes', 'nope'],
  'column.name': COLUMNS,
  keyspace: ['shop', 'shop', 'shop', 'shop', 'nope'],
  namespace: ['shop', 'shop', 'shop', 'shop', 'nope'],
  table: ['items', 'orders', 'items', 'orders', 'broken', 'nope'],
  collection: ['notes', 'notes', 'notes', 'nope'],
  columns: COLUMNS,
  column: COLUMNS,
  from: ['id', 'item', 'customer', 'next'],
  idColumn: ['item', 'title', 'nope'],
  documentId: ['n1', 'n2', 'n3', 'n9'],
  documentIds: ['n1', 'n2', 'n3', 'n9'],
  databaseId: ['default', 'nope'],
  first: [1, 2, 3, 20, 0, -1, 100_000],
  ttlSeconds: [3600, 0],
  type: ['text', 'int', 'nonsense<'],
  name: ['one', 'two', 'shop', 'not a name'],
  idPath: ['item', 'next', 'id', '*'],
  containsKey: ['x'],
  CqlValue: ['a', 'c1', 5, 7, null, '2026-01-01', 1.5, true, ['x'], { a: 1 }],
  RowKey: KEYS,
  RowValues: VALUES,
  DocumentPath: FIELDS,
  JSON: JSONS,
  JSONObject: [{ felt: 4 }, { tags: 'w', item: 'b' }, {}, { type: 'object' }],
  Boolean: [true, false],
  Int: [1, 2, 0, -5],
  Float: [1.5, 2],
  String: ['a', '', 'é"\\\n', 'shop'],
  ID: ['n1', 'nope'],
  DateTime: ['2026-01-01T00:00:00Z', 'never'],
};

/** With ids and cursors, which only a gateway can make. */
export async function createPools(gateway: RunningGateway): Promise<Pools> {
  const { data } = await gateway.query(`{ database { id }
    keyspace(name: "shop") { id table(name: "orders") { id rows(first: 1) { nodes { id } pageInfo { endCursor } } } items: table(name: "items") { id rows(first: 2) { nodes { id } pageInfo { endCursor } } } }
    namespace(name: "shop") { id collection(name: "notes") { id documents(first: 2) { nodes { id } pageInfo { endCursor } } } } }`);
  const text = JSON.stringify(data);
  const read = (name: string) => [...text.matchAll(new RegExp(`"${name}":"([^"]+)"`, 'g'))].map(([, found]) => found);
  const ids = [...read('id'), 'nope', ''];
  return { ...FIXED, ids, id: ids, tableId: ids, after: [...read('endCursor'), 'nope'] };
}

/** @param place - `field.argument`, or the name of a member */
export function poolFor(pools: Pools, place: string, type: GraphQLNamedType): readonly unknown[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  const argument = place.split('.').at(-1) ?? '';
  return pools[place] ?? pools[argument] ?? pools[type.name] ?? ['?'];
}
