/** createIndex, createVectorIndex, createTextIndex, and dropIndex. */
import type { Keyspace } from '../../../core/catalog.ts';
import { createIndex, dropIndex } from '../../../cql/ddl/define-index.ts';
import { schemaOf, type TableSchema } from '../../../cql/write/schema.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { type CommandAnswer, okAnswer, type TableCall } from '../../command/command.ts';
import { refused } from '../../command/errors.ts';
import { booleanField, objectField, textField } from '../../command/fields.ts';
import { checkSchemaName } from '../../command/schema-name.ts';
import { dropCommand } from './drop-command.ts';
import { regularOptions, vectorOptions } from './index-options.ts';
import { type IndexTarget, indexDefinition, indexedColumn, readTarget } from './index-target.ts';
import { changed, DRIVER_ERROR, INVALID_QUERY, late, reported } from './late.ts';

const CLASS_NAME = 'StorageAttachedIndex';
const INDEX_TYPES = ['regular', 'text', 'vector'];

/** On any column that can be compared, or on what a list, set or map holds. */
export function createRegularIndex(call: TableCall): CommandAnswer {
  const definition = indexDefinition(call.fields);
  const name = indexName(call, 'regular');
  const schema = schemaOf(call.keyspace, call.table);
  const target = readTarget(schema, definition.get('column') ?? null);
  const { cqlType } = target.column;
  if (cqlType.kind === 'vector' || cqlType.kind === 'udt' || cqlType.kind === 'tuple') {
    const cure = cqlType.kind === 'vector' ? '\n\nUse the command createVectorIndex.' : '';
    throw refused(
      'SCHEMA',
      'UNSUPPORTED_INDEXING_FOR_DATA_TYPES',
      `The column ${target.column.name} is of the type ${cqlType.kind}, which a regular index cannot hold.${cure}`,
    );
  }
  const options = regularOptions(objectField(definition, 'options') ?? new Map(), target.column);
  return make(call, schema, name, target, options);
}

export function createVectorIndex(call: TableCall): CommandAnswer {
  const definition = indexDefinition(call.fields);
  const name = indexName(call, 'vector');
  const schema = schemaOf(call.keyspace, call.table);
  const column = indexedColumn(schema, plainColumn(definition));
  if (column.cqlType.kind !== 'vector') {
    const message = `The column ${column.name} holds no vectors.\n\nName a column of the type vector.`;
    throw refused('SCHEMA', 'UNSUPPORTED_VECTOR_INDEX_FOR_DATA_TYPES', message);
  }
  const options = vectorOptions(objectField(definition, 'options') ?? new Map());
  return make(call, schema, name, { column, kind: 'simple' }, options);
}

/** The database has no analyzers, so that only what is wrong before is told in another way. */
export function createTextIndex(call: TableCall): CommandAnswer {
  const definition = indexDefinition(call.fields);
  indexName(call, 'text');
  const column = indexedColumn(schemaOf(call.keyspace, call.table), plainColumn(definition));
  if (column.type !== 'text' && column.type !== 'ascii') {
    const message = `The column ${column.name} holds no text.\n\nName a column of the type text or ascii.`;
    throw refused('SCHEMA', 'UNSUPPORTED_TEXT_INDEX_FOR_DATA_TYPES', message);
  }
  throw late(reported(DRIVER_ERROR, 'The database has no analyzers for the texts of an index'));
}

/** Names of indexes are one for the whole keyspace. */
export const dropIndexCommand = dropCommand('index', hasIndex, ({ database, keyspace }, name) =>
  changed(() => dropIndex(database, keyspace, name, false)),
);

function make(
  { database, keyspace, options: commandOptions }: TableCall,
  schema: TableSchema,
  name: string,
  target: IndexTarget,
  options: Readonly<Record<string, string>>,
): CommandAnswer {
  const exists = hasIndex(keyspace, name);
  if (exists && booleanField(commandOptions, 'ifNotExists')) return okAnswer();
  if (exists) {
    const message = `The keyspace ${keyspace.name} already has an index ${name}.\n\nUse another name, or set the option ifNotExists.`;
    throw late(refused('SCHEMA', 'CANNOT_ADD_EXISTING_INDEX', message));
  }
  if (target.column.type === 'blob')
    throw late(reported(INVALID_QUERY, 'An index cannot hold values of the type blob'));
  const plan = { name, ...target, className: CLASS_NAME, options, ifNotExists: false };
  return changed(() => createIndex(database, schema, plan));
}

function indexName({ fields }: TableCall, expected: string): string {
  const type = textField(fields, 'indexType') ?? expected;
  if (!INDEX_TYPES.includes(type)) {
    const message = `The type of index '${type}' is not known.\n\nUse one of: ${INDEX_TYPES.join(', ')}.`;
    throw refused('SCHEMA', 'UNKNOWN_INDEX_TYPE', message, 'Index type is unknown');
  }
  if (type !== expected) {
    const message = `This command makes indexes of the type ${expected}, not ${type}.\n\nLeave indexType out.`;
    throw refused('SCHEMA', 'UNSUPPORTED_INDEX_TYPE', message, 'Index type is not supported');
  }
  return checkSchemaName('Index', textField(fields, 'name'));
}

function plainColumn(definition: JsonObject): string {
  const column: Json = definition.get('column') ?? null;
  return typeof column === 'string' ? column : (textField(definition, 'column') ?? '');
}

function hasIndex({ tables }: Keyspace, name: string): boolean {
  return Object.values(tables).some(({ indexes }) => indexes.some((index) => index.name === name));
}
