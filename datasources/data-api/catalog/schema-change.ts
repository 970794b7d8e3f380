/** Sends changes of a schema: with the long timeout, and never twice. */
import { existsMessage, missingKeyspace } from '../../catalog/created.ts';
import { missingTable } from '../../catalog/missing.ts';
import { answerError } from '../../http/response-errors.ts';
import type { JsonValue } from '../../json/json-value.ts';
import { ConflictError, type NotFoundError, type SourceError } from '../../source/errors.ts';
import type { KeyspaceRef, TableRef } from '../../source/source.ts';
import { type DataApiConnection, failureCodes } from '../command/connection.ts';
import { done } from './definition-shapes.ts';
import { isName } from './schema-read.ts';

export interface SchemaChange {
  readonly name: string;
  readonly body: Readonly<Record<string, JsonValue | undefined>>;
}

/** What failures mean, by the codes of the API: an error, or `false` where nothing had to be changed. */
export type Meanings = Readonly<Record<string, Meaning>>;
type Meaning = (error: SourceError) => SourceError | false | Promise<SourceError | false>;

/** What it means that something is there already. @param what - such as `column "n"` */
export function whenExisting(what: string, ifNotExists: boolean): Meaning {
  return (error) => !ifNotExists && new ConflictError(existsMessage(what), { call: error.call, cause: error });
}

/** Changes what a keyspace holds. Answers whether it did. @throws SourceError */
export function changeKeyspace(
  connection: DataApiConnection,
  { databaseId, keyspace }: KeyspaceRef,
  change: SchemaChange,
  meanings: Meanings = {},
): Promise<boolean> {
  const missing = () => missingKeyspace({ keyspace });
  const target = { databaseId, keyspace };
  return send(connection, target, change, missing, { UNKNOWN_KEYSPACE: missing, ...meanings });
}

/** Changes a table. Answers whether it did. @throws SourceError */
export function changeTable(
  connection: DataApiConnection,
  { databaseId, keyspace, table }: TableRef,
  change: SchemaChange,
  meanings: Meanings = {},
): Promise<boolean> {
  const target = { databaseId, keyspace, table };
  const missing = () => missingTable(target, false);
  return send(connection, target, change, missing, {
    UNKNOWN_KEYSPACE: missing,
    UNKNOWN_COLLECTION_OR_TABLE: missing,
    UNSUPPORTED_COLLECTION_COMMAND: () => missingTable(target, true),
    ...meanings,
  });
}

/** Changes which keyspaces there are. */
export async function changeDatabase(
  connection: DataApiConnection,
  databaseId: string,
  change: SchemaChange,
): Promise<void> {
  await connection.run({ databaseId }, { ...change, effect: 'schema-change', reply: done });
}

async function send(
  connection: DataApiConnection,
  target: KeyspaceRef & { readonly table?: string },
  change: SchemaChange,
  missing: () => NotFoundError,
  meanings: Meanings,
): Promise<boolean> {
  // Names with other characters cannot exist.
  if (!isName(target.keyspace) || !isName(target.table ?? target.keyspace)) throw missing();
  const answer = await connection.send(target, { ...change, effect: 'schema-change', reply: done });
  if (answer.success) return true;
  const error = answerError(answer);
  const code = failureCodes(answer).find((each) => Object.hasOwn(meanings, each));
  const meaning = code === undefined ? error : ((await meanings[code]?.(error)) ?? error);
  if (meaning === false) return false;
  throw meaning;
}
