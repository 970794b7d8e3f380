/** What reading and writing documents share: commands to a collection, and what their failures mean there. */
import { missingCollection, missingNamespace } from '../../catalog/created.ts';
import type { HttpAnswer } from '../../http/http-call.ts';
import { answerError, contentOf } from '../../http/response-errors.ts';
import { InputError, InvalidCursorError, type SourceError } from '../../source/errors.ts';
import type { CatalogSource, Collection, CollectionRef } from '../../source/source.ts';
import { type Command, type DataApiConnection, failureCodes } from '../command/connection.ts';

/** How many commands of one call are in flight at a time. */
export const COMMANDS_AT_ONCE = 8;

export interface CollectionAccess {
  /** The whole answer, whose failure is for the caller to look at first; see `toError`. */
  send<T>(ref: CollectionRef, command: Command<T>): Promise<HttpAnswer<T>>;
  /** What the answer holds. @throws SourceError */
  run<T>(ref: CollectionRef, command: Command<T>): Promise<T>;
  /**
   * The collection as the catalog has it. Commands that work on tables too are not sent before: they would write to a table.
   *
   * @throws NotFoundError
   */
  requireCollection(ref: CollectionRef): Promise<Collection>;
}

export function createCollectionAccess(
  connection: DataApiConnection,
  catalog: Pick<CatalogSource, 'collections'>,
): CollectionAccess {
  const send: CollectionAccess['send'] = (ref, command) => connection.send(ref, command);
  return {
    send,
    async run(ref, command) {
      const answer = await send(ref, command);
      if (!answer.success) throw toError(ref, answer);
      refuseRows(ref, answer.success.value);
      return contentOf(answer);
    },
    async requireCollection(ref) {
      const all = await catalog.collections(ref);
      if (!all) throw missingNamespace(ref);
      const found = all.find(({ collection }) => collection === ref.collection);
      if (!found) throw missingCollection(ref);
      return found;
    },
  };
}

/** The error for a failed command to a collection. @param pageState - that it was sent with */
export function toError(ref: CollectionRef, answer: HttpAnswer, pageState?: string): SourceError {
  const codes = failureCodes(answer);
  const has = (pattern: RegExp) => codes.some((code) => pattern.test(code));
  if (has(/^UNKNOWN_KEYSPACE$/)) return missingNamespace(ref);
  if (has(MISSING) || has(OF_TABLES)) return missingCollection(ref);
  if (pageState !== undefined && has(BROKEN_STATE)) {
    return new InvalidCursorError('The cursor does not belong to this list. Begin again without "after".');
  }
  if (!has(/^FILTER_PATH_UNINDEXED$/)) return answerError(answer);
  return new InputError(
    `The collection "${ref.collection}" was made with paths that are not indexed, and the filter has one of them. Filter by other paths, or make a collection that indexes this one.`,
    { cause: answerError(answer) },
  );
}

export function isMissing(ref: CollectionRef, answer: HttpAnswer): boolean {
  return toError(ref, answer).code === 'NOT_FOUND';
}

const MISSING = /^(UNKNOWN_COLLECTION_OR_TABLE|UNSUPPORTED_TABLE_COMMAND)$/;
/** What a filter or projection of documents comes to on a table. */
const OF_TABLES = /^(UNKNOWN_TABLE_COLUMNS|INVALID_FILTER_COLUMN_VALUES)$/;
const BROKEN_STATE = /^(UNEXPECTED_SERVER_ERROR|UNEXPECTED_DRIVER_ERROR|FAILED_READ_REQUEST)$/;

/** Rows come with the schema of their table. @throws NotFoundError - when the name is that of a table */
export function refuseRows(ref: CollectionRef, content: unknown): void {
  const { status } = content as { readonly status?: { readonly projectionSchema?: unknown } | null };
  if (status?.projectionSchema !== undefined && status.projectionSchema !== null) throw missingCollection(ref);
}
