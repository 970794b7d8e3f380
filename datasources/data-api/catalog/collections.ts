/** Makes and deletes collections. */
import { answerExisting, answerMissing, missingCollection, missingNamespace } from '../../catalog/created.ts';
import { checkNewName } from '../../cql/check-definition.ts';
import { ConflictError, InputError, NotSupportedError, type SourceError } from '../../source/errors.ts';
import type { CatalogSource, CollectionRef, NewCollection } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';
import { toVectorDefinition } from './new-vector.ts';
import { changeKeyspace, type SchemaChange, whenExisting } from './schema-change.ts';
import { readCollectionNames } from './schema-read.ts';

type CollectionChanges = Pick<
  CatalogSource,
  'createCollection' | 'deleteCollection' | 'jsonSchema' | 'replaceJsonSchema'
>;

export function createCollectionChanges(connection: DataApiConnection): CollectionChanges {
  async function isThere(ref: CollectionRef): Promise<boolean> {
    return (await readCollectionNames(connection, ref))?.includes(ref.collection) ?? false;
  }

  return {
    async createCollection(ref, ifNotExists) {
      const change = toCreateCollection(ref);
      // Upstream answers one that is there with the same settings as if it had been made.
      const names = await readCollectionNames(connection, ref);
      if (!names) throw missingNamespace(ref);
      const what = `collection "${ref.collection}"`;
      if (names.includes(ref.collection)) return answerExisting(ifNotExists, what);
      return changeKeyspace(connection, ref, change, {
        UNKNOWN_KEYSPACE: () => missingNamespace(ref),
        EXISTING_COLLECTION_DIFFERENT_SETTINGS: whenExisting(what, ifNotExists),
        EXISTING_TABLE_NOT_DATA_API_COLLECTION: (cause) => takenByTable(ref, cause),
        INVALID_DATABASE_QUERY: async (error) => ((await isThere(ref)) ? leftBehind(ref, error) : error),
      });
    },
    async deleteCollection(ref, ifExists) {
      // Upstream drops a table of the name too.
      const names = await readCollectionNames(connection, ref);
      if (!names?.includes(ref.collection))
        return answerMissing(ifExists, names ? missingCollection(ref) : missingNamespace(ref));
      return changeKeyspace(connection, ref, { name: 'deleteCollection', body: { name: ref.collection } });
    },
    jsonSchema: async () => null,
    async replaceJsonSchema({ collection }) {
      throw new NotSupportedError(
        `The Data API has no JSON schemas of collections, such as "${collection}" (capability JSON_SCHEMA). Check documents before they are written.`,
      );
    },
  };
}

/** @throws InputError - before anything is sent */
export function toCreateCollection({ vector, ...ref }: NewCollection): SchemaChange {
  checkNewName('collection', ref.collection);
  const options = vector && { vector: toVectorDefinition(ref, vector) };
  return { name: 'createCollection', body: { name: ref.collection, options } };
}

function takenByTable({ keyspace, collection }: CollectionRef, cause: SourceError): ConflictError {
  return new ConflictError(
    `The keyspace "${keyspace}" has a table "${collection}", and no collection can have its name. Choose another.`,
    { call: cause.call, cause },
  );
}

/** The database refuses the indexes of a collection after its table has been made. */
function leftBehind({ collection }: CollectionRef, cause: SourceError): InputError {
  return new InputError(
    `The collection "${collection}" could not be made as it was defined: ${cause.message} What was made of it is there, and stands in the way: delete it with deleteCollection.`,
    { call: cause.call, cause },
  );
}
