/** Tables and their indexes: what is made, what is filled, and what does not fit. */
import type { NewTable, Table, TableRef } from '../../datasources/source/source.ts';
import type { TableItem } from './item.ts';
import { planIndexes } from './plan-indexes.ts';
import type { TypePlan } from './plan-types.ts';
import type { Planning } from './planning.ts';
import type { Side } from './side.ts';
import { tableDifference } from './table-difference.ts';
import { fitTable } from './table-fit.ts';

export interface TablesPlan {
  readonly items: readonly TableItem[];
  /** Names of the tables in the target. */
  readonly there: readonly string[];
}

export interface TablesOptions {
  /** Whether the target lacks the keyspace. */
  readonly isNew: boolean;
  readonly types: TypePlan;
}

export async function planTables(planning: Planning, { isNew, types }: TablesOptions): Promise<TablesPlan> {
  const { from, to, keyspace } = planning;
  const ours = await tablesOf(from, keyspace);
  const theirs = isNew ? [] : await tablesOf(to, keyspace);
  const items: TableItem[] = [];
  for (const source of ours) {
    const there = theirs.find(({ table }) => table === source.table);
    const fitted = there
      ? fillTable(planning, source, there, types.missing)
      : makeTable(planning, source, types.missing);
    if (!fitted) continue;
    const indexes = await planIndexes(planning, source, fitted.target, there !== undefined);
    const name = `${keyspace}.${source.table}`;
    items.push({ kind: 'table', id: `table ${name}`, name, source, ...fitted, types: types.all, indexes });
  }
  return { items, there: theirs.map(({ table }) => table) };
}

async function tablesOf(side: Side, keyspace: string): Promise<readonly Table[]> {
  const ref = { databaseId: side.databaseId, keyspace };
  return (await side.run((source) => source.catalog.tables(ref))) ?? [];
}

type Fitted = Pick<TableItem, 'target' | 'make'>;

function makeTable(planning: Planning, source: Table, missingTypes: ReadonlySet<string>): Fitted | undefined {
  const { to, keyspace, checks, losses, notes } = planning;
  const ref = { databaseId: to.databaseId, keyspace, table: source.table };
  const { definition, losses: found, adapted } = fitTable(source, ref, checks, missingTypes);
  losses.push(...found);
  for (const { column, from, to: type } of adapted) {
    notes.push(
      `The column ${column} of ${keyspace}.${source.table} is made as ${type}: the target makes none of type ${from}.`,
    );
  }
  return definition && { target: toTable(source, ref, definition), make: definition };
}

function fillTable(planning: Planning, source: Table, target: Table, missingTypes: ReadonlySet<string>): Fitted {
  const { to, keyspace, checks, refusals, losses } = planning;
  const ref = { databaseId: to.databaseId, keyspace, table: source.table };
  // Columns that could not be made are lost only if nobody else has made them.
  const fit = fitTable(source, ref, checks, missingTypes);
  const has = (name: string) => target.columns.some((column) => column.name === name);
  const lost = fit.losses.filter((loss) => loss.kind === 'column' && !has(loss.name));
  const difference = tableDifference(source, target, new Set(lost.map(({ name }) => name)));
  if (difference !== undefined) refusals.push(difference);
  losses.push(...lost);
  const seconds = source.defaultTtlSeconds ?? 0;
  if (seconds !== (target.defaultTtlSeconds ?? 0)) {
    const name = `default time to live of ${seconds} s`;
    const reason =
      target.defaultTtlSeconds === null
        ? 'The table is in the target already, which does not tell its own.'
        : `The table is in the target already, with ${target.defaultTtlSeconds} s.`;
    losses.push({ kind: 'option', in: `${keyspace}.${source.table}`, name, reason });
  }
  return { target };
}

/** As the catalog of the target will give it. */
function toTable(source: Table, ref: TableRef, { columns, defaultTtlSeconds = 0 }: NewTable): Table {
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  return {
    ...source,
    ...ref,
    defaultTtlSeconds,
    columns: source.columns.flatMap((column) => {
      const type = types.get(column.name);
      return type === undefined ? [] : [{ ...column, type }];
    }),
  };
}
