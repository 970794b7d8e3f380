/** Writes rows (Stargate REST API v2, row endpoints): none is sent twice. */

import { keyColumns } from '../../cql/table-columns.ts';
import { parseType } from '../../cql/type-parser.ts';
import { empty, exact } from '../../http/body.ts';
import type { HttpCall } from '../../http/http-call.ts';
import { contentOf } from '../../http/response-errors.ts';
import { printJson } from '../../json/json.ts';
import type { ExactObject, JsonValue } from '../../json/json-value.ts';
import { also, object, record } from '../../json/shape.ts';
import { checkKey } from '../../rows/check-key.ts';
import { type RowWrites, WRITES_AT_ONCE } from '../../rows/conditional-row-writes.ts';
import type { Types } from '../../rows/row-decode.ts';
import { mapSeveral } from '../../shared/map-several.ts';
import { ownValue } from '../../shared/own-value.ts';
import { InputError } from '../../source/errors.ts';
import type { CqlValue, RowValues, Table } from '../../source/source.ts';
import { requireTable } from '../catalog/require-table.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { encode, holdsMap, writeEncoding } from './row-encode.ts';
import { rowPath } from './row-path.ts';
import { columnType } from './row-where.ts';

const ROUTE = '/v2/keyspaces/{keyspace}/{table}';
const KEY_ROUTE = `${ROUTE}/{key}`;

export function createRowWrites(connection: StargateConnection, typesOf: (table: Table) => Promise<Types>): RowWrites {
  /** INSERT, which leaves a row even where all other columns are null. */
  async function insert(table: Table, values: RowValues): Promise<void> {
    const types = await typesOf(table);
    const path = rowPath(table, {}, writeEncoding(types));
    const row = encodeRow(table, values, types);
    await send(table, {
      method: 'POST',
      route: ROUTE,
      path,
      ...toContent(table, row, types),
      expect: inserted(table, row),
    });
  }

  /** UPDATE, whichever of the two methods it is. */
  async function update(table: Table, method: 'PUT' | 'PATCH', key: RowValues, values: RowValues): Promise<void> {
    const types = await typesOf(table);
    const path = rowPath(table, key, writeEncoding(types));
    const content = toContent(table, encodeRow(table, values, types), types);
    await send(table, { method, route: KEY_ROUTE, path, ...content, expect: UPDATED });
  }

  async function remove(table: Table, key: RowValues): Promise<void> {
    const path = rowPath(table, key, writeEncoding(await typesOf(table)));
    await send(table, { method: 'DELETE', route: KEY_ROUTE, path, expect: { 204: empty } });
  }

  async function send(
    table: Table,
    call: Pick<HttpCall, 'method' | 'route' | 'path' | 'query' | 'body' | 'expect'>,
  ): Promise<void> {
    contentOf(await connection.send(table.databaseId, { ...call, api: 'rest', effect: 'write' }));
  }

  async function create(table: Table, values: RowValues): Promise<void> {
    refuseCounters(table, 'created');
    await insert(table, values);
  }

  return {
    check(table, values, types) {
      refuseCounters(table, 'created');
      encodeRow(table, values, types);
    },
    insert: create,
    insertMany: (table, rows) =>
      mapSeveral(rows, WRITES_AT_ONCE, async (values) => {
        await create(table, values);
        return true as const;
      }),
    countInserts: (rows) => rows,
    async replace(table, key, values) {
      refuseCounters(table, 'replaced');
      checkKey(table, key, keyColumns(table));
      const fresh = await requireTable(connection, table);
      const regular = fresh.columns.filter(({ kind }) => kind === 'REGULAR');
      const all = { ...Object.fromEntries(regular.map(({ name }) => [name, null])), ...values };
      const leavesRow = regular.some(({ name, type }) => !isUnset(type, ownValue(all, name) ?? null));
      await (leavesRow ? update(fresh, 'PUT', key, all) : insert(fresh, { ...all, ...key }));
    },
    patch: (table, key, values) => update(table, 'PATCH', key, values),
    remove,
  };
}

/** What was sent, of older servers its key alone; not what an error looks like in a table whose columns have such names. */
function inserted({ partitionKey }: Table, row: ExactObject) {
  const spelling = (value: JsonValue | undefined) => printJson(value ?? null).replace(/^"|"$/g, '');
  const isOf = (echo: ExactObject) =>
    partitionKey.every((name) => spelling(ownValue(echo, name)) === spelling(ownValue(row, name)));
  return { 201: exact(also(record, isOf, 'another row than was sent came')) };
}

/** What was sent, written anew. */
const UPDATED = { 200: exact(object({ data: record })) };

function encodeRow(table: Table, values: RowValues, types: Types): ExactObject {
  const encoding = writeEncoding(types);
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    encode(columnType(table, name), value, encoding),
  ]);
  return Object.fromEntries(entries);
}

/** The body. What form maps have in it is said, since it depends on the server's settings otherwise. */
function toContent(table: Table, row: ExactObject, types: Types): Pick<HttpCall, 'query' | 'body'> {
  const hasMaps = table.columns.some(({ type }) => holdsMap(type, types));
  return { body: printJson(row), ...(hasMaps && { query: { compactMapData: true } }) };
}

/** An empty collection that is not frozen is stored as nothing at all, and so is a user-defined type without members. */
function isUnset(typeText: string, value: CqlValue): boolean {
  if (value === null) return true;
  const type = parseType(typeText);
  const isOpen = 'isFrozen' in type && !type.isFrozen;
  return (
    isOpen &&
    typeof value === 'object' &&
    Object.values(value).every((member) => type.kind === 'udt' && member === null)
  );
}

function refuseCounters({ table, columns }: Table, what: string): void {
  if (columns.some(({ type }) => type === 'counter'))
    throw new InputError(
      `Rows of the counter table "${table}" cannot be ${what}: a counter is only added to, by updates of rows.`,
    );
}
