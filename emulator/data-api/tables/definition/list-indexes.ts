/** listIndexes. */
import type { Index } from '../../../core/catalog.ts';
import { quotedName } from '../../../cql/types/name.ts';
import { indexKind } from '../../../cql/write/index-target.ts';
import { schemaOf, type TableSchema } from '../../../cql/write/schema.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { type CommandAnswer, statusAnswer, type TableCall } from '../../command/command.ts';
import { booleanField } from '../../command/fields.ts';
import { metricOf, sourceModelOf, textOptions } from './index-options.ts';

export function listTableIndexes({ keyspace, table, options }: TableCall): CommandAnswer {
  const isExplained = booleanField(options, 'explain') === true;
  const schema = schemaOf(keyspace, table);
  return statusAnswer({ indexes: table.indexes.map((index) => (isExplained ? explained(schema, index) : index.name)) });
}

function explained(schema: TableSchema, index: Index): JsonObject {
  const column = schema.column(index.column);
  const isOurs = index.kind === 'CUSTOM' && column && indexKind(index) !== 'full';
  if (!isOurs) return foreign(schema, index);
  const isVector = column.cqlType.kind === 'vector';
  return new Map<string, Json>([
    ['name', index.name],
    [
      'definition',
      new Map<string, Json>([
        ['column', targetJson(schema, index)],
        ['options', optionsJson(schema, index)],
      ]),
    ],
    ['indexType', isVector ? 'vector' : 'regular'],
  ]);
}

/** One that the Data API could not have made: how CQL says it. */
function foreign({ table }: TableSchema, index: Index): JsonObject {
  const { target = '', class_name: className } = index.options;
  const using = className === undefined ? '' : ` USING '${className}'`;
  const place = `${quotedName(table.keyspace)}.${quotedName(table.name)}`;
  const kind = className === undefined ? '' : 'CUSTOM ';
  const cqlDefinition = `CREATE ${kind}INDEX ${quotedName(index.name)} ON ${place} (${target})${using}`;
  const support = new Map<string, Json>([
    ['createIndex', false],
    ['filter', false],
    ['cqlDefinition', cqlDefinition],
  ]);
  return new Map<string, Json>([
    ['name', index.name],
    [
      'definition',
      new Map<string, Json>([
        ['column', 'UNKNOWN'],
        ['apiSupport', support],
      ]),
    ],
    ['indexType', 'UNKNOWN'],
  ]);
}

/** The entries of a map are shown by its name alone. */
function targetJson(schema: TableSchema, index: Index): Json {
  const kind = indexKind(index);
  const isMap = schema.column(index.column)?.cqlType.kind === 'map';
  if (kind === 'simple' || (kind === 'entries' && isMap)) return index.column;
  return new Map([[index.column, `$${kind}`]]);
}

function optionsJson(schema: TableSchema, { column: name, options }: Index): JsonObject {
  const column = schema.column(name);
  if (column?.cqlType.kind === 'vector') {
    return new Map([
      ['metric', metricOf(options)],
      ['sourceModel', sourceModelOf(options)],
    ]);
  }
  return new Map(Object.entries((column && textOptions(options, column)) ?? {}));
}
