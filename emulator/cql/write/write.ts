/** INSERT and UPDATE. */
import { integerBytes, readInteger } from '../types/bytes.ts';
import { isHollow } from '../types/codec-tuple.ts';
import { quotedName } from '../types/name.ts';
import { invalidArgument } from '../types/refusal.ts';
import { type BoundValue, checkBound } from './bind.ts';
import { updateIndexes } from './index-entries.ts';
import { partitionKey, rowKey, rowsPrefix, staticKey } from './key.ts';
import { type CellChange, changedRow, expiryOf, livingCells, nowSeconds, type StoredRow } from './row.ts';
import type { SchemaColumn, TableSchema } from './schema.ts';
import { checkModifiable, keyValues, type WriteTarget } from './write-target.ts';

const MAX_CLUSTERING_BYTES = 65_535;

/** Adds a row, or overwrites columns of an existing one, and writes a row marker, so the row exists without values. */
export function insertRow(target: WriteTarget, values: readonly BoundValue[]): void {
  const { schema } = target;
  checkModifiable(schema);
  if (schema.isCounterTable) {
    throw invalidArgument('INSERT statements are not allowed on counter tables, use UPDATE instead');
  }
  if (values.length === 0) throw syntaxErrorAtEnd(schema, 'INSERT INTO ', ' (', ')');
  const cells = values.filter(({ column }) => column.kind === 'static' || column.kind === 'regular');
  const hasClustering = values.some(({ column }) => column.kind === 'clustering');
  const onlyStatics = !hasClustering && cells.length > 0 && cells.every(({ column }) => column.kind === 'static');
  const key = wholeKey(schema, values, onlyStatics);
  checkBound(values);
  writeCells(target, keyValues(key), cells, !onlyStatics);
}

/** Sets columns of a row, or static columns of a partition; increments counters. Writes no row marker. */
export function updateRow(target: WriteTarget, assignments: readonly BoundValue[], key: readonly BoundValue[]): void {
  const { schema } = target;
  checkModifiable(schema);
  if (assignments.length === 0) throw syntaxErrorAtEnd(schema, 'UPDATE ', ' SET  ', 'WHERE');
  for (const { column } of assignments) checkAssignable(column);
  const onlyStatics = assignments.every(({ column }) => column.kind === 'static');
  if (onlyStatics && key.length > schema.partition.length) {
    throw invalidArgument(
      'Invalid restrictions on clustering columns since the UPDATE statement modifies only static columns',
    );
  }
  const boundKey = wholeKey(schema, key, onlyStatics);
  checkBound([...assignments, ...key]);
  const values = keyValues(boundKey);
  const nullCounter = assignments.find(({ column, value }) => column.type === 'counter' && value === null);
  if (nullCounter) throw invalidArgument('Invalid null value for counter increment');
  writeCells(target, values, assignments, false);
}

function writeCells(
  { database, schema }: WriteTarget,
  key: readonly Uint8Array[],
  cells: readonly BoundValue[],
  marker: boolean,
): void {
  const now = nowSeconds();
  const expiry = expiryOf(schema, now);
  const partitionValues = key.slice(0, schema.partition.length);
  const partition = partitionKey(partitionValues);
  checkClusteringSize(key.slice(schema.partition.length));
  const statics = cells.filter(({ column }) => column.kind === 'static');
  const regulars = cells.filter(({ column }) => column.kind === 'regular');

  function write(
    relativeKey: Uint8Array,
    values: readonly Uint8Array[],
    changes: readonly BoundValue[],
    marked: boolean,
  ): void {
    const at = Buffer.concat([rowsPrefix(database, schema), relativeKey]);
    const before = database.store.get(at) as StoredRow | undefined;
    const after = changedRow(
      before,
      values,
      changes.map((change) => stored(change, before, now)),
      { marker: marked, expiry, now },
    );
    if (after) database.store.put(at, after);
    else if (before) database.store.remove(at);
    if (values === key) updateIndexes(database, schema, schema.table.indexes, { key: relativeKey, before, after });
  }

  database.store.transaction(() => {
    if (statics.length > 0) write(staticKey(partition), partitionValues, statics, false);
    if (marker || regulars.length > 0) {
      write(rowKey(partition, schema, key.slice(schema.partition.length)), key, regulars, marker);
    }
  });
}

function checkClusteringSize(values: readonly Uint8Array[]): void {
  const size = values.reduce((sum, value) => sum + value.length, 0);
  if (size > MAX_CLUSTERING_BYTES) {
    throw invalidArgument(`The sum of all clustering columns is too long (${size} > ${MAX_CLUSTERING_BYTES})`);
  }
}

/** The stored form of a value: collections sorted, null for an empty non-frozen one, the sum for counters. */
function stored({ column, value }: BoundValue, before: StoredRow | undefined, now: number): CellChange {
  if (value === null) return { column, value };
  if (column.type === 'counter') {
    const old = livingCells(before, now).get(column.cell);
    return { column, value: integerBytes(readInteger(value) + (old ? readInteger(old) : 0n), 8) };
  }
  const isEmpty = column.cqlType.kind === 'udt' ? isHollow(value) : value.length === 0;
  return { column, value: column.multiCell && isEmpty ? null : column.arrange(value) };
}

function checkAssignable({ kind, name, type }: SchemaColumn): void {
  if (kind === 'partition' || kind === 'clustering')
    throw invalidArgument(`PRIMARY KEY part ${name} found in SET part`);
  if (kind === 'static' && type === 'counter') {
    throw invalidArgument(
      `Cannot set the value of counter column ${name} (counters can only be incremented/decremented, not set)`,
    );
  }
}

/** The values of the primary key in order; only the partition key for a write of static values. */
function wholeKey(schema: TableSchema, values: readonly BoundValue[], onlyStatics: boolean): BoundValue[] {
  const bound = new Map(values.map((value) => [value.column.name, value]));
  const missing = (columns: readonly SchemaColumn[]) =>
    columns.map(({ name }) => name).filter((name) => !bound.has(name));
  const partition = missing(schema.partition);
  if (partition.length > 0) throw invalidArgument(`Some partition key parts are missing: ${partition.join(', ')}`);
  const clustering = onlyStatics ? [] : missing(schema.clustering);
  if (clustering.length > 0) throw invalidArgument(`Some clustering keys are missing: ${clustering.join(', ')}`);
  const columns = onlyStatics ? schema.partition : [...schema.partition, ...schema.clustering];
  return columns.flatMap(({ name }) => bound.get(name) ?? []);
}

/** The parser's error for a statement without columns. */
function syntaxErrorAtEnd({ table }: TableSchema, before: string, after: string, found: string): Error {
  const statement = `${before}${quotedName(table.keyspace)}.${quotedName(table.name)}${after}`;
  return invalidArgument(
    `line 1:${statement.length} no viable alternative at input '${found}' (${statement}[${found}]...)`,
  );
}
