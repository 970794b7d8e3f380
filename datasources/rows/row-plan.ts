/**
 * Decides which keys share a search. A search may list values of several columns with `$in`, and answers the rows of all their
 * combinations; the fewer columns differ among its keys, the more keys it takes.
 */

import { keyColumns } from '../cql/table-columns.ts';
import { ownValue } from '../shared/own-value.ts';
import type { CqlValue, RowValues, Table } from '../source/source.ts';

/** One search: it lists values of `columns`, and all keys are equal in the others. */
export interface SharedSearch {
  readonly columns: readonly string[];
  readonly keys: readonly RowValues[];
}

export interface PlanOptions {
  readonly table: Table;
  /** The most combinations that upstream takes in one search. */
  readonly maxKeysPerSearch: number;
  /** Whether a search may find rows that were not requested, which is cheap when only keys are read. */
  readonly mayFindOthers: boolean;
  /** What one search can hold, in whatever a back end measures, such as bytes. */
  readonly capacity: number;
  /** What a search for one key takes of it, with these columns listed. */
  sizeOf(key: RowValues, columns: readonly string[]): number;
  /** What one more value in a list takes of it; `undefined` for a value that `$in` cannot carry exactly. */
  listedSize(column: string, value: CqlValue): number | undefined;
}

/** Limits of combinations, which a server checks fast in one partition, and of partitions, which it reads at the same time. */
const MAX_COMBINATIONS = 1000;
const MAX_PARTITIONS = 100;

interface PlannedKey {
  readonly key: RowValues;
  /** By column, in the order of the key. */
  readonly texts: readonly string[];
  /** See `PlanOptions.listedSize`. */
  readonly listed: readonly (number | undefined)[];
  size(): number;
}

/** A search to which keys are still added. */
interface Draft {
  readonly keys: [PlannedKey, ...PlannedKey[]];
  readonly values: readonly Set<string>[];
  size: number;
}

/**
 * Chooses the plan with the fewest searches. Each plan groups keys that differ in one column: one plan for each column, and one
 * that puts each key into its largest group. So there is at most one search for each leading part of the keys, unless a
 * search holds no more.
 *
 * @param keys - distinct
 */
export function planSearches(options: PlanOptions, keys: readonly RowValues[]): readonly SharedSearch[] {
  const columns = keyColumns(options.table);
  const planned = keys.map((key) => toPlanned(options, columns, key));
  const leads: ((key: PlannedKey) => number)[] = columns.map((_, index) => () => index).reverse();
  if (columns.length > 1 && keys.length > 1) leads.push(mostShared(planned, columns.length));
  const plans = leads.map((leadOf) => pack(options, sortByGroup(planned, leadOf)));
  const drafts = plans.reduce((best, plan) => (plan.length < best.length ? plan : best));
  return drafts.map((draft) => ({ columns: listedColumns(columns, draft), keys: draft.keys.map(({ key }) => key) }));
}

function toPlanned({ table, sizeOf, listedSize }: PlanOptions, columns: readonly string[], key: RowValues): PlannedKey {
  const isStatic = table.clusteringKey.some(({ name }) => (ownValue(key, name) ?? null) === null);
  const listed = columns.map((name) => (isStatic ? undefined : listedSize(name, ownValue(key, name) ?? null)));
  let known: number | undefined;
  return {
    key,
    texts: columns.map((name) => JSON.stringify(ownValue(key, name) ?? null)),
    listed,
    size() {
      known ??= sizeOf(
        key,
        columns.filter((_, index) => listed[index] !== undefined),
      );
      return known;
    },
  };
}

/** For each key, the column whose group of keys is the largest. */
function mostShared(planned: readonly PlannedKey[], columnCount: number): (key: PlannedKey) => number {
  const leads = Array.from({ length: columnCount }, (_, lead) => lead);
  const counts = new Map<string, number>();
  for (const group of planned.flatMap((key) => leads.map((lead) => groupOf(key, lead)))) {
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const countOf = (key: PlannedKey, lead: number) => counts.get(groupOf(key, lead)) ?? 0;
  return (key) => leads.reduce((best, lead) => (countOf(key, lead) > countOf(key, best) ? lead : best));
}

/** The group of a key: equal for keys that differ only in the lead column. JSON text contains no line feed. */
function groupOf({ texts }: PlannedKey, lead: number): string {
  return `${lead}\n${texts.toSpliced(lead, 1).join('\n')}`;
}

function sortByGroup(planned: readonly PlannedKey[], leadOf: (key: PlannedKey) => number): readonly PlannedKey[] {
  // Of a key with one column all are one group.
  if (planned[0]?.texts.length === 1) return planned;
  const grouped = planned.map((key) => ({ key, group: groupOf(key, leadOf(key)) }));
  return grouped
    .sort((one, other) => (one.group < other.group ? -1 : one.group > other.group ? 1 : 0))
    .map(({ key }) => key);
}

function pack(options: PlanOptions, planned: readonly PlannedKey[]): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const key of planned) {
    const draft = drafts.at(-1);
    if (draft && add(options, draft, key)) continue;
    drafts.push({ keys: [key], values: key.texts.map((text) => new Set([text])), size: key.size() });
  }
  return drafts;
}

/** Adds the key to the search if it fits, and answers whether it did. */
function add(options: PlanOptions, draft: Draft, key: PlannedKey): boolean {
  const [first] = draft.keys;
  const added = key.texts.map((text, index) => !draft.values[index]?.has(text));
  const areListed = added.every((isNew, index) => !isNew || (isListed(key, index) && isListed(first, index)));
  const size = added.reduce((sum, isNew, index) => sum + (isNew ? (key.listed[index] ?? 0) : 0), draft.size);
  const sizes = draft.values.map(({ size }, index) => size + (added[index] ? 1 : 0));
  if (!areListed || size > options.capacity || !isAllowed(options, sizes)) return false;
  draft.keys.push(key);
  draft.size = size;
  for (const [index, text] of key.texts.entries()) draft.values[index]?.add(text);
  return true;
}

function isListed({ listed }: PlannedKey, index: number): boolean {
  return listed[index] !== undefined;
}

/** @param sizes - how many values each column has in a search */
function isAllowed({ table, maxKeysPerSearch, mayFindOthers }: PlanOptions, sizes: readonly number[]): boolean {
  const combinations = product(sizes);
  if (combinations > maxKeysPerSearch) return false;
  const differsInOne = sizes.filter((size) => size > 1).length <= 1;
  const partitions = product(sizes.slice(0, table.partitionKey.length));
  return differsInOne || (mayFindOthers && combinations <= MAX_COMBINATIONS && partitions <= MAX_PARTITIONS);
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all * size, 1);
}

/** The columns in which the keys differ; for a single key, the last column that can be listed. */
function listedColumns(columns: readonly string[], { keys: [first], values }: Draft): readonly string[] {
  const differing = columns.filter((_, index) => (values[index]?.size ?? 0) > 1);
  return differing.length > 0 ? differing : columns.filter((_, index) => isListed(first, index)).slice(-1);
}
