/** Collections over the Data API of an emulator, over HTTP. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { DocumentSource, Json, NewCollection, UpstreamCall } from '../../../../datasources/source/source.ts';
import { IN_KEYSPACE, KEYSPACE, startDataApi, type TestDatabase } from '../../support/database.ts';

export const NOTES = { ...IN_KEYSPACE, collection: 'notes' };

export interface TestCollections {
  readonly documents: DocumentSource;
  /** Of the documents of this test: the look for the collection is made before. */
  readonly calls: UpstreamCall[];
  /** Sends a command as it stands. @param place - such as `/notes` in the keyspace */
  command(place: string, command: string | object): Promise<{ readonly [name: string]: Json }>;
  create(collection: Omit<NewCollection, 'databaseId' | 'keyspace'>): Promise<void>;
  dataOf(documentId: string): Promise<Json | undefined>;
  put(documentId: string, data: Json): Promise<void>;
}

/** A database for the file, with the collection `notes`. */
export function useCollections(): TestCollections {
  let database: TestDatabase;
  let opened: ReturnType<TestDatabase['open']>;

  beforeAll(async () => {
    database = await startDataApi({ schemaLifetimeMs: 600_000 });
    const { catalog } = database.open().source;
    await catalog.createKeyspace(IN_KEYSPACE, {}, false);
    await catalog.createCollection(NOTES, false);
  });

  beforeEach(async () => {
    opened = database.open();
    await opened.source.catalog.collections(IN_KEYSPACE);
    opened.calls.length = 0;
  });

  afterAll(() => database.close());

  const collections: TestCollections = {
    get documents() {
      return opened.source.documents;
    },
    get calls() {
      return opened.calls;
    },
    async command(place, command) {
      const { emulator } = database;
      const root = `http://emulator/${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}`;
      const headers = { Token: emulator.applicationToken, 'Content-Type': 'application/json' };
      const url = `${root}/api/json/v1/${KEYSPACE}${place}`;
      const body = typeof command === 'string' ? command : JSON.stringify(command);
      const request = new Request(url, { method: 'POST', headers, body });
      return (await (await emulator.fetch(request)).json()) as { readonly [name: string]: Json };
    },
    async create(collection) {
      await opened.source.catalog.createCollection({ ...IN_KEYSPACE, ...collection }, false);
      await opened.source.catalog.collections(IN_KEYSPACE);
      opened.calls.length = 0;
    },
    async dataOf(documentId) {
      const [read] = await database.open().source.documents.readMany(NOTES, [documentId]);
      if (read instanceof Error) throw read;
      return read?.data;
    },
    put: (documentId, data) => database.open().source.documents.replace(NOTES, documentId, [], data, {}),
  };
  return collections;
}

export const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

/** The commands that were sent, in their order. */
export const commandsOf = (calls: readonly UpstreamCall[]) => calls.map(({ command }) => command);
