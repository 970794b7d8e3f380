/** An operation of the reference: the query, what comes back, and the upstream request that it becomes. */

import type { Capability } from '../../../datasources/source/source.ts';

/** What was made before an operation, for its query. */
export interface Made {
  readonly databaseId?: string;
}

export interface Operation {
  readonly api: 'auth' | 'devops' | 'rest' | 'document' | 'data' | 'graph';
  readonly name: string;
  /** What a database must be capable of; what has none works with every back end. */
  readonly capability?: Capability;
  /** Where Astra's Data API refuses what is no matter of a database. */
  readonly isForPasswords?: true;
  /** What to send where the capability is missing, and with it what the query is about. */
  readonly lacking?: string;
  /** Operations that make what it needs, by their names. They need others in turn. */
  readonly needs?: readonly string[];
  readonly query: (made: Made) => string;
  /** A part of the data. */
  readonly data: unknown;
  /** The upstream request: method and path. */
  readonly call?: RegExp;
  readonly keep?: (data: Record<string, Record<string, string>>) => Made;
}

export const table = (fields: string) => `{ keyspace(name: "shop") { table(name: "items") { ${fields} } } }`;
export const tableIs = (fields: unknown) => ({ keyspace: { table: fields } });
export const notes = (fields: string) => `{ namespace(name: "shop") { collection(name: "notes") { ${fields} } } }`;
export const notesAre = (fields: unknown) => ({ namespace: { collection: fields } });
export const items = 'keyspace: "shop", table: "items"';
export const noteOne = 'namespace: "shop", collection: "notes", documentId: "one"';
export const changeDatabase =
  (mutation: string, more = '') =>
  ({ databaseId }: Made) =>
    `mutation { ${mutation}(input: { databaseId: "${databaseId}"${more} }) { database { status } } }`;
export const SCHEMA = '/v2/schemas/keyspaces/shop';
export const NOTES = '/v2/namespaces/shop/collections/notes';
