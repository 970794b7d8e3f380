/**
 * The names of a typed graph. A table or user-defined type has its own name, escaped; what is generated for it has that name with
 * a suffix. A name that could be taken for a generated one has its last letter escaped, so no table changes the names of another.
 */
import { decodeName, escapeLast, escapeName } from './escape.ts';

/** What is generated for a table: types, and root fields. */
export const TABLE_SUFFIXES = {
  byKey: '_by_key',
  connection: '_connection',
  edge: '_edge',
  filter: '_filter',
  order: '_order',
  key: '_key',
  partialKey: '_partial_key',
  input: '_input',
  set: '_set',
  update: '_update',
  updateKey: '_update_key',
  created: '_created',
  createdMany: '_created_many',
  createdResult: '_created_result',
  replaced: '_replaced',
  updated: '_updated',
  updatedMany: '_updated_many',
  updatedResult: '_updated_result',
  deleted: '_deleted',
  deletedMany: '_deleted_many',
  deletedResult: '_deleted_result',
  deletedRange: '_deleted_range',
} as const;

/** What is generated for documents alone, by their ids; the rest has suffixes of tables. */
export const BY_ID_SUFFIX = '_by_id';

/** What is generated for a user-defined type. */
export const TYPE_SUFFIXES = { type: '_type', typeInput: '_type_input' } as const;

/** Suffixes of mutations, whose names begin with a verb. */
const MUTATION_SUFFIXES = ['_many', '_range'];

/** Prefixes of generated names: mutations, and types that belong to no table. */
const PREFIXES = ['create_', 'replace_', 'update_', 'delete_', 'entry_', 'tuple_', 'compare_', 'in_'];

/** Types and fields that every typed graph has. */
export const BUILT_IN: ReadonlySet<string> = new Set([
  ...['Query', 'Mutation', 'Subscription', 'Node', 'PageInfo', 'ID', 'String', 'Int', 'Float', 'Boolean'],
  ...['BigInt', 'Decimal', 'DateTime', 'LocalDate', 'LocalTime', 'Duration', 'UUID', 'IP', 'Base64'],
  ...['JSON', 'SortOrder', 'WriteError', 'ErrorCode', 'node', 'nodes', 'query', 'mutation'],
  // With a suffix it would begin with two underscores.
  '_',
  // Of a subgraph.
  ...['_Any', '_Entity', '_Service', '_entities', '_service', 'FieldSet', 'link__Import', 'link__Purpose'],
]);

const GENERATED = [
  ...Object.values(TABLE_SUFFIXES),
  BY_ID_SUFFIX,
  ...Object.values(TYPE_SUFFIXES),
  ...MUTATION_SUFFIXES,
];

/** Also what is left of one suffix before another: `a_partial` with `_key` would be `a` with `_partial_key`. */
const SUFFIXES = new Set([
  ...GENERATED,
  ...GENERATED.flatMap((long) =>
    GENERATED.filter((short) => short !== long && long.endsWith(short)).map((short) => long.slice(0, -short.length)),
  ),
]);

/** The name of a table's type and list, or the first part of the names of a user-defined type. */
export function typedName(name: string): string {
  const escaped = escapeName(name);
  return isReserved(escaped) ? escapeLast(escaped) : escaped;
}

/** What the names of tables and types of another keyspace begin with. The length keeps underscores of its name apart from those around it. */
export function foreignPrefix(keyspace: string): string {
  const escaped = escapeName(keyspace);
  return escaped.includes('_') ? `in_${escaped.length}_${escaped}_` : `in_${escaped}_`;
}

/** The name of a column or of a field of a user-defined type. @param taken - names of fields that every such type has */
export function fieldName(name: string, taken: ReadonlySet<string> = NO_NAMES): string {
  const escaped = escapeName(name);
  return taken.has(escaped) || escaped in INHERITED ? escapeLast(escaped) : escaped;
}

/** The name in CQL. */
export { decodeName };

function isReserved(escaped: string): boolean {
  return (
    BUILT_IN.has(escaped) ||
    PREFIXES.some((prefix) => escaped.startsWith(prefix)) ||
    [...SUFFIXES].some((suffix) => escaped.endsWith(suffix))
  );
}

/** Has what every object inherits: graphql-js would take that for the value of a field that a client leaves out. */
const INHERITED: object = {};

const NO_NAMES: ReadonlySet<string> = new Set();
