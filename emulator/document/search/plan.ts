/**
 * How a collection search is carried out. Leading queries find candidates in the database, with all their rows that
 * matter; the server tests these rows, and filters ask the database for more of each candidate. Which condition leads
 * shows in the page states, and so does how many rows are read at a time.
 */

import type { LeafRow } from '../storage/leaf.ts';
import { approximateRows } from '../storage/row-pages.ts';
import { depthExceeded, MAX_DEPTH } from '../values/path.ts';
import { type Clause, toClauses } from './clauses.ts';
import { isDatabaseCondition, matchesMissingField } from './condition.ts';
import { passes, satisfies } from './filter.ts';
import { best, type Group, groupByPath } from './filter-group.ts';
import { checkColumns, checkLists } from './restrictions.ts';
import type { Expression } from './where.ts';

export interface Plan {
  /** Each is a query of its own, whose rows are merged by document. */
  readonly queries: readonly StorageQuery[];
  /** The server's test of the rows that the queries found in one document. */
  accepts(rows: readonly LeafRow[]): boolean;
  /** What else has to be true of all rows of a document. */
  readonly filters: readonly ((rows: readonly LeafRow[]) => boolean)[];
}

export interface StorageQuery {
  finds(row: LeafRow): boolean;
  /** How many rows are read first; then twice as many, and so on. */
  readonly firstPageRows: number;
}

type Lead = Pick<Plan, 'queries' | 'accepts'>;

/** Throws 400 for conditions that the database refuses. */
export function makePlan(expression: Expression | undefined, pageSize: number): Plan {
  const everything: StorageQuery = { finds: () => true, firstPageRows: approximateRows(pageSize) };
  if (!expression) return { queries: [everything], accepts: () => true, filters: [] };
  const clauses = toClauses(expression);
  const single = clauses.flatMap(([filter, ...others]) => (filter && others.length === 0 ? [filter] : []));
  const alternatives = clauses.filter(({ length }) => length > 1);
  const database = groupByPath(single.filter(({ condition }) => isDatabaseCondition(condition)));
  const memory = groupByPath(single.filter(({ condition }) => !isDatabaseCondition(condition)));
  for (const filter of clauses.flat()) if (filter.path.length > MAX_DEPTH) throw depthExceeded();
  database.forEach(checkColumns);
  const [stage, leading] = pickLeading(database, alternatives, memory);
  const others = (groups: readonly Group[]) => groups.filter((group) => group !== leading);
  const lead = { database: leadByDatabase, alternatives: leadByAlternatives, memory: leadByMemory }[stage];
  return {
    ...lead(leading, pageSize, everything),
    filters: [
      ...others(database).map((group) => (rows: readonly LeafRow[]) => existsInDatabase(group, rows)),
      ...others(alternatives).map((clause) => (rows: readonly LeafRow[]) => anyCandidate(clause, rows)),
      ...others(memory).map((group) => (rows: readonly LeafRow[]) => isCandidate(group, rows)),
    ],
  };
}

function pickLeading(
  database: readonly Group[],
  alternatives: readonly Clause[],
  memory: readonly Group[],
): ['database' | 'alternatives' | 'memory', Group] {
  if (database.length > 0) return ['database', best(database)];
  return alternatives.length > 0 ? ['alternatives', best(alternatives)] : ['memory', best(memory)];
}

function leadByDatabase(group: Group, pageSize: number): Lead {
  checkLists(group);
  return { queries: [{ finds: isSelectedByAll(group), firstPageRows: pageSize + 1 }], accepts: () => true };
}

/** Every condition is tested alone. Rows that the path does not name for the server, though for the database, pass. */
function leadByMemory(group: Group, pageSize: number, everything: StorageQuery): Lead {
  const accepts = (rows: readonly LeafRow[]) => group.every((filter) => passes(filter, rows));
  if (group.some(({ condition }) => matchesMissingField(condition))) return { queries: [everything], accepts };
  checkLists(group);
  const [first] = group;
  const finds = (row: LeafRow) => first?.isFoundByDatabase(row) ?? false;
  return { queries: [{ finds, firstPageRows: pageSize + 1 }], accepts };
}

/** With one alternative that the database cannot test, the server tests them all, on the rows that were found. */
function leadByAlternatives(clause: Clause, pageSize: number, everything: StorageQuery): Lead {
  const isAnyTrue = (rows: readonly LeafRow[]) => clause.some((filter) => satisfies(filter, rows));
  if (clause.some(({ condition }) => matchesMissingField(condition)))
    return { queries: [everything], accepts: isAnyTrue };
  checkLists(clause);
  const database = clause.filter(({ condition }) => isDatabaseCondition(condition));
  const memory = groupByPath(clause.filter(({ condition }) => !isDatabaseCondition(condition)));
  const finders = [
    ...database.map((filter) => isSelectedByAll([filter])),
    ...memory.flatMap(([first]) => (first ? [first.isFoundByDatabase] : [])),
  ];
  return {
    queries: finders.map((finds) => ({ finds, firstPageRows: pageSize + 1 })),
    accepts: memory.length === 0 ? () => true : isAnyTrue,
  };
}

/** One and the same row has to satisfy all. */
function isSelectedByAll(group: Group): (row: LeafRow) => boolean {
  return (row) => group.every((filter) => filter.isFoundByDatabase(row) && filter.isSelectedByDatabase(row));
}

function existsInDatabase(group: Group, rows: readonly LeafRow[]): boolean {
  checkLists(group);
  return rows.some(isSelectedByAll(group));
}

function anyCandidate(clause: Clause, rows: readonly LeafRow[]): boolean {
  return clause.some((filter) =>
    isDatabaseCondition(filter.condition) ? existsInDatabase([filter], rows) : isCandidate([filter], rows),
  );
}

/** Of a path without wildcards only the first row is read, although it may have comma lists. */
function isCandidate(group: Group, rows: readonly LeafRow[]): boolean {
  checkLists(group);
  const [first] = group;
  const found = first ? rows.filter(first.isFoundByDatabase) : [];
  if (found.length === 0) return group.every(({ condition }) => matchesMissingField(condition));
  const read = first?.isFixed ? found.slice(0, 1) : found;
  return group.every((filter) => passes(filter, read));
}
