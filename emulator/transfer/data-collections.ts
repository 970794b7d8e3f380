/** Collections of the Data API and their documents as lines, both ways. */
import type { Table } from '../core/catalog.ts';
import type { Database } from '../core/service.ts';
import {
  collectionOf,
  indexesVectors,
  optionsOf,
  putCollection,
  readListed,
} from '../data-api/collections/definition/collection.ts';
import { optionsJson } from '../data-api/collections/definition/options.ts';
import { openDocuments } from '../data-api/collections/shared/documents.ts';
import { readId } from '../data-api/collections/values/id.ts';
import { shredded } from '../data-api/collections/write/shred.ts';
import { checkSchemaName } from '../data-api/command/schema-name.ts';
import { asText, objectMember } from '../rest/dto.ts';
import { type Json, type JsonObject, printJson } from '../shared/json.ts';
import { BATCH_DOCUMENTS } from './write-batch.ts';

export function dataCollectionJson(table: Table): unknown {
  return { name: table.name, options: optionsJson(optionsOf(table)) };
}

/** A few lines at a time. */
export function* dataDocumentBatches(database: Database, table: Table): Iterable<string[]> {
  const documents = openDocuments(database, table);
  let after: Uint8Array | undefined;
  do {
    const lines: string[] = [];
    for (const { key, document } of documents.scan(after)) {
      lines.push(documentLine(table.name, document));
      after = key;
      if (lines.length === BATCH_DOCUMENTS) break;
    }
    if (lines.length > 0) yield lines;
    if (lines.length < BATCH_DOCUMENTS) return;
  } while (after);
}

/** One of that name stays as it is. */
export function dataCollection(database: Database, keyspace: string, definition: JsonObject): void {
  const name = checkSchemaName('Collection', asText(definition.get('name') ?? null));
  if (database.catalog.table(keyspace, name)) return;
  if (!database.catalog.keyspace(keyspace)) throw new Error(`There is no keyspace ${keyspace}`);
  const options = readListed(objectMember(definition, 'options') ?? new Map());
  putCollection(database, { keyspace, name }, options, indexesVectors(options));
}

/** The document takes the place of what has its identifier. */
export function dataDocumentWrite(
  database: Database,
  keyspaceName: string,
  name: string,
  document: JsonObject,
): () => void {
  const keyspace = database.catalog.keyspace(keyspaceName);
  const table = database.catalog.table(keyspaceName, name);
  if (!keyspace || !table?.dataCollection) throw new Error(`There is no collection ${keyspaceName}.${name}`);
  const collection = collectionOf({ database, keyspace, table });
  const id = readId(document.get('_id') ?? null);
  const stored = shredded(collection, document, id);
  return () => collection.documents.put(id, stored);
}

function documentLine(collection: string, document: JsonObject): string {
  return printJson(
    new Map<string, Json>([
      ['dataCollection', collection],
      ['document', document],
    ]),
  );
}
