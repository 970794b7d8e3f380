/**
 * Plans a collection search. Leading queries find candidates in the database, with their relevant rows; the server tests
 * these rows, and filters read more rows of each candidate. The leading condition and the page sizes determine the page
 * states, so the plan must be that of the real server.
 */

import type { LeafRow } from '../storage/leaf.ts';
import { approximateRows } from '../storage/row-pages.ts';
import { depthExceeded, MAX_DEPTH } from '../values/path.ts';
import { type Clause, toClauses } from './clauses.ts';
import { isDatabaseCondition, matchesMissingField } from './condition.ts';
import { passes, satisfies } from './filter.ts';
import { type FilterGroup, groupByPath, leadingGroup } from './filter-group.ts';
import { checkColumns, checkLists } from './restrictions.ts';
import type { Expression } from './where.ts';

export interface Plan {
  /** Separate queries; their rows are merged by document. */
  readonly queries: readonly StorageQuery[];
  /** The server's test of the rows that the queries find in one document. */
  accepts(rows: readonly LeafRow[]): boolean;
  /** Further tests on all rows of a document. */
  readonly filters: readonly ((rows: readonly LeafRow[]) => boolean)[];
}

export interface StorageQuery {
  finds(row: LeafRow): boolean;
  /** The size of the first page of rows; each further page is twice as large. */
  readonly firstPageRows: number;
}

type Lead = Pick<Plan, 'queries' | 'accepts'>;

/** Throws 400 for conditions that the database rejects. */
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
  const others = (groups: readonly FilterGroup[]) => groups.filter((group) => group !== leading);
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
  database: readonly FilterGroup[],
  alternatives: readonly Clause[],
  memory: readonly FilterGroup[],
): ['database' | 'alternatives' | 'memory', FilterGroup] {
  if (database.length > 0) return ['database', leadingGroup(database)];
  return alternatives.length > 0 ? ['alternatives', leadingGroup(alternatives)] : ['memory', leadingGroup(memory)];
}

function leadByDatabase(group: FilterGroup, pageSize: number): Lead {
  checkLists(group);
  return { queries: [{ finds: isSelectedByAll(group), firstPageRows: pageSize + 1 }], accepts: () => true };
}

/** Tests each condition separately. Rows that match the path only in the database pass. */
function leadByMemory(group: FilterGroup, pageSize: number, everything: StorageQuery): Lead {
  const accepts = (rows: readonly LeafRow[]) => group.every((filter) => passes(filter, rows));
  if (group.some(({ condition }) => matchesMissingField(condition))) return { queries: [everything], accepts };
  checkLists(group);
  const [first] = group;
  const finds = (row: LeafRow) => first?.isFoundByDatabase(row) ?? false;
  return { queries: [{ finds, firstPageRows: pageSize + 1 }], accepts };
}

/** If the database cannot test one alternative, the server tests all of them, on the found rows. */
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

/** One row must match all filters. */
function isSelectedByAll(group: FilterGroup): (row: LeafRow) => boolean {
  return (row) => group.every((filter) => filter.isFoundByDatabase(row) && filter.isSelectedByDatabase(row));
}

function existsInDatabase(group: FilterGroup, rows: readonly LeafRow[]): boolean {
  checkLists(group);
  return rows.some(isSelectedByAll(group));
}

function anyCandidate(clause: Clause, rows: readonly LeafRow[]): boolean {
  return clause.some((filter) =>
    isDatabaseCondition(filter.condition) ? existsInDatabase([filter], rows) : isCandidate([filter], rows),
  );
}

/** For a path without wildcards only the first row is read, even if the path has comma lists. */
function isCandidate(group: FilterGroup, rows: readonly LeafRow[]): boolean {
  checkLists(group);
  const [first] = group;
  const found = first ? rows.filter(first.isFoundByDatabase) : [];
  if (found.length === 0) return group.every(({ condition }) => matchesMissingField(condition));
  const read = first?.isFixed ? found.slice(0, 1) : found;
  return group.every((filter) => passes(filter, read));
}
