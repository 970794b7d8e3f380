/** Rows over the Stargate REST API v2. Read through `where`, written through paths. */

import { isUserDefined } from '../cql/type.ts';
import { parseType } from '../cql/type-parser.ts';
import { InputError } from '../errors.ts';
import type { HttpCall } from '../http-call.ts';
import { printJson } from '../json.ts';
import { throwUnlessOk } from '../response-errors.ts';
import type { CatalogSource, RowQuery, RowSource, RowValues, Table } from '../source.ts';
import type { StargateConnection } from './connection.ts';
import { keyText, readRows } from './row-batches.ts';
import type { Types } from './row-decode.ts';
import { encode } from './row-encode.ts';
import { keyColumns, rowPath } from './row-path.ts';
import { searchRows } from './row-search.ts';
import { columnType, whereFilters, whereKey } from './row-where.ts';
import { existing } from './tables.ts';

export interface RowSourceOptions {
  readonly connection: StargateConnection;
  /** Asked for user-defined types, and only where a column has one. */
  readonly catalog: Pick<CatalogSource, 'types'>;
  /** The most values in one `$in`: 20 on Astra, whose guardrails say so. */
  readonly maxKeysPerSearch: number;
}

const ROUTE = '/v2/keyspaces/{keyspace}/{table}';

export function createRowSource({ connection, catalog, maxKeysPerSearch }: RowSourceOptions): RowSource {
  async function typesOf(table: Table): Promise<Types> {
    const needed = table.columns.some(({ type }) => isUserDefined(parseType(type)));
    return needed ? ((await catalog.types(table)) ?? []) : [];
  }

  async function write(
    table: Table,
    method: 'POST' | 'PUT' | 'PATCH',
    key: RowValues | null,
    values: RowValues,
  ): Promise<void> {
    const types = await typesOf(table);
    const entries = Object.entries(values).map(([name, value]) => [
      name,
      encode(columnType(table, name), value, types),
    ]);
    const body = printJson(Object.fromEntries(entries));
    await send(
      table,
      key
        ? { method, route: `${ROUTE}/{key}`, path: rowPath(table, key, types), body }
        : { method, route: ROUTE, path: rowPath(table, {}, types), body },
    );
  }

  async function send(table: Table, call: Pick<HttpCall, 'method' | 'route' | 'path' | 'body'>): Promise<void> {
    throwUnlessOk(await connection.send(table.databaseId, { ...call, api: 'rest', isIdempotent: false }));
  }

  return {
    async readMany(table, keys, columns) {
      const reading = { connection, table, columns, types: await typesOf(table), maxKeysPerSearch };
      const found = await readRows(reading, keys);
      return keys.map((key) => found.get(keyText(table, key)) ?? null);
    },
    async findPage(table, { key, where, sort, columns, pageSize, pageState }: RowQuery) {
      const types = await typesOf(table);
      const filters = where ? whereFilters(table, where, types) : {};
      const conditions = { ...(key && whereKey(table, key, types)), ...filters };
      const order =
        sort &&
        Object.fromEntries(sort.map(({ column, order }) => [column, order === 'DESC' ? 'desc' : 'asc'] as const));
      return searchRows(connection, { table, where: conditions, columns, sort: order, pageSize, pageState }, types);
    },
    insert: async (table, values) => {
      refuseCounters(table, 'created: a counter is only added to, with updateRow');
      await write(table, 'POST', null, values);
    },
    async replace(table, key, values) {
      refuseCounters(table, 'replaced: a counter is only added to, with updateRow');
      const fresh = await existing(connection, table);
      const regular = fresh.columns.filter(({ kind }) => kind === 'REGULAR');
      const all = { ...Object.fromEntries(regular.map(({ name }) => [name, null])), ...values };
      // An UPDATE leaves no row where all regular columns are null; an INSERT does.
      if (regular.every(({ name }) => (all[name] ?? null) === null))
        await write(fresh, 'POST', null, { ...all, ...key });
      else await write(fresh, 'PUT', key, all);
    },
    patch: (table, key, values) => write(table, 'PATCH', key, values),
    async remove(table, key) {
      const missing = keyColumns(table).find((name) => (key[name] ?? null) === null);
      if (missing !== undefined)
        throw new InputError(`The key has no value for "${missing}", so it does not name one row.`);
      await send(table, { method: 'DELETE', route: `${ROUTE}/{key}`, path: rowPath(table, key, await typesOf(table)) });
    },
    async removeRange(table, keyPrefix) {
      await send(table, {
        method: 'DELETE',
        route: `${ROUTE}/{key}`,
        path: rowPath(table, keyPrefix, await typesOf(table)),
      });
    },
  };
}

function refuseCounters({ table, columns }: Table, what: string): void {
  if (columns.some(({ type }) => type === 'counter'))
    throw new InputError(`Rows of the counter table "${table}" cannot be ${what}.`);
}
