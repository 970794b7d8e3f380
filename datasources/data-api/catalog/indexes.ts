/** Makes and deletes indexes. */
import { answerMissing, existsMessage } from '../../catalog/created.ts';
import { findIndexedColumn, missingIndex, missingTable } from '../../catalog/missing.ts';
import { checkNewName } from '../../cql/check-definition.ts';
import { ConflictError, InputError } from '../../source/errors.ts';
import type { CatalogSource, NewIndex, Table } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';
import { toIndexDefinition } from './index-definition.ts';
import { readIndexes } from './index-read.ts';
import { changeKeyspace, changeTable } from './schema-change.ts';
import { readTables } from './schema-read.ts';

const MAX_INDEX_NAME = 100;
/** Names that are tried for an index without one. */
const MAX_ATTEMPTS = 20;

export function createIndexChanges(connection: DataApiConnection): Pick<CatalogSource, 'createIndex' | 'deleteIndex'> {
  /** Answers whether the name was free: names of indexes are unique in a keyspace, and other tables have some too. */
  function make(index: NewIndex, name: string, { command, column, options }: ReturnType<typeof toIndexDefinition>) {
    const definition = { column, ...(Object.keys(options).length > 0 && { options }) };
    const change = { name: command, body: { name, definition } };
    return changeTable(connection, index, change, { CANNOT_ADD_EXISTING_INDEX: () => false });
  }

  return {
    async createIndex(index, ifNotExists) {
      checkIndexName(index);
      const tables = await readTables(connection, index);
      const table = tables?.find((each) => each.table === index.table);
      if (!table) throw missingTable(index, false);
      const definition = toIndexDefinition(index, findIndexedColumn(table, index));
      const indexes = (await readIndexes(connection, index, async () => tables)) ?? [];
      const same = indexes.find(
        ({ name, column, target }) => name === index.name || (column === index.column && target === definition.target),
      );
      if (same && ifNotExists) return false;
      if (same) throw new ConflictError(existsMessage(`index "${same.name}" on the column "${same.column}"`));
      for (const name of namesFor(index)) if (await make(index, name, definition)) return true;
      if (ifNotExists && index.name !== undefined) return false;
      throw new ConflictError(existsMessage(`index "${index.name ?? defaultName(index)}"`));
    },
    async deleteIndex(ref, index, ifExists) {
      const indexes = await readIndexes(connection, ref, async () => null);
      if (!indexes) throw missingTable(ref, false);
      if (!indexes.some(({ name }) => name === index))
        return answerMissing(ifExists, missingIndex(ref, index, indexes));
      return changeKeyspace(
        connection,
        ref,
        { name: 'dropIndex', body: { name: index } },
        {
          CANNOT_DROP_UNKNOWN_INDEX: () => !ifExists && missingIndex(ref, index, []),
        },
      );
    },
  };
}

/** What cannot be indexed. @throws InputError, NotSupportedError */
export function checkNewIndex(index: NewIndex, table: Pick<Table, 'columns'>): void {
  checkIndexName(index);
  namesFor(index);
  toIndexDefinition(index, findIndexedColumn(table, index));
}

function checkIndexName({ name }: NewIndex): void {
  if (name !== undefined) checkNewName('index', name);
}

/** The name that was chosen, or those that Cassandra itself would try in turn. */
function namesFor(index: NewIndex): readonly string[] {
  if (index.name !== undefined) return [index.name];
  const name = defaultName(index);
  const others = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, number) => `${name}_${number + 1}`);
  const fitting = [name, ...others].filter(({ length }) => length <= MAX_INDEX_NAME);
  if (fitting.length > 0) return fitting;
  throw new InputError(
    `The name "${name}" of the index is longer than ${MAX_INDEX_NAME} characters. Send a shorter one as "name".`,
  );
}

function defaultName({ table, column }: Pick<NewIndex, 'table' | 'column'>): string {
  return `${table}_${column}_idx`.replace(/\W/g, '');
}
