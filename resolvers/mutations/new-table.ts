import { InputError } from '../../datasources/errors.ts';
import type { NewTable } from '../../datasources/source.ts';
import type { CreateTableInput } from '../types.generated.ts';
import { checkRange, MAX_TTL_SECONDS } from './check-range.ts';

/**
 * The table that an input asks for. Upstream would drop key columns that are not defined, and keep the last of two columns
 * of one name, without a word: such input is refused.
 *
 * @throws InputError
 */
export function toNewTable(input: CreateTableInput, databaseId: string): NewTable {
  const { keyspace, name, primaryKey, defaultTtlSeconds } = input;
  const columns = input.columns.map((column) => ({ ...column, isStatic: column.isStatic ?? false }));
  const { partitionKey } = primaryKey;
  const clusteringKey = (primaryKey.clusteringKey ?? []).map((column) => ({ ...column, order: column.order ?? 'ASC' }));
  checkRange('defaultTtlSeconds', defaultTtlSeconds, 0, MAX_TTL_SECONDS);
  const table = { databaseId, keyspace, table: name, columns, partitionKey, clusteringKey };
  checkColumns(table);
  return typeof defaultTtlSeconds === 'number' ? { ...table, defaultTtlSeconds } : table;
}

function checkColumns({ columns, partitionKey, clusteringKey }: NewTable): void {
  const names = columns.map(({ name }) => name);
  const key = [...partitionKey, ...clusteringKey.map(({ name }) => name)];
  refuseRepeated(names, 'columns');
  refuseRepeated(key, 'primaryKey');
  if (partitionKey.length === 0) throw new InputError('"partitionKey" is empty. Name at least one column in it.');
  const unknown = key.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `The primary key names the column "${unknown}", which is not among the columns: ${names.join(', ')}.`,
    );
  }
  checkStatic(columns, key, clusteringKey.length > 0);
}

function checkStatic(columns: NewTable['columns'], key: readonly string[], hasClusteringKey: boolean): void {
  const fixed = columns.filter(({ isStatic }) => isStatic).map(({ name }) => name);
  const inKey = fixed.find((name) => key.includes(name));
  if (inKey !== undefined) throw new InputError(`The column "${inKey}" belongs to the key and cannot be static.`);
  if (fixed.length > 0 && !hasClusteringKey) {
    throw new InputError(
      `The column "${fixed[0]}" cannot be static in a table without clustering columns: each of its partitions is one row.`,
    );
  }
}

/** @throws InputError - naming what occurs twice */
export function refuseRepeated(names: readonly string[], where: string): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new InputError(`"${repeated}" occurs twice in "${where}". Name it once.`);
}
