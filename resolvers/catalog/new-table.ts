import { InputError } from '../../datasources/source/errors.ts';
import type { NewTable } from '../../datasources/source/source.ts';
import { checkRange, MAX_TTL_SECONDS } from '../shared/check-range.ts';
import type { CreateTableInput } from '../shared/types.generated.ts';

/** The table that an input asks for. @throws InputError */
export function toNewTable(input: CreateTableInput, databaseId: string): NewTable {
  const { keyspace, name, primaryKey, defaultTtlSeconds } = input;
  const columns = input.columns.map((column) => ({ ...column, isStatic: column.isStatic ?? false }));
  const { partitionKey } = primaryKey;
  const clusteringKey = (primaryKey.clusteringKey ?? []).map((column) => ({ ...column, order: column.order ?? 'ASC' }));
  checkRange('defaultTtlSeconds', defaultTtlSeconds, 0, MAX_TTL_SECONDS);
  const table = { databaseId, keyspace, table: name, columns, partitionKey, clusteringKey };
  checkStatic(table);
  return typeof defaultTtlSeconds === 'number' ? { ...table, defaultTtlSeconds } : table;
}

/** Upstream takes a static column of the key as a plain one, without a word. */
function checkStatic({ columns, partitionKey, clusteringKey }: NewTable): void {
  const key = new Set([...partitionKey, ...clusteringKey.map(({ name }) => name)]);
  const fixed = columns.find(({ name, isStatic }) => isStatic && key.has(name));
  if (fixed) throw new InputError(`The column "${fixed.name}" belongs to the key and cannot be static.`);
}
