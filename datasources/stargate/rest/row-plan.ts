/**
 * Decides which keys share a search. A search may list values of several columns with `$in`, and answers the rows of all their
 * combinations; the fewer columns differ among its keys, the more keys it takes.
 */

import { keyColumns } from '../../cql/table-columns.ts';
import { printJson } from '../../json/json.ts';
import { ownValue } from '../../shared/own-value.ts';
import type { RowValues, Table } from '../../source/source.ts';
import { encodeListed } from './row-encode.ts';
import { MAX_LINE_BYTES } from './row-search.ts';
import { columnType } from './row-where.ts';

/** One search: `columns` are listed, in the others all keys are alike. */
export interface SharedSearch {
  readonly columns: readonly string[];
  readonly keys: readonly RowValues[];
}

export interface PlanOptions {
  readonly table: Table;
  /** The most combinations that upstream takes in one search. */
  readonly maxKeysPerSearch: number;
  /** Whether a search may find rows that nobody asked for, which is cheap where nothing but keys is read. */
  readonly mayFindOthers: boolean;
  /** Bytes of the request line that asks for one key, with these columns listed. */
  lineBytes(key: RowValues, columns: readonly string[]): number;
}

/** Combinations that a server checks in a moment within one partition, and partitions that it reads side by side. */
const MAX_COMBINATIONS = 1000;
const MAX_PARTITIONS = 100;

interface PlannedKey {
  readonly key: RowValues;
  /** By column, in the order of the key. */
  readonly texts: readonly string[];
  /** What each value adds to a request line; `undefined` where no list carries it. */
  readonly bytes: readonly (number | undefined)[];
  lineBytes(): number;
}

/** What one search has come to. */
interface Box {
  readonly keys: [PlannedKey, ...PlannedKey[]];
  readonly values: readonly Set<string>[];
  bytes: number;
}

/**
 * The best of a few plans, each of which puts keys together that are alike but for one column: a plan for each such column,
 * and one in which each key goes where most are like it. So there is at most one search for each leading part of the keys,
 * unless it outgrows a request line.
 *
 * @param keys - distinct
 */
export function planSearches(options: PlanOptions, keys: readonly RowValues[]): readonly SharedSearch[] {
  const columns = keyColumns(options.table);
  const planned = keys.map((key) => toPlanned(options, columns, key));
  const leads: ((key: PlannedKey) => number)[] = columns.map((_, index) => () => index).reverse();
  if (columns.length > 1 && keys.length > 1) leads.push(mostShared(planned, columns.length));
  const plans = leads.map((leadOf) => pack(options, sortByLine(planned, leadOf)));
  const boxes = plans.reduce((best, plan) => (plan.length < best.length ? plan : best));
  return boxes.map((box) => ({ columns: listedColumns(columns, box), keys: box.keys.map(({ key }) => key) }));
}

function toPlanned({ table, lineBytes }: PlanOptions, columns: readonly string[], key: RowValues): PlannedKey {
  const isStatic = table.clusteringKey.some(({ name }) => (ownValue(key, name) ?? null) === null);
  const bytes = columns.map((name) => (isStatic ? undefined : listedBytes(table, name, key)));
  let known: number | undefined;
  return {
    key,
    texts: columns.map((name) => JSON.stringify(ownValue(key, name) ?? null)),
    bytes,
    lineBytes() {
      known ??= lineBytes(
        key,
        columns.filter((_, index) => bytes[index] !== undefined),
      );
      return known;
    },
  };
}

/** Decimals that differ in their last zeros are one to a clustering column and two to a partition key: each is asked for by itself. */
function listedBytes(table: Table, name: string, key: RowValues): number | undefined {
  const type = columnType(table, name);
  if (type.kind === 'scalar' && type.name === 'decimal') return undefined;
  const value = encodeListed(type, ownValue(key, name) ?? null);
  return value === undefined ? undefined : encodeURIComponent(`,${printJson(value)}`).length;
}

/** For each key the column that most keys differ from it in alone. */
function mostShared(planned: readonly PlannedKey[], columnCount: number): (key: PlannedKey) => number {
  const leads = Array.from({ length: columnCount }, (_, lead) => lead);
  const counts = new Map<string, number>();
  for (const line of planned.flatMap((key) => leads.map((lead) => lineOf(key, lead)))) {
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const countOf = (key: PlannedKey, lead: number) => counts.get(lineOf(key, lead)) ?? 0;
  return (key) => leads.reduce((best, lead) => (countOf(key, lead) > countOf(key, best) ? lead : best));
}

/** The same for keys that differ in the leading column alone. JSON has no line feed of its own. */
function lineOf({ texts }: PlannedKey, lead: number): string {
  return `${lead}\n${texts.toSpliced(lead, 1).join('\n')}`;
}

function sortByLine(planned: readonly PlannedKey[], leadOf: (key: PlannedKey) => number): readonly PlannedKey[] {
  const lines = planned.map((key) => ({ key, line: lineOf(key, leadOf(key)) }));
  return lines.sort((one, other) => (one.line < other.line ? -1 : one.line > other.line ? 1 : 0)).map(({ key }) => key);
}

function pack(options: PlanOptions, planned: readonly PlannedKey[]): readonly Box[] {
  const boxes: Box[] = [];
  for (const key of planned) {
    const box = boxes.at(-1);
    if (box && add(options, box, key)) continue;
    boxes.push({ keys: [key], values: key.texts.map((text) => new Set([text])), bytes: key.lineBytes() });
  }
  return boxes;
}

/** Whether the key found room. */
function add(options: PlanOptions, box: Box, key: PlannedKey): boolean {
  const [first] = box.keys;
  const added = key.texts.map((text, index) => !box.values[index]?.has(text));
  const areListed = added.every((isNew, index) => !isNew || (isListed(key, index) && isListed(first, index)));
  const bytes = added.reduce((sum, isNew, index) => sum + (isNew ? (key.bytes[index] ?? 0) : 0), box.bytes);
  const sizes = box.values.map(({ size }, index) => size + (added[index] ? 1 : 0));
  if (!areListed || bytes > MAX_LINE_BYTES || !isAllowed(options, sizes)) return false;
  box.keys.push(key);
  box.bytes = bytes;
  for (const [index, text] of key.texts.entries()) box.values[index]?.add(text);
  return true;
}

function isListed({ bytes }: PlannedKey, index: number): boolean {
  return bytes[index] !== undefined;
}

/** @param sizes - how many values each column has in a search */
function isAllowed({ table, maxKeysPerSearch, mayFindOthers }: PlanOptions, sizes: readonly number[]): boolean {
  const combinations = product(sizes);
  if (combinations > maxKeysPerSearch) return false;
  const isLine = sizes.filter((size) => size > 1).length <= 1;
  const partitions = product(sizes.slice(0, table.partitionKey.length));
  return isLine || (mayFindOthers && combinations <= MAX_COMBINATIONS && partitions <= MAX_PARTITIONS);
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all * size, 1);
}

/** Those in which the keys differ; of one key the last that can be. */
function listedColumns(columns: readonly string[], { keys: [first], values }: Box): readonly string[] {
  const differing = columns.filter((_, index) => (values[index]?.size ?? 0) > 1);
  return differing.length > 0 ? differing : columns.filter((_, index) => isListed(first, index)).slice(-1);
}
