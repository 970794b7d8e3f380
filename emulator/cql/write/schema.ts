/** A table's schema for statements: its columns in order, each with its codec. */
import type { Column, Keyspace, Table } from '../../core/catalog.ts';
import type { Codec } from '../types/codec.ts';
import { codecOf } from '../types/codecs.ts';
import { byName } from '../types/name.ts';
import { type CqlType, isMultiCell, parseType } from '../types/type.ts';
import { type Arrange, arrangeOf } from './arrange.ts';

export interface SchemaColumn extends Column {
  readonly cqlType: CqlType;
  readonly codec: Codec;
  readonly arrange: Arrange;
  readonly multiCell: boolean;
  /** The stored cell name; a column that was dropped and added again has a new one, so its old values are gone. */
  readonly cell: string;
}

export interface TableSchema {
  readonly keyspace: Keyspace;
  readonly table: Table;
  readonly partition: readonly SchemaColumn[];
  readonly clustering: readonly SchemaColumn[];
  readonly statics: readonly SchemaColumn[];
  readonly regulars: readonly SchemaColumn[];
  /** In the order of rows: partition key, clustering, static, regular columns. */
  readonly columns: readonly SchemaColumn[];
  readonly isCounterTable: boolean;
  column(name: string): SchemaColumn | undefined;
}

const cache = new WeakMap<Keyspace, Map<string, TableSchema>>();

/** The schema of a table, cached for each version of its keyspace. */
export function schemaOf(keyspace: Keyspace, table: Table): TableSchema {
  const known = cache.get(keyspace) ?? new Map<string, TableSchema>();
  cache.set(keyspace, known);
  const schema = known.get(table.name) ?? buildSchema(keyspace, table);
  known.set(table.name, schema);
  return schema;
}

function buildSchema(keyspace: Keyspace, table: Table): TableSchema {
  const all = inOrder(table.columns).map((column) => schemaColumn(keyspace, table, column));
  const byColumnName = new Map(all.map((column) => [column.name, column]));
  const ofKind = (kind: Column['kind']) => all.filter((column) => column.kind === kind);
  return {
    keyspace,
    table,
    partition: ofKind('partition'),
    clustering: ofKind('clustering'),
    statics: ofKind('static'),
    regulars: ofKind('regular'),
    columns: all,
    isCounterTable: all.some((column) => column.type === 'counter'),
    column: (name) => byColumnName.get(name),
  };
}

function schemaColumn(keyspace: Keyspace, table: Table, column: Column): SchemaColumn {
  const cqlType = parseType(column.type);
  const drops = table.droppedColumns.filter(({ name }) => name === column.name).length;
  return {
    ...column,
    cqlType,
    codec: codecOf(cqlType, keyspace.types),
    arrange: arrangeOf(cqlType, keyspace.types),
    multiCell: isMultiCell(cqlType),
    cell: drops > 0 ? `${column.name}\0${drops}` : column.name,
  };
}

const KINDS = ['partition', 'clustering', 'static', 'regular'];

/** Partition key and clustering columns by position, then static and regular columns by name. */
export function inOrder(columns: readonly Column[]): Column[] {
  return [...columns].sort(
    (one, other) =>
      KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || one.position - other.position || byName(one, other),
  );
}
