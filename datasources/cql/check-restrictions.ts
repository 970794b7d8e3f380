/** Which conditions on key columns Cassandra can answer without reading the whole table. */

import { listNames } from '../json/shorten.ts';
import { InputError } from '../source/errors.ts';
import type { ColumnFilter, RowValues, Table } from '../source/source.ts';

/** How a column is restricted: to values, to a range, or by a condition that only an index can answer. */
type Restriction = 'values' | 'range' | 'other';

/**
 * What is wrong with the conditions on key columns, for a table without indexes; `undefined` when nothing is.
 *
 * @param key - values that the key columns must equal besides the conditions
 * @throws InputError - for conditions that contradict one another, whatever is indexed
 */
export function keyProblem(table: Table, key: RowValues, filters: readonly ColumnFilter[]): string | undefined {
  const restrictions = restrictionsOf(key, filters);
  const { partitionKey } = table;
  const clustering = table.clusteringKey.map(({ name }) => name);
  const restricted = [...partitionKey, ...clustering].filter((name) => restrictions.has(name));
  const ranged = partitionKey.find((name) => (restrictions.get(name) ?? 'values') !== 'values');
  if (ranged !== undefined) {
    return `The column "${ranged}" belongs to the partition key, which can only be compared by "eq" and "in".`;
  }
  const free = partitionKey.filter((name) => !restrictions.has(name));
  if (restricted.length > 0 && free.length > 0) {
    return `Filtering on ${quoted(restricted)} needs values for the whole partition key: ${quoted(free)} ${free.length === 1 ? 'is' : 'are'} missing.`;
  }
  return clusteringProblem(clustering, restrictions);
}

/** Clustering columns must be restricted in their order, without gaps, and none after a range. */
function clusteringProblem(
  clustering: readonly string[],
  restrictions: ReadonlyMap<string, Restriction>,
): string | undefined {
  for (const [index, name] of clustering.entries()) {
    const before = clustering[index - 1];
    if (before === undefined || !restrictions.has(name) || restrictions.get(before) === 'values') continue;
    return restrictions.has(before)
      ? `The column "${name}" cannot be filtered on, since "${before}" before it is restricted to a range. Compare "${before}" by "eq" or "in".`
      : `The column "${name}" cannot be filtered on, since "${before}" before it in the key is not. Add a condition on "${before}".`;
  }
  return undefined;
}

function restrictionsOf(key: RowValues, filters: readonly ColumnFilter[]): ReadonlyMap<string, Restriction> {
  const operators = new Map<string, string[]>(Object.keys(key).map((name) => [name, ['eq']]));
  for (const { column, ...conditions } of filters) {
    const names = operators.get(column) ?? [];
    names.push(...Object.keys(conditions));
    operators.set(column, names);
  }
  for (const [column, names] of operators) checkTogether(column, names);
  return new Map([...operators].map(([column, names]) => [column, toRestriction(names)]));
}

/** `exists` is an equality too, for boolean columns. */
const FIXED = new Set(['eq', 'in', 'exists']);

function toRestriction(operators: readonly string[]): Restriction {
  if (operators.some((name) => FIXED.has(name))) return 'values';
  return operators.every((name) => /^[lg]te?$/.test(name)) ? 'range' : 'other';
}

/** @throws InputError */
function checkTogether(column: string, operators: readonly string[]): void {
  const fixed = operators.find((name) => FIXED.has(name));
  const isTwice = (pattern: RegExp) => operators.filter((name) => pattern.test(name)).length > 1;
  if (fixed && operators.length > 1) {
    throw new InputError(
      `The column "${column}" has "${fixed}" and another condition (${listed(operators)}). Keep one of them.`,
    );
  }
  if (isTwice(/^gte?$/) || isTwice(/^lte?$/)) {
    throw new InputError(`The column "${column}" has two bounds on one side (${listed(operators)}). Keep one.`);
  }
}

const listed = (operators: readonly string[]) => [...new Set(operators)].join(', ');
const quoted = (names: readonly string[]) => listNames(names, (name) => `"${name}"`);
