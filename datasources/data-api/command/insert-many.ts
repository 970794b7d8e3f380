/** Inserts many rows or documents by `insertMany`, a hundred a command, and tells of each how it went. */
import type { HttpAnswer } from '../../http/http-call.ts';
import { printJson } from '../../json/json.ts';
import type { ExactObject } from '../../json/json-value.ts';
import { also, anythingExact, arrayOf, integer, object, optional, text } from '../../json/shape.ts';
import { mapSeveral } from '../../shared/map-several.ts';
import { UpstreamError } from '../../source/errors.ts';
import type { CommandTarget, DataApiConnection } from './connection.ts';
import { toError } from './error-reader.ts';
import { toFailure } from './failure.ts';

/** The most documents that one command takes. */
const MAX_DOCUMENTS = 100;
/** Of the 20 MB that a body may have, a half. */
const MAX_CHARACTERS = 10_000_000;

export interface InsertManyOptions<T> {
  readonly connection: Pick<DataApiConnection, 'send'>;
  readonly target: CommandTarget;
  /** How many commands are in flight at a time. */
  readonly concurrency: number;
  /** Throws for an item that is not sent, which alone fails then. */
  readonly toDocument: (item: T) => ExactObject;
  /** The error of a command that failed as a whole. */
  readonly errorOf: (answer: HttpAnswer) => Error;
}

/** A document to insert, and its place in the list. */
interface NewDocument {
  readonly index: number;
  readonly document: ExactObject;
}

/** The commands for so many; huge ones take more. */
export function countInserts(count: number): number {
  return Math.ceil(count / MAX_DOCUMENTS);
}

/** In the order of the items. */
export async function insertMany<T>(items: readonly T[], options: InsertManyOptions<T>): Promise<(true | Error)[]> {
  const results = new Array<true | Error>(items.length).fill(true);
  const chunks = toChunks(prepare(items, options.toDocument, results));
  const answers = await mapSeveral(chunks, options.concurrency, (chunk) => insertChunk(options, chunk));
  for (const [at, answer] of answers.entries()) {
    for (const [position, { index }] of (chunks[at] ?? []).entries()) {
      results[index] = answer instanceof Error ? answer : (answer[position] ?? true);
    }
  }
  return results;
}

function prepare<T>(
  items: readonly T[],
  toDocument: (item: T) => ExactObject,
  results: (true | Error)[],
): readonly NewDocument[] {
  return items.flatMap((item, index) => {
    try {
      return [{ index, document: toDocument(item) }];
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      results[index] = error;
      return [];
    }
  });
}

function toChunks(documents: readonly NewDocument[]): readonly (readonly NewDocument[])[] {
  const chunks: NewDocument[][] = [];
  let characters = Number.POSITIVE_INFINITY;
  for (const each of documents) {
    const size = printJson(each.document).length;
    const chunk = chunks.at(-1);
    characters += size;
    if (chunk && chunk.length < MAX_DOCUMENTS && characters <= MAX_CHARACTERS) chunk.push(each);
    else {
      chunks.push([each]);
      characters = size;
    }
  }
  return chunks;
}

/** How each document of one command went. @throws Error - where the command failed as a whole */
async function insertChunk<T>(
  { connection, target, errorOf }: InsertManyOptions<T>,
  chunk: readonly NewDocument[],
): Promise<readonly (true | Error)[]> {
  const answer = await connection.send(target, {
    name: 'insertMany',
    body: {
      documents: chunk.map(({ document }) => document),
      options: { ordered: false, returnDocumentResponses: true },
    },
    effect: 'write',
    keys: chunk.length,
    reply: responsesTo(chunk.length),
  });
  if (!answer.success) throw errorOf(answer);
  const { status, errors } = answer.success.value;
  return status.documentResponses.map((response) => {
    if (response.status === 'OK') return true;
    const error = errors?.[response.errorsIdx ?? -1];
    return error === undefined
      ? new UpstreamError('The Data API did not insert it, and did not say why.')
      : toError(answer, toFailure(error));
  });
}

function responsesTo(count: number) {
  const responses = arrayOf(object({ status: text, errorsIdx: optional(integer) }));
  const counted = also(responses, ({ length }) => length === count, `not ${count} responses came`);
  return object({ status: object({ documentResponses: counted }), errors: optional(arrayOf(anythingExact)) });
}
