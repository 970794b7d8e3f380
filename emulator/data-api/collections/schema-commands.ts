/** Commands that make, list and delete collections. */
import { dropTable } from '../../cql/ddl/define-table.ts';
import { notModifiable } from '../../cql/types/refusal.ts';
import { byBytes } from '../../document/values/text-order.ts';
import type { Json } from '../../shared/json.ts';
import { type KeyspaceCall, type KeyspaceCommand, okAnswer, statusAnswer } from '../command/command.ts';
import { invalidQuery, refused } from '../command/errors.ts';
import { booleanField, objectField, requiredTextField, textField } from '../command/fields.ts';
import { checkSchemaName } from '../command/schema-name.ts';
import { indexesVectors, optionsOf, putCollection } from './definition/collection.ts';
import { areSameOptions, optionsJson, readOptions } from './definition/options.ts';

const createCollection: KeyspaceCommand = {
  fields: ['name', 'options'],
  check: (fields) => void readOptions(objectField(fields, 'options') ?? new Map()),
  run(call) {
    const { database, keyspace, fields } = call;
    const name = checkSchemaName('Collection', textField(fields, 'name'));
    const options = readOptions(objectField(fields, 'options') ?? new Map());
    if (keyspace.system) throw notModifiable(keyspace.name);
    const hasVectorIndex = indexesVectors(options);
    if (isNew(call, name, options)) {
      putCollection(database, { keyspace: keyspace.name, name }, options, hasVectorIndex);
    }
    if (!hasVectorIndex) throw invalidQuery('Cosine similarity is not supported for single-dimension vectors');
    return okAnswer();
  },
};

/** @throws CommandFailure - when the name belongs to a table, or to a collection that was made with other options */
function isNew({ keyspace }: KeyspaceCall, name: string, options: ReturnType<typeof readOptions>): boolean {
  const existing = Object.hasOwn(keyspace.tables, name) ? keyspace.tables[name] : undefined;
  if (!existing) return true;
  if (!existing.dataCollection) {
    const problem = `table '${name}' already exists and it is not a valid Data API collection. Recommendation: delete the table or use a different name`;
    const message = `Attempt to create new collection failed: ${problem}.`;
    throw refused('SCHEMA', 'EXISTING_TABLE_NOT_DATA_API_COLLECTION', message);
  }
  if (areSameOptions(optionsOf(existing), options)) return false;
  const message = `Collection '${name}' already exists but with settings different from ones passed with 'createCollection' command.`;
  throw refused('SCHEMA', 'EXISTING_COLLECTION_DIFFERENT_SETTINGS', message);
}

const findCollections: KeyspaceCommand = {
  fields: [],
  options: ['explain'],
  check: (_, options) => void booleanField(options, 'explain'),
  run({ keyspace, options }) {
    const found = Object.values(keyspace.tables)
      .filter(({ dataCollection }) => dataCollection)
      .toSorted((one, other) => byBytes(one.name, other.name));
    if (!booleanField(options, 'explain')) return statusAnswer({ collections: found.map(({ name }) => name) });
    return statusAnswer({
      collections: found.map(
        (table) =>
          new Map<string, Json>([
            ['name', table.name],
            ['options', optionsJson(optionsOf(table))],
          ]),
      ),
    });
  },
};

/** Drops a table of that name just as well, and minds no name that there is not. */
const deleteCollection: KeyspaceCommand = {
  fields: ['name'],
  options: [],
  check: (fields) => void requiredTextField(fields, 'name'),
  run({ database, keyspace, fields }) {
    dropTable(database, keyspace.name, requiredTextField(fields, 'name'));
    return okAnswer();
  },
};

export const COLLECTION_SCHEMA_COMMANDS: Readonly<Record<string, KeyspaceCommand>> = {
  createCollection,
  findCollections,
  deleteCollection,
};
