/** A collection as commands see it, and as a table of the catalog. */
import type { Column, Index, Table } from '../../../core/catalog.ts';
import type { Database } from '../../../core/service.ts';
import { type JsonObject, parseJson, printJson } from '../../../shared/json.ts';
import type { TableCall } from '../../command/command.ts';
import { type Documents, openDocuments } from '../shared/documents.ts';
import { isNothingIndexed } from './indexing.ts';
import { type CollectionOptions, optionsJson, readOptions } from './options.ts';

export interface DataCollection extends CollectionOptions {
  readonly name: string;
  /** With the name of the keyspace, for messages. */
  readonly fullName: string;
  readonly documents: Documents;
  /** False where the database refused to index the vectors. */
  readonly hasVectorIndex: boolean;
}

const VECTOR_COLUMN = 'query_vector_value';

export function collectionOf({
  database,
  keyspace,
  table,
}: Pick<TableCall, 'database' | 'keyspace' | 'table'>): DataCollection {
  return {
    ...optionsOf(table),
    name: table.name,
    fullName: `${keyspace.name}.${table.name}`,
    documents: openDocuments(database, table),
    hasVectorIndex: table.indexes.some(({ column }) => column === VECTOR_COLUMN),
  };
}

/** The options that a collection was made with. */
export function optionsOf({ dataCollection }: Table): CollectionOptions {
  const options = parseJson(dataCollection?.options ?? '{}');
  return options instanceof Map ? readListed(options) : {};
}

/** Options as they are listed. @throws CommandFailure - for what a collection cannot be made with */
export function readListed(options: JsonObject): CollectionOptions {
  const indexing = options.get('indexing');
  // An empty list of allowed paths is listed as an empty object, which could not be read again.
  if (indexing instanceof Map && indexing.size === 0) indexing.set('allow', []);
  return readOptions(options);
}

/** Whether the database can index the vectors that the options allow. */
export function indexesVectors({ vector }: CollectionOptions): boolean {
  return !(vector?.dimension === 1 && vector.metric === 'cosine');
}

/** @param hasVectorIndex - see `indexesVectors` */
export function putCollection(
  { catalog }: Database,
  place: { readonly keyspace: string; readonly name: string },
  options: CollectionOptions,
  hasVectorIndex: boolean,
): void {
  const columns = options.vector
    ? [...COLUMNS, column(VECTOR_COLUMN, `vector<float, ${options.vector.dimension}>`)]
    : COLUMNS;
  const indexed = columns.filter(({ name }) =>
    name === VECTOR_COLUMN ? hasVectorIndex : INDEXED.has(name) && !isNothingIndexed(options.indexing),
  );
  catalog.putTable({
    id: catalog.nextTableId(),
    ...place,
    columns,
    droppedColumns: [],
    indexes: indexed.map(({ name }) => indexOn(place.name, name, options)),
    defaultTtlSeconds: 0,
    dataCollection: { options: printJson(optionsJson(options)) },
  });
}

function column(name: string, type: string, kind: Column['kind'] = 'regular'): Column {
  return { name, type, kind, position: 0, order: 'asc' };
}

const COLUMNS: readonly Column[] = [
  column('key', 'frozen<tuple<tinyint, text>>', 'partition'),
  column('array_contains', 'set<text>'),
  column('array_size', 'map<text, int>'),
  column('doc_json', 'text'),
  column('exist_keys', 'set<text>'),
  column('query_bool_values', 'map<text, tinyint>'),
  column('query_dbl_values', 'map<text, decimal>'),
  column('query_null_values', 'set<text>'),
  column('query_text_values', 'map<text, text>'),
  column('query_timestamp_values', 'map<text, timestamp>'),
  column('tx_id', 'timeuuid'),
];
const INDEXED = new Set(COLUMNS.map(({ name }) => name).filter((name) => !['key', 'tx_id', 'doc_json'].includes(name)));
const MAPS = new Set(COLUMNS.filter(({ type }) => type.startsWith('map')).map(({ name }) => name));

function indexOn(collection: string, name: string, { vector }: CollectionOptions): Index {
  const target = MAPS.has(name) ? `entries(${name})` : name === VECTOR_COLUMN ? name : `values(${name})`;
  const similarity =
    name === VECTOR_COLUMN && vector
      ? { similarity_function: vector.metric, source_model: vector.sourceModel.toUpperCase() }
      : {};
  const options = { class_name: 'StorageAttachedIndex', ...similarity, target };
  return { name: `${collection}_${name}`, column: name, kind: 'CUSTOM', options };
}
