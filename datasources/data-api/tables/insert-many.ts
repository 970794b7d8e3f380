/** Inserts many rows, a hundred a call, and tells of each how it went. */
import type { HttpAnswer } from '../../http/http-call.ts';
import { contentOf } from '../../http/response-errors.ts';
import { printJson } from '../../json/json.ts';
import type { ExactObject } from '../../json/json-value.ts';
import { also, arrayOf, integer, object, optional, record, text } from '../../json/shape.ts';
import { mapSeveral } from '../../shared/map-several.ts';
import { UpstreamError } from '../../source/errors.ts';
import type { RowValues, Table } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';
import { toError } from '../command/error-reader.ts';
import { toFailure } from '../command/failure.ts';

/** The most rows that one call takes. */
const MAX_ROWS = 100;
/** Of the 20 MB that a body may have, a half. */
const MAX_CHARACTERS = 10_000_000;
/** How many calls are in flight at a time. */
const CALLS_AT_ONCE = 4;

/** A row to insert, and its place in the list. */
interface Prepared {
  readonly index: number;
  readonly document: ExactObject;
}

/** The calls for so many rows; huge rows take more. */
export function countChunks(rows: number): number {
  return Math.ceil(rows / MAX_ROWS);
}

/** @param toDocument - throws for a row that is not sent, which alone fails then */
export async function insertChunks(
  connection: DataApiConnection,
  table: Table,
  rows: readonly RowValues[],
  toDocument: (values: RowValues) => ExactObject,
): Promise<(true | Error)[]> {
  const results = new Array<true | Error>(rows.length).fill(true);
  const chunks = toChunks(prepare(rows, toDocument, results));
  await mapSeveral(chunks, CALLS_AT_ONCE, async (chunk) => {
    const ended = await insertChunk(connection, table, chunk);
    for (const [at, { index }] of chunk.entries()) results[index] = ended[at] ?? true;
  });
  return results;
}

function prepare(
  rows: readonly RowValues[],
  toDocument: (values: RowValues) => ExactObject,
  results: (true | Error)[],
): readonly Prepared[] {
  return rows.flatMap((values, index) => {
    try {
      return [{ index, document: toDocument(values) }];
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      results[index] = error;
      return [];
    }
  });
}

function toChunks(rows: readonly Prepared[]): readonly (readonly Prepared[])[] {
  const chunks: Prepared[][] = [];
  let characters = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const size = printJson(row.document).length;
    const chunk = chunks.at(-1);
    characters += size;
    if (chunk && chunk.length < MAX_ROWS && characters <= MAX_CHARACTERS) chunk.push(row);
    else {
      chunks.push([row]);
      characters = size;
    }
  }
  return chunks;
}

function reply(rows: number) {
  const responses = arrayOf(object({ status: text, errorsIdx: optional(integer) }));
  const counted = also(responses, ({ length }) => length === rows, `not ${rows} responses came`);
  return object({ status: object({ documentResponses: counted }), errors: optional(arrayOf(record)) });
}

/** How each row of one call went; all alike where the call as a whole failed. */
async function insertChunk(
  connection: DataApiConnection,
  table: Table,
  chunk: readonly Prepared[],
): Promise<readonly (true | Error)[]> {
  try {
    const answer = await connection.send(table, {
      name: 'insertMany',
      body: {
        documents: chunk.map(({ document }) => document),
        options: { ordered: false, returnDocumentResponses: true },
      },
      effect: 'write',
      keys: chunk.length,
      reply: reply(chunk.length),
    });
    const { status, errors } = contentOf(answer);
    return status.documentResponses.map((response) =>
      response.status === 'OK' ? true : errorOf(answer, errors?.[response.errorsIdx ?? -1]),
    );
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return chunk.map(() => error);
  }
}

function errorOf(answer: HttpAnswer, error: ExactObject | undefined): Error {
  if (error) return toError(answer, toFailure(error));
  return new UpstreamError('The Data API did not insert the row, and did not say why.');
}
