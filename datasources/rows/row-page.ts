/** Pages of rows as upstream answers them, checked and converted to rows. */

import { keyIdentity } from '../cql/identity.ts';
import { keyColumns } from '../cql/table-columns.ts';
import type { CqlType } from '../cql/type.ts';
import { parseType } from '../cql/type-parser.ts';
import { WrongBody } from '../http/body.ts';
import { wrongAnswer } from '../http/check-answer.ts';
import type { HttpAnswer } from '../http/http-call.ts';
import type { ExactObject } from '../json/json-value.ts';
import { ownValue, setOwnValue } from '../shared/own-value.ts';
import type { SourceError } from '../source/errors.ts';
import type { ColumnFilter, CqlValue, Page, Row, RowValues, Table } from '../source/source.ts';
import type { Decode, Types } from './row-decode.ts';

/** All requested values, by name of a key column. */
export type RequestedValues = ReadonlyMap<string, readonly CqlValue[]>;

/** The request for a page. */
export interface PageRequest {
  readonly table: Table;
  /** All when absent; then the server may lack columns that were just added. */
  readonly columns?: readonly string[] | undefined;
  readonly requested: RequestedValues;
  readonly pageState?: string | undefined;
}

/** What an API answers to it, and how its values are read. */
export interface PageAnswer {
  readonly answer: HttpAnswer;
  readonly rows: readonly ExactObject[];
  readonly pageState: string | null | undefined;
  readonly decode: Decode;
  readonly types: Types;
  /** Columns that the server could not print, by name. */
  readonly errors: ReadonlyMap<string, SourceError>;
  /** Whether the server leaves out what has no value; otherwise a column that does not come is an error. */
  readonly leavesOutUnset: boolean;
}

/** The values that keys and conditions request, by key column. Columns for which a value is missing are left out. */
export function requestedValues(
  table: Table,
  keys: readonly RowValues[],
  where: readonly ColumnFilter[] = [],
): RequestedValues {
  const listed = new Map(where.map(({ column, eq, in: list }) => [column, list ?? (eq === undefined ? [null] : [eq])]));
  const columns = keyColumns(table).map(
    (name) => [name, listed.get(name) ?? keys.map((key) => ownValue(key, name) ?? null)] as const,
  );
  return new Map(columns.filter(([, values]) => !values.includes(null)));
}

/** @throws UpstreamError - for the page state that was sent, rows of other keys, or a row without its key */
export function toPage(request: PageRequest, page: PageAnswer): Page<Row> {
  const { answer, rows, pageState, types } = page;
  if (pageState && pageState === request.pageState) throw wrongAnswer(answer, 'the page state came that was sent');
  const items = rows.map(createRowDecoder(request, page));
  const checks = [...request.requested].map(([name, values]) => createCheck(request.table, name, values, types));
  for (const { key } of items) {
    if (!checks.every((isRequested) => isRequested(key)))
      throw wrongAnswer(answer, 'a row of another key than was asked for came');
  }
  return { items, ...(pageState && { nextPageState: pageState }) };
}

/** Compares texts first, which mostly are equal; otherwise, as for `1.50` and `1.5`, by what Cassandra considers equal. */
function createCheck(
  table: Table,
  name: string,
  values: readonly CqlValue[],
  types: Types,
): (key: RowValues) => boolean {
  const position = keyColumns(table).indexOf(name);
  const identify = (value: CqlValue) => JSON.stringify(keyIdentity(table, { [name]: value }, types)[position]);
  const texts = new Set(values.map((value) => JSON.stringify(value)));
  let identities: ReadonlySet<string> | undefined;
  return (key) => {
    const found = ownValue(key, name) ?? null;
    if (texts.has(JSON.stringify(found))) return true;
    identities ??= new Set(values.map(identify));
    return identities.has(identify(found));
  };
}

/** Computes once what all rows of a page share. */
export function createRowDecoder({ table, columns: read }: PageRequest, page: PageAnswer): (row: ExactObject) => Row {
  const { answer, errors, leavesOutUnset } = page;
  const key = keyColumns(table);
  const due = new Set([...key, ...(read ?? [])]);
  const columns = table.columns.map(({ name, type, kind }) => ({
    name,
    type: parseType(type),
    isDue: due.has(name),
    isPartitionKey: kind === 'PARTITION_KEY',
  }));
  return (row) => {
    const values: Record<string, CqlValue> = {};
    let faults = errors;
    for (const { name, type, isDue, isPartitionKey } of columns) {
      const came = ownValue(row, name);
      if (came === undefined && !isDue) continue;
      const value = cellOf(page, type, came === undefined && leavesOutUnset ? null : came);
      const isLost = value === null && isPartitionKey;
      if (!(value instanceof WrongBody) && !isLost) setOwnValue(values, name, value);
      else faults = new Map([[name, wrongCell(answer, name, value)], ...faults]);
    }
    const keyValues: Record<string, CqlValue> = {};
    for (const name of key) {
      const fault = faults.size > 0 && faults.get(name);
      if (fault) throw fault;
      setOwnValue(keyValues, name, ownValue(values, name) ?? null);
    }
    return faults.size === 0
      ? { key: keyValues, values }
      : { key: keyValues, values, errors: Object.fromEntries(faults) };
  };
}
function cellOf(
  { decode, types }: PageAnswer,
  type: CqlType,
  cell: ExactObject[string] | undefined,
): CqlValue | WrongBody {
  if (cell === undefined) return new WrongBody('nothing came');
  try {
    return decode(type, cell, types);
  } catch (error) {
    if (error instanceof WrongBody) return error;
    throw error;
  }
}

function wrongCell(answer: HttpAnswer, name: string, fault: WrongBody | CqlValue): SourceError {
  return wrongAnswer(answer, `in the column "${name}" ${fault instanceof WrongBody ? fault.message : 'null came'}`);
}
