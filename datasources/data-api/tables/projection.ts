/** Which columns a read asks for. */
import { keyColumns } from '../../cql/table-columns.ts';
import { parseType } from '../../cql/type-parser.ts';
import type { ExactObject } from '../../json/json-value.ts';
import { memoize } from '../../shared/memoize.ts';
import type { SourceError } from '../../source/errors.ts';
import type { Table } from '../../source/source.ts';
import { isReadable, unreadable } from '../values/readable.ts';

export interface Projection {
  /** Those that are read, the key first. */
  readonly columns: readonly string[];
  /** Those that are wanted and cannot be read; one of them in a projection would make the whole read fail. */
  readonly errors: ReadonlyMap<string, SourceError>;
  /** Absent where all columns of the table are read: then none need be named. */
  readonly projection?: ExactObject;
}

/** @param wanted - all columns when absent; those of the key are added */
export function toProjection(table: Table, wanted: readonly string[] | undefined): Projection {
  const faults = unreadableColumns(table);
  if (wanted === undefined && faults.size === 0)
    return { columns: table.columns.map(({ name }) => name), errors: faults };
  const names = [...new Set([...keyColumns(table), ...(wanted ?? table.columns.map(({ name }) => name))])];
  const columns = names.filter((name) => !faults.has(name));
  return {
    columns,
    errors: new Map([...faults].filter(([name]) => names.includes(name))),
    projection: Object.fromEntries(columns.map((name) => [name, 1])),
  };
}

const unreadableColumns = memoize(
  ({ columns }: Table): ReadonlyMap<string, SourceError> =>
    new Map(
      columns
        .map(({ name, type }) => [name, parseType(type)] as const)
        .filter(([, type]) => !isReadable(type))
        .map(([name, type]) => [name, unreadable(name, type, 'read')] as const),
    ),
);
