/** Searches within one document: the parts that match the conditions, page by page. */

import { backendError } from '../../core/service.ts';
import type { Json } from '../../shared/json.ts';
import { assemble } from '../storage/assemble.ts';
import { checkMessages } from '../storage/grpc-messages.ts';
import type { LeafRow } from '../storage/leaf.ts';
import type { LeafStore } from '../storage/leaf-store.ts';
import { approximateRows, fillsPage } from '../storage/row-pages.ts';
import { badRequest, serverFault } from '../values/errors.ts';
import { toStoredSteps } from '../values/path.ts';
import { comparePaths } from '../values/text-order.ts';
import { type Fields, keepFields, prefixFields } from './fields.ts';
import { compileFilter, parentOf, satisfies } from './filter.ts';
import { encodePageState, readQueryStates } from './page-state.ts';
import { matchingRows, partsOf } from './read.ts';
import type { StepPattern } from './step-pattern.ts';
import { type Expression, filtersOf, isSamePath } from './where.ts';

export interface WithinOptions {
  /** The paths begin with the steps of the address. */
  readonly where: Expression | undefined;
  readonly fields: Fields;
  readonly pageSize: number;
  readonly pageState: Buffer | undefined;
}

export interface PageOfParts {
  /** Each part begins at the root of the document; empty parts are left out. */
  readonly parts: readonly Json[];
  readonly pageState: string | undefined;
}

/**
 * @param steps - decoded steps of the address
 * @returns `undefined` when nothing matches, or the document does not exist
 */
export function searchWithin(
  leaves: LeafStore,
  id: string,
  steps: StepPattern,
  { where, fields, pageSize, pageState }: WithinOptions,
): PageOfParts | undefined {
  const path = onlyPath(where);
  checkFields(fields, path);
  const address = steps.map(toStoredSteps);
  const parent = path ? parentOf(path) : address;
  const kept = fields.length > 0 ? prefixFields(parent, fields) : [path ?? address];
  const firstPageRows = approximateRows(pageSize);
  const rows = rowsAfter(matchingRows(leaves, id, parent), id, pageState);
  if (firstPageRows <= 0) {
    throw backendError('UNKNOWN', `UNKNOWN: Invalid page size ${firstPageRows}: must be strictly positive`);
  }
  const parts = partsOf(rows, parent.length);
  const matching = where ? parts.filter(compile(where)) : parts;
  if (matching.length === 0) return undefined;
  const page = matching.slice(0, pageSize);
  const last = page.at(-1)?.at(-1);
  checkMessages(id, rows, pageSize, page.length < pageSize || !last ? rows.length : rows.indexOf(last) + 1);
  return {
    parts: page.map((part) => assemble(keepFields(part, kept), { arraysAsObjects: true })).filter(isFilled),
    pageState: page.length < pageSize || !last ? undefined : nextState(id, rows, last, parent.length, firstPageRows),
  };
}

/** All conditions must be on one path. */
function onlyPath(where: Expression | undefined): StepPattern | undefined {
  const paths: StepPattern[] = [];
  for (const { path } of where ? filtersOf(where) : []) {
    if (!paths.some((known) => isSamePath(known, path))) paths.push(path);
  }
  if (paths.length <= 1) return paths[0];
  throw badRequest(`Conditions across multiple fields are not yet supported. Found: ${paths.length}.`);
}

function checkFields(fields: Fields, path: StepPattern | undefined): void {
  const field = path?.at(-1);
  if (fields.length === 0 || field === undefined || fields.some((steps) => isSamePath(steps, [field]))) return;
  throw badRequest('When selecting `fields`, the field referenced by `where` must be in the selection.');
}

function compile(expression: Expression): (rows: readonly LeafRow[]) => boolean {
  if (expression.kind === 'filter') {
    const filter = compileFilter(expression.filter);
    return (rows) => satisfies(filter, rows);
  }
  if (expression.kind === 'not') {
    const member = compile(expression.member);
    return (rows) => !member(rows);
  }
  const members = expression.members.map(compile);
  return expression.kind === 'and'
    ? (rows) => members.every((member) => member(rows))
    : (rows) => members.some((member) => member(rows));
}

/** The state of another document starts from the beginning. */
function rowsAfter(rows: LeafRow[], id: string, pageState: Buffer | undefined): LeafRow[] {
  const [state] = readQueryStates(pageState, 1);
  if (state === 'exhausted') return [];
  if (!state || state.id !== id) return rows;
  return rows.filter(({ path }) => comparePaths(path, state.path) > 0);
}

/** Without a parent path the whole document is one part. Upstream keeps no position for it, and fails when it needs one. */
function nextState(id: string, rows: readonly LeafRow[], last: LeafRow, depth: number, firstPageRows: number) {
  const read = rows.indexOf(last) + 1;
  if (read === rows.length && !fillsPage(read, firstPageRows)) return undefined;
  if (depth > 0) return encodePageState([{ id, path: last.path, hasShownRows: true }]);
  const fault = 'Make page state called on the document property that was fetched without row page state.';
  throw serverFault(`Internal processing error. ${fault}`);
}

function isFilled(part: Json): boolean {
  return part instanceof Map ? part.size > 0 : Array.isArray(part) && part.length > 0;
}
