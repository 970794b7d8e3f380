/** What is said of tables, columns, indexes and types that are not there, the same on every back end. */
import { listNames } from '../json/shorten.ts';
import { InputError, NotFoundError } from '../source/errors.ts';
import type { Column, Index, KeyspaceRef, NewIndex, Table, TableRef } from '../source/source.ts';

/** @param isCollection - whether a collection has that name */
export function missingTable({ keyspace, table }: TableRef, isCollection: boolean): NotFoundError {
  const hint = isCollection ? ' It is a collection: see deleteCollection and the fields of documents.' : '';
  return new NotFoundError(`There is no table "${table}" in the keyspace "${keyspace}".${hint}`);
}

export function missingColumn({ table, columns }: Table, column: string): NotFoundError {
  const names = listNames(columns.map(({ name }) => name));
  return new NotFoundError(`The table "${table}" has no column "${column}". Its columns are: ${names}.`);
}

export function missingIndex(
  { table }: TableRef,
  index: string,
  others: readonly Pick<Index, 'name'>[],
): NotFoundError {
  const names = listNames(others.map(({ name }) => name)) || 'none';
  return new NotFoundError(`The table "${table}" has no index "${index}". Its indexes are: ${names}.`);
}

export function missingType({ keyspace }: KeyspaceRef, name: string): NotFoundError {
  return new NotFoundError(`There is no type "${name}" in the keyspace "${keyspace}".`);
}

/** The column that a new index is for. @throws InputError */
export function findIndexedColumn({ columns }: Pick<Table, 'columns'>, { table, column }: NewIndex): Column {
  const found = columns.find(({ name }) => name === column);
  if (found) return found;
  const names = listNames(columns.map(({ name }) => name));
  throw new InputError(`The table "${table}" has no column "${column}" to index. Its columns are: ${names}.`);
}
