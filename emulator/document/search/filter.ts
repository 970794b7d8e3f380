/** One filter on the rows of a document, with the tests of the server and of the database. */

import type { LeafRow } from '../storage/leaf.ts';
import { unescapeStep } from '../values/path.ts';
import { matchesInDatabase, matchesMissingField, matchesOnServer } from './condition.ts';
import { isWildcard, onPattern, onPatternInDatabase, type StepPattern } from './step-pattern.ts';
import type { Filter } from './where.ts';

type RowTest = (row: LeafRow) => boolean;

export interface CompiledFilter extends Filter {
  /** The database's test whether a row is the leaf that the path names. */
  readonly isFoundByDatabase: RowTest;
  /** The server's test; stricter for a path with `[*]`, or with a comma in its last step. */
  readonly isOnPath: RowTest;
  /** The database's test whether the value of a row matches the condition. */
  readonly isSelectedByDatabase: RowTest;
  /** No wildcard except in the last step: then the database reads only one row. */
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

/** The server's test of rows that were read for this filter: a row on the path matches, or no row is on the path. */
export function passes({ condition, isOnPath }: CompiledFilter, rows: readonly LeafRow[]): boolean {
  const onPath = rows.filter(isOnPath);
  return onPath.length === 0 || onPath.some(({ value }) => matchesOnServer(condition, value));
}

/** The server's test of rows that were read for several filters: only some conditions match a missing path. */
export function satisfies(filter: CompiledFilter, rows: readonly LeafRow[]): boolean {
  return (matchesMissingField(filter.condition) || rows.some(filter.isOnPath)) && passes(filter, rows);
}

export function parentOf(path: StepPattern): StepPattern {
  return path.slice(0, -1);
}
