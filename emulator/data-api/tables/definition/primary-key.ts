/** The primary key of a table to be made: the name of a column, or `{"partitionBy":[…],"partitionSort":{…}}`. */
import { type Json, JsonNumber } from '../../../shared/json.ts';
import { failed, refused, structureMismatch } from '../../command/errors.ts';

export interface PrimaryKey {
  readonly partition: readonly string[];
  readonly clustering: readonly (readonly [name: string, order: 'asc' | 'desc'])[];
}

/** @throws CommandFailure - for what has another form */
export function readPrimaryKey(value: Json | undefined): PrimaryKey {
  if (value === undefined || value === null) {
    throw failed('', 'UNEXPECTED_SERVER_ERROR', 'The definition of a table needs its `primaryKey`');
  }
  if (typeof value === 'string') return { partition: [value], clustering: [] };
  if (!(value instanceof Map)) throw structureMismatch('primaryKey must be a text or an object');
  return {
    partition: readPartition(value.get('partitionBy') ?? null),
    clustering: readSort(value.get('partitionSort') ?? null),
  };
}

/** A column of both parts, which only the database refuses. */
export function repeatedColumn({ partition, clustering }: PrimaryKey): string | undefined {
  return clustering.find(([name]) => partition.includes(name))?.[0];
}

/** @throws CommandFailure - for a key without columns, or with columns that the table does not have */
export function checkPrimaryKey({ partition, clustering }: PrimaryKey, columns: readonly string[]): void {
  const named = `The table has the columns: ${columns.join(', ') || '[None]'}.`;
  if (partition.length === 0) {
    const message = `A table needs at least one column to partition its rows by.\n\n${named}`;
    throw refused('SCHEMA', 'MISSING_PARTITION_COLUMNS', message, 'Partitioning keys are required for tables');
  }
  const unknown = (names: readonly string[]) => names.filter((name) => !columns.includes(name)).join(', ');
  const isUnknown = (names: readonly string[]) => names.some((name) => !columns.includes(name));
  if (isUnknown(partition)) {
    const message = `The rows cannot be partitioned by unknown columns: ${unknown(partition)}.\n\n${named}`;
    throw refused('SCHEMA', 'UNKNOWN_PARTITION_COLUMNS', message);
  }
  const sorted = clustering.map(([name]) => name);
  if (!isUnknown(sorted)) return;
  const message = `The rows cannot be sorted by unknown columns: ${unknown(sorted)}.\n\n${named}`;
  throw refused('SCHEMA', 'UNKNOWN_PARTITION_SORT_COLUMNS', message);
}

/** A column named twice counts once. */
function readPartition(value: Json): string[] {
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (isList) return [...new Set(value)];
  throw structureMismatch('the long form of a primaryKey must have a partitionBy that is a list of texts');
}

function readSort(value: Json): PrimaryKey['clustering'] {
  if (value === null) return [];
  if (!(value instanceof Map)) throw badSort();
  return [...value].map(([name, order]) => {
    const number = order instanceof JsonNumber ? Number(order.text) : 0;
    if (number !== 1 && number !== -1) throw badSort();
    return [name, number === 1 ? 'asc' : 'desc'];
  });
}

function badSort() {
  return structureMismatch('partitionSort must be an object whose values are 1 or -1');
}
