/** Searches for the rows whose vectors are nearest to one (Data API contract, vectors). */
import { keyColumns } from '../../cql/table-columns.ts';
import { type CqlType, printType } from '../../cql/type.ts';
import { wrongAnswer } from '../../http/check-answer.ts';
import { contentOf } from '../../http/response-errors.ts';
import { type JsonValue, NumberText } from '../../json/json-value.ts';
import { arrayOf, object, record } from '../../json/shape.ts';
import type { Types } from '../../rows/row-decode.ts';
import { requestedValues } from '../../rows/row-page.ts';
import { ownValue } from '../../shared/own-value.ts';
import { InputError } from '../../source/errors.ts';
import type { Index, NearestRows, Row, Scored, Table } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';
import { columnType } from '../values/readable.ts';
import { toRows } from './find.ts';
import { toProjection } from './projection.ts';
import { whereAll } from './where.ts';

export interface NearestSearch extends NearestRows {
  readonly table: Table;
  readonly types: Types;
  readonly indexes: readonly Index[];
}

/** The most rows of one search. */
const MAX_NEAREST = 1000;
const FOUND = object({ data: object({ documents: arrayOf(record) }) });

/** The nearest first, at most `limit`: here a limit is right, since there is no further page. */
export async function findNearestRows(
  connection: DataApiConnection,
  search: NearestSearch,
): Promise<readonly Scored<Row>[]> {
  const { table, types, where = [], columns, column, vector, limit } = search;
  checkSearch(search);
  if (where.some((filter) => filter.in?.length === 0)) return [];
  const projection = toProjection(table, columns);
  const filter = whereAll(table, {}, where);
  const answer = await connection.send(table, {
    name: 'find',
    body: {
      filter,
      projection: projection.projection,
      sort: { [column]: vector },
      options: { limit, includeSimilarity: true },
    },
    effect: 'read',
    reads: 'nearestRows',
    reply: FOUND,
  });
  const { documents } = contentOf(answer).data;
  const find = { table, types, filter, projection, requested: requestedValues(table, [{}], where) };
  const { items } = toRows(find, answer, documents, undefined);
  return items.map((item, index) => {
    const similarity = toNumber(ownValue(documents[index] ?? {}, '$similarity'));
    if (similarity === undefined) throw wrongAnswer(answer, 'a row without its similarity came');
    return { item, similarity };
  });
}

function toNumber(value: JsonValue | undefined): number | undefined {
  if (value instanceof NumberText) return Number(value.text);
  return typeof value === 'number' ? value : undefined;
}

/** @throws InputError - for a search that upstream refuses, mostly as a failure of its own */
function checkSearch({ table, column, vector, limit, where = [], indexes }: NearestSearch): void {
  const type = columnType(table, column);
  checkVector(column, type, vector);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_NEAREST)
    throw new InputError(`A vector search finds 1 to ${MAX_NEAREST} rows, and not ${limit}. Ask for so many.`);
  const own = indexes.find((index) => index.column === column);
  if (!own) {
    throw new InputError(
      `The column "${column}" of the table "${table.table}" has no vector index, without which it cannot be searched. Make one with createIndex.`,
    );
  }
  const metric = (own.options.similarity_function ?? 'cosine').toLowerCase();
  if (metric === 'cosine' && vector.every((number) => number === 0)) {
    throw new InputError(
      `A vector of zeros has no direction, so nothing is near it in the column "${column}", whose index compares directions (cosine). Send another vector.`,
    );
  }
  const names = new Set(where.map((filter) => filter.column));
  const isWithinPartition = table.partitionKey.every((name) => names.has(name));
  const unindexed = [...names].find(
    (name) =>
      !indexes.some((index) => index.column === name) && !(isWithinPartition && keyColumns(table).includes(name)),
  );
  if (unindexed !== undefined) {
    throw new InputError(
      `A vector search takes conditions on indexed columns only, and "${unindexed}" has no index. Make one with createIndex, or leave the condition out.`,
    );
  }
}

function checkVector(column: string, type: CqlType, vector: readonly number[]): void {
  if (type.kind !== 'vector') {
    throw new InputError(`The column "${column}" has the type ${printType(type)}, and a vector search needs a vector.`);
  }
  if (vector.length !== type.dimension) {
    throw new InputError(
      `The vectors of the column "${column}" have ${type.dimension} numbers, and ${vector.length} came. Send a vector of ${type.dimension} numbers.`,
    );
  }
  const wrong = vector.findIndex((number) => !Number.isFinite(Math.fround(number)));
  if (wrong >= 0) {
    throw new InputError(
      `The number ${wrong} of the vector for the column "${column}" is ${vector[wrong]}: a vector search takes finite numbers of 32 bits.`,
    );
  }
}
