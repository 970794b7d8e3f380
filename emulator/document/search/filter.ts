/** One filter on the rows of a document, as the server tests it and as the database does. */

import type { LeafRow } from '../storage/leaf.ts';
import { unescapeStep } from '../values/path.ts';
import { matchesInDatabase, matchesMissingField, matchesOnServer } from './condition.ts';
import { isWildcard, onPattern, onPatternInDatabase, type StepPattern } from './step-pattern.ts';
import type { Filter } from './where.ts';

type RowTest = (row: LeafRow) => boolean;

export interface CompiledFilter extends Filter {
  /** Whether a row is the leaf that the path names, for the database. */
  readonly isFoundByDatabase: RowTest;
  /** The same for the server; stricter where the path has `[*]`, or a comma in its last step. */
  readonly isOnPath: RowTest;
  /** Whether the value of a row satisfies the condition, for the database. */
  readonly isSelectedByDatabase: RowTest;
  /** No wildcard but in the last step: the database is then asked for one row only. */
  readonly isFixed: boolean;
}

export function compileFilter(filter: Filter): CompiledFilter {
  const { path, condition } = filter;
  const parent = path.slice(0, -1);
  const field = unescapeStep(path.at(-1) ?? '');
  const isParentInDatabase = onPatternInDatabase(parent);
  const isWhole = onPattern(path);
  const isLeaf: RowTest = (row) => row.path.at(-1) === field && (row.path[path.length] ?? '') === '';
  return {
    ...filter,
    isFoundByDatabase: (row) => isLeaf(row) && row.path[parent.length] === field && isParentInDatabase(row),
    isOnPath: (row) => isLeaf(row) && isWhole(row),
    isSelectedByDatabase: ({ value }) => matchesInDatabase(condition, value),
    isFixed: !parent.some(isWildcard),
  };
}

/** The server's test of rows that were read for this filter: some row on the path satisfies it, or none is on the path. */
export function passes({ condition, isOnPath }: CompiledFilter, rows: readonly LeafRow[]): boolean {
  const onPath = rows.filter(isOnPath);
  return onPath.length === 0 || onPath.some(({ value }) => matchesOnServer(condition, value));
}

/** The server's test of rows that were read for several filters: a path that is missing satisfies only some conditions. */
export function satisfies(filter: CompiledFilter, rows: readonly LeafRow[]): boolean {
  return (matchesMissingField(filter.condition) || rows.some(filter.isOnPath)) && passes(filter, rows);
}

export function parentOf(path: StepPattern): StepPattern {
  return path.slice(0, -1);
}
