/** The documents of one collection in the store, in the order of the tokens of their identifiers. */
import type { Table } from '../../../core/catalog.ts';
import type { Database } from '../../../core/service.ts';
import { removeTableData, tablePrefix } from '../../../core/storage.ts';
import { endOf } from '../../../core/store.ts';
import { type JsonObject, parseJson, printJson } from '../../../shared/json.ts';
import { type DocumentId, idKey, readId } from '../values/id.ts';
import { newTimeUuid } from '../values/new-id.ts';

export interface DataDocument {
  /** Where it stands among the others. */
  readonly key: Uint8Array;
  readonly id: DocumentId;
  /** The identifier comes first. */
  readonly document: JsonObject;
  /** Of the last write, as a UUID. */
  readonly transaction: string;
}

export interface Documents {
  get(id: DocumentId): DataDocument | undefined;
  /** The one that stands at a key. */
  at(key: Uint8Array): DataDocument | undefined;
  /** All behind the key `after`, lazily. */
  scan(after?: Uint8Array): Iterable<DataDocument>;
  /** Adds a document or replaces that of the same identifier. */
  put(id: DocumentId, document: JsonObject): void;
  remove(id: DocumentId): void;
  clear(): void;
  count(): number;
  transaction<T>(write: () => T): T;
}

const DOCUMENTS = Buffer.from('d/');

type StoredValue = readonly [json: string, transaction: string];

export function openDocuments(database: Database, table: Pick<Table, 'id'>): Documents {
  const { store } = database;
  const prefix = Buffer.concat([tablePrefix(database, table), DOCUMENTS]);
  const placeOf = (key: Uint8Array) => Buffer.concat([prefix, key]);
  const at = (key: Uint8Array) => {
    const value = store.get(placeOf(key));
    return value === undefined ? undefined : toDocument(key, value);
  };
  return {
    get: (id) => at(idKey(id)),
    at,
    *scan(after) {
      const start = after ? Buffer.concat([prefix, after, Uint8Array.of(0)]) : prefix;
      for (const { key, value } of store.range({ start, end: endOf(prefix) })) {
        yield toDocument(key.subarray(prefix.length), value);
      }
    },
    put: (id, document) => store.put(placeOf(idKey(id)), [printJson(document), newTimeUuid()] satisfies StoredValue),
    remove: (id) => store.remove(placeOf(idKey(id))),
    clear: () => removeTableData(database, table),
    count: () => store.count(prefix, endOf(prefix)),
    transaction: (write) => store.transaction(write),
  };
}

function toDocument(key: Uint8Array, value: unknown): DataDocument {
  const [json, transaction] = value as StoredValue;
  const document = parseJson(json);
  if (!(document instanceof Map)) throw new Error('A stored document is no object');
  return { key: Uint8Array.from(key), id: readId(document.get('_id') ?? null), document, transaction };
}
