/** The order of a page. Upstream sorts in memory what is not along the order of the table, and then has one page only. */

import { type ExactObject, fromMembers } from '../../json/json-value.ts';
import { ownValue } from '../../shared/own-value.ts';
import { InputError } from '../../source/errors.ts';
import type { RowQuery, Table } from '../../source/source.ts';

/**
 * The sort as upstream takes it.
 *
 * @throws InputError - for one that is not along the clustering order or against all of it, or not within one partition
 */
export function toSort(table: Table, { sort = [], key = {}, where = [] }: RowQuery): ExactObject | undefined {
  if (sort.length === 0) return undefined;
  const leading = table.clusteringKey.slice(0, sort.length);
  const isPrefix = sort.every(({ column }, index) => leading[index]?.name === column);
  const reversed = new Set(sort.map(({ order }, index) => order !== leading[index]?.order));
  if (!isPrefix || reversed.size > 1) {
    throw new InputError(
      `Rows of "${table.table}" cannot be sorted so: the Data API sorts along the clustering order (${printOrder(table)}), or against all of it, from its first column on. Sort so, or sort what is read.`,
    );
  }
  const fixed = new Set(
    where.filter(({ eq, exists }) => eq !== undefined || exists !== undefined).map(({ column }) => column),
  );
  const free = table.partitionKey.find((name) => (ownValue(key, name) ?? null) === null && !fixed.has(name));
  if (free !== undefined) {
    throw new InputError(
      `Rows of "${table.table}" can be sorted within one partition only, and "${free}" may have several values. Give the whole partition key (${table.partitionKey.join(', ')}) in "key", or leave "sort" out.`,
    );
  }
  return fromMembers(
    sort.map(({ column }) => column),
    sort.map(({ order }) => (order === 'DESC' ? -1 : 1)),
  );
}

function printOrder({ clusteringKey }: Table): string {
  return clusteringKey.map(({ name, order }) => `${name} ${order}`).join(', ') || 'this table has none';
}
