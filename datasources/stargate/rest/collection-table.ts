import type { Table } from '../../source/source.ts';

/** The fixed shape of the tables that hold collections (Stargate Document API v2, storage): `key`, the steps of a path, one leaf. */
const COLUMNS = ['key', 'p0', 'p63', 'leaf', 'text_value', 'dbl_value', 'bool_value'];
const MAX_STEPS = 64;

/** Whether the table is a collection, which is seen through the Document API alone. */
export function isCollection({ columns, partitionKey, clusteringKey }: Table): boolean {
  if (partitionKey.length !== 1 || partitionKey[0] !== 'key' || clusteringKey.length !== MAX_STEPS) return false;
  const names = new Set(columns.map(({ name }) => name));
  return COLUMNS.every((name) => names.has(name));
}
