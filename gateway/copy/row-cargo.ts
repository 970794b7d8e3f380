/** The rows of a table. */
import { keyColumns } from '../../datasources/cql/table-columns.ts';
import { parseType } from '../../datasources/cql/type-parser.ts';
import { show } from '../../datasources/json/shorten.ts';
import { ownValue } from '../../datasources/shared/own-value.ts';
import type { CqlValue, Row, RowValues, Source, Table } from '../../datasources/source/source.ts';
import type { Cargo } from './cargo.ts';
import { addCounters, hasCounters } from './counters.ts';
import type { TableItem } from './item.ts';
import { type Loss, reasonOf } from './losses.ts';

/** Rows in a page, of which a few are in flight; pages of the Data API are smaller. */
const PAGE_SIZE = 200;
const COUNT_PAGE_SIZE = 1000;

/** @param isFresh - whether the copy has made the table, so that columns without a value need not be cleared */
export function createRowCargo(
  { source: from, target: to, types, name }: TableItem,
  isFresh: boolean,
): Cargo<Row, RowValues> {
  const kept = to.columns.filter((column) => from.columns.some((each) => each.name === column.name));
  const key = keyColumns(to);
  const statics = to.columns.filter(({ kind }) => kind === 'STATIC').map((column) => column.name);
  const isUnset = unsetIn(to);

  function toTarget({ key: rowKey, values, errors = {} }: Row): RowValues {
    const given = kept.flatMap(({ name: column }) => {
      if (Object.hasOwn(errors, column)) return [];
      const value = ownValue(key.includes(column) ? rowKey : values, column) ?? null;
      return isFresh && !key.includes(column) && isUnset(column, value) ? [] : [[column, value] as const];
    });
    return Object.fromEntries(given);
  }

  const toLoss = (row: Row, reason: string): Loss => ({ kind: 'row', in: name, name: show(row.key), reason });

  return {
    read: async ({ rows }, pageState) => {
      const pageSize = Math.min(PAGE_SIZE, await rows.maxPageSize(from.databaseId));
      return rows.findPage(from, { pageSize, ...(pageState !== undefined && { pageState }) });
    },
    toTarget,
    unread: (row) =>
      Object.entries(row.errors ?? {})
        .filter(([column]) => kept.some((each) => each.name === column))
        .map(([column, error]) => ({
          kind: 'value',
          in: `${name} ${show(row.key)}`,
          name: column,
          reason: `The source cannot give it. ${reasonOf(error)}`,
        })),
    put: hasCounters(to)
      ? ({ rows }, items) => addCounters(rows, to, items)
      : (source, items) => putRows(source, to, statics, items),
    check: async ({ rows }, items) =>
      hasCounters(to) ? items.map(() => true as const) : rows.checkMany(to, items, types),
    toLoss,
    count: async ({ rows }, side, pageState) => {
      const table = side === 'source' ? from : to;
      const pageSize = Math.min(COUNT_PAGE_SIZE, await rows.maxPageSize(table.databaseId));
      return rows.findPage(table, {
        columns: keyColumns(table),
        pageSize,
        ...(pageState !== undefined && { pageState }),
      });
    },
  };
}

/** A partition that has only static cells has no clustering key: its columns are set by the partition key. */
async function putRows(
  { rows }: Source,
  table: Table,
  statics: readonly string[],
  items: readonly RowValues[],
): Promise<(true | Error)[]> {
  const isWhole = (values: RowValues) =>
    table.clusteringKey.every(({ name }) => (ownValue(values, name) ?? null) !== null);
  const whole = items.filter(isWhole);
  const partial = items.filter((values) => !isWhole(values));
  const pick = (values: RowValues, names: readonly string[]) =>
    Object.fromEntries(names.filter((name) => Object.hasOwn(values, name)).map((name) => [name, values[name] ?? null]));
  const patches = partial.map((values) => ({ key: pick(values, table.partitionKey), values: pick(values, statics) }));
  const results = new Map<RowValues, true | Error>();
  const [ofWhole, ofPartial] = await Promise.all([
    whole.length > 0 ? rows.putMany(table, whole) : [],
    patches.length > 0 ? rows.patchMany(table, patches) : [],
  ]);
  for (const [index, values] of whole.entries()) results.set(values, ofWhole[index] ?? missing());
  for (const [index, values] of partial.entries()) results.set(values, ofPartial[index] ?? missing());
  return items.map((values) => results.get(values) ?? missing());
}

function missing(): Error {
  return new Error('A back end has not said how the write of a row went.');
}

/** Whether a value is stored as nothing at all. */
function unsetIn(table: Table): (column: string, value: CqlValue) => boolean {
  const collections = new Set(
    table.columns.filter(({ type }) => ['list', 'set', 'map'].includes(parseType(type).kind)).map(({ name }) => name),
  );
  return (column, value) =>
    value === null ||
    (collections.has(column) && typeof value === 'object' && Object.keys(value as object).length === 0);
}
