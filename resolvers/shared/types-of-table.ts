/** The user-defined types that values of a table are read and written by. */
import { needsTypes } from '../../datasources/cql/identity.ts';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import type { Table, UserDefinedType } from '../../datasources/source/source.ts';
import type { Context } from './context.ts';

/** Fetches the types of the table's keyspace when it is called, which is only where a column has one. */
export function typesOf(table: Table, { loaders }: Context): () => MaybePromise<readonly UserDefinedType[]> {
  return () => chain(loaders.types(table), (types) => types ?? []);
}

/** What `toRowId` and `keyIdentity` need; nothing is fetched for most tables. */
export function identityTypes(table: Table, context: Context): MaybePromise<readonly UserDefinedType[]> {
  return needsTypes(table) ? typesOf(table, context)() : [];
}
