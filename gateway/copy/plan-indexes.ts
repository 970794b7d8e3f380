/** Indexes: those that the target needs, in a form that it takes. */
import { SourceError } from '../../datasources/source/errors.ts';
import type { Index, NewIndex, Table, VectorMetric } from '../../datasources/source/source.ts';
import { reasonOf } from './losses.ts';
import type { Planning } from './planning.ts';

/** @param isThere - whether the target has the table */
export async function planIndexes(
  planning: Planning,
  source: Table,
  target: Table,
  isThere: boolean,
): Promise<readonly NewIndex[]> {
  const { from, to, losses, refusals } = planning;
  const place = `${source.keyspace}.${source.table}`;
  const ours = (await from.run(({ catalog }) => catalog.indexes(source))) ?? [];
  const theirs = (isThere && ours.length > 0 && (await to.run(({ catalog }) => catalog.indexes(target)))) || [];
  return ours.flatMap((index) => {
    const same = theirs.find(({ name }) => name === index.name);
    if (same && !isSame(index, same)) {
      refusals.push(
        `The index ${index.name} of ${place} is on ${printOf(same)} in the target, and on ${printOf(index)} in the source`,
      );
    }
    if (theirs.some((other) => isSame(index, other))) return [];
    const fit = fitIndex(planning, index, target);
    if (typeof fit !== 'string') return [fit];
    losses.push({ kind: 'index', in: place, name: index.name, reason: fit });
    return [];
  });
}

function isSame(one: Index, other: Index): boolean {
  return one.column === other.column && (one.target ?? 'values') === (other.target ?? 'values');
}

function printOf({ column, target }: Index): string {
  return target === null ? String(column) : `${target} of ${column}`;
}

/** What is made; a text: why none can be. */
function fitIndex({ capabilities, checks }: Planning, index: Index, table: Table): NewIndex | string {
  const { column } = index;
  if (!capabilities.includes('INDEXES')) return 'The target has no indexes.';
  if (column === null) return 'The source does not tell which column it is on.';
  if (!table.columns.some(({ name }) => name === column)) return `The target does not hold its column ${column}.`;
  let reason: string | undefined;
  for (const candidate of formsOf(index, column, table)) {
    try {
      checks.index(candidate, table);
      return candidate;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      reason ??= reasonOf(error);
    }
  }
  return reason ?? '';
}

/** The index as it is; and in the words of a back end that knows metrics of vectors. */
function formsOf({ name, target, options }: Index, column: string, table: Table): readonly NewIndex[] {
  const { databaseId, keyspace, table: tableName } = table;
  const { class_name: type, target: _, ...rest } = options;
  const kind = target === null ? undefined : KINDS[target];
  const ref = { databaseId, keyspace, table: tableName, column, name, ...(kind && { kind }) };
  const hasOptions = Object.keys(rest).length > 0;
  const plain: NewIndex = { ...ref, ...(type && { type }), ...(hasOptions && { options: rest }) };
  const { similarity_function: similarity, ...others } = rest;
  if (similarity === undefined) return [plain];
  const metric = METRICS[similarity.toLowerCase()];
  return metric ? [{ ...ref, metric, ...(Object.keys(others).length > 0 && { options: others }) }, plain] : [plain];
}

const KINDS: Readonly<Record<string, NonNullable<NewIndex['kind']>>> = {
  keys: 'KEYS',
  values: 'VALUES',
  entries: 'ENTRIES',
  full: 'FULL',
};

const METRICS: Readonly<Record<string, VectorMetric>> = {
  cosine: 'COSINE',
  dot_product: 'DOT_PRODUCT',
  euclidean: 'EUCLIDEAN',
};
