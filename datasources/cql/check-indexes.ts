/** Whether indexes answer the conditions on columns that are no part of a key. */
import { InputError } from '../source/errors.ts';
import type { ColumnFilter, Index, Scans, Table } from '../source/source.ts';
import { findColumn, keyColumns } from './table-columns.ts';
import type { CqlType } from './type.ts';
import { parseType } from './type-parser.ts';

/** @throws InputError - for a condition that would make upstream read the whole table */
export function checkIndexed(
  table: Table,
  filters: readonly ColumnFilter[],
  indexes: readonly Index[],
  scans: Scans,
): void {
  for (const filter of filters) {
    const own = indexes.filter(({ column }) => column === filter.column);
    if (own.length === 0) throw new InputError(withCure(unindexed(table, filter.column), scans));
    const refused = unanswered(table, filter, own, scans);
    if (refused === undefined) continue;
    const message = `The index on the column "${filter.column}" of the table "${table.table}" cannot answer "${refused}".`;
    throw new InputError(withCure(`${message} ${HINTS[refused] ?? 'Ask for single values with "eq".'}`, scans));
  }
}

export function withCure(message: string, { cure }: Scans): string {
  return cure === undefined ? message : `${message} ${cure}`;
}

function unindexed(table: Table, column: string): string {
  return `The column "${column}" of the table "${table.table}" is neither part of its key nor indexed, so filtering on it would read the whole table. Filter on ${keyColumns(table).join(', ')}, or make an index with createIndex.`;
}

type Operator = Exclude<keyof ColumnFilter, 'column'>;

const RANGES: readonly Operator[] = ['lt', 'lte', 'gt', 'gte'];

/** What of a map an index must be of. Those of lists and sets are of their values. */
const TARGETS: Readonly<Partial<Record<Operator, string>>> = {
  contains: 'values',
  containsKey: 'keys',
  containsEntry: 'entries',
};

const HINTS: Readonly<Partial<Record<Operator, string>>> = {
  contains: 'Make one of the kind VALUES with createIndex.',
  containsKey: 'Make one of the kind KEYS with createIndex.',
  containsEntry: 'Make one of the kind ENTRIES with createIndex.',
};

/** Whether a storage-attached index keeps the values of a type in their order. */
export function isOrderedByIndex(type: CqlType): boolean {
  return type.kind === 'scalar' && !UNORDERED.has(type.name);
}

const UNORDERED: ReadonlySet<string> = new Set(['ascii', 'boolean', 'text', 'uuid']);

/** The operator that none of the indexes answers. Where upstream itself refuses what they do not, it is left to decide. */
function unanswered(
  table: Table,
  filter: ColumnFilter,
  own: readonly Index[],
  { areSilent }: Scans,
): Operator | undefined {
  const range = RANGES.find((operator) => filter[operator] !== undefined);
  if (filter.in) return 'in';
  if (range !== undefined && own.every(({ kind }) => kind !== 'CUSTOM')) return range;
  if (!areSilent) return undefined;
  const type = parseType(findColumn(table, filter.column).type);
  if (range !== undefined && type.kind === 'scalar' && !isOrderedByIndex(type)) return range;
  const given = (Object.keys(TARGETS) as Operator[]).filter((operator) => filter[operator] !== undefined);
  return given.find((operator) => !own.some(({ target }) => (target ?? 'values') === TARGETS[operator]));
}
