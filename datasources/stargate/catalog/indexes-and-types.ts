/** Makes, changes and deletes indexes and user-defined types (Stargate REST API v2, `…/indexes` and `…/types`). */

import { answerCreated, answerMissing, existsMessage } from '../../catalog/created.ts';
import { findIndexedColumn, missingIndex, missingType } from '../../catalog/missing.ts';
import { checkNewName, toNewType } from '../../cql/check-definition.ts';
import { empty, plain } from '../../http/body.ts';
import { object, shape } from '../../json/shape.ts';
import { ConflictError } from '../../source/errors.ts';
import type { CatalogSource, KeyspaceRef, NewIndex, Table, UserDefinedType } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { refuseOnStargate } from '../shared/refusals.ts';
import { requireTable } from './require-table.ts';
import { deleted, KEYSPACES, namedBody, sendChange, TABLES, tableParameters } from './schema-change.ts';
import { readIndexes, readTables, readTypes } from './schema-read.ts';

type Changes = Pick<CatalogSource, 'createIndex' | 'deleteIndex' | 'createType' | 'updateType' | 'deleteType'>;

const INDEX_MADE = { 201: plain(object({ success: shape('true', (value): value is true => value === true) })) };

const INDEXES = `${TABLES}/{table}/indexes`;
const TYPES = `${KEYSPACES}/{keyspace}/types`;

export function createIndexAndTypeChanges(connection: StargateConnection): Changes {
  async function findType({ databaseId, keyspace }: KeyspaceRef, name: string) {
    const types = await readTypes(connection, { databaseId, keyspace });
    return types?.find((type) => type.name === name);
  }

  return {
    async createIndex(index, ifNotExists) {
      checkIndexOptions(index);
      findIndexedColumn(await requireTable(connection, index), index);
      const indexes = (await readIndexes(connection, index)) ?? [];
      const same = indexes.find(({ name, column, target }) => name === index.name || isSame(index, column, target));
      if (same && ifNotExists) return false;
      if (same) throw new ConflictError(existsMessage(`index "${same.name}" on the column "${same.column}"`));
      const { column, name, kind, type, options } = index;
      const body = { column, name, kind, type, options, ifNotExists: false };
      const parameters = tableParameters(index);
      const call = { method: 'POST', route: INDEXES, parameters, body, expect: INDEX_MADE } as const;
      // Index names are unique in a keyspace, so an index of another table may have the name.
      return answerCreated(sendChange(connection, index.databaseId, call), ifNotExists, `index "${name ?? column}"`);
    },
    async deleteIndex(ref, index, ifExists) {
      await requireTable(connection, ref);
      const indexes = (await readIndexes(connection, ref)) ?? [];
      if (!indexes.some(({ name }) => name === index))
        return answerMissing(ifExists, missingIndex(ref, index, indexes));
      const parameters = { ...tableParameters(ref), index };
      const call = { method: 'DELETE', route: `${INDEXES}/{index}`, parameters, expect: deleted } as const;
      await sendChange(connection, ref.databaseId, call);
      return true;
    },
    async createType(ref, type, ifNotExists) {
      checkNewType(type);
      if (await findType(ref, type.name)) {
        if (ifNotExists) return false;
        throw new ConflictError(existsMessage(`type "${type.name}"`));
      }
      const body = { name: type.name, fields: toFields(type.fields) };
      const expect = { 201: namedBody(type.name) };
      const call = { method: 'POST', route: TYPES, parameters: { keyspace: ref.keyspace }, body, expect } as const;
      return answerCreated(sendChange(connection, ref.databaseId, call), ifNotExists, `type "${type.name}"`);
    },
    async updateType(ref, name, { addFields = [], renameFields = [] }) {
      if (!(await findType(ref, name))) throw missingType(ref, name);
      for (const field of addFields) checkNewName('field', field.name);
      for (const { to } of renameFields) checkNewName('field', to);
      // Upstream puts these two names into CQL without quotes, where capitals would be lost.
      const renames = renameFields.map(({ from, to }) => ({ from: `"${from}"`, to: `"${to}"` }));
      const body = {
        name,
        ...(addFields.length > 0 && { addFields: toFields(addFields) }),
        ...(renames.length > 0 && { renameFields: renames }),
      };
      await sendChange(connection, ref.databaseId, {
        method: 'PUT',
        route: TYPES,
        parameters: { keyspace: ref.keyspace },
        body,
        // Documented as the second.
        expect: { 200: empty, 204: empty },
      });
      // Until a schema of the keyspace is read, upstream goes on with the old fields.
      await readTables(connection, ref);
    },
    async deleteType(ref, name, ifExists) {
      if (!(await findType(ref, name))) return answerMissing(ifExists, missingType(ref, name));
      const parameters = { keyspace: ref.keyspace, type: name };
      const call = { method: 'DELETE', route: `${TYPES}/{type}`, parameters, expect: deleted } as const;
      await sendChange(connection, ref.databaseId, call);
      return true;
    },
  };
}

/** @throws InputError, NotSupportedError */
export function checkNewIndex(index: NewIndex, { columns }: Pick<Table, 'columns'>): void {
  checkIndexOptions(index);
  findIndexedColumn({ columns }, index);
}

/** @throws InputError */
export function checkNewType({ name, fields }: UserDefinedType): void {
  checkNewName('type', name);
  for (const field of fields) checkNewName('field', field.name);
  toFields(fields);
}

function checkIndexOptions({ name, metric }: NewIndex): void {
  if (name !== undefined) checkNewName('index', name);
  if (metric) refuseOnStargate('metric of an index');
}

/** The same column and the same part of a collection; upstream takes the values when nothing is said. */
function isSame({ column, kind, type }: NewIndex, otherColumn: string | null, target: string | null): boolean {
  return !type && column === otherColumn && (kind ?? 'VALUES').toLowerCase() === (target ?? 'values');
}

function toFields(fields: readonly { readonly name: string; readonly type: string }[]) {
  return fields.map(({ name, type }) => ({ name, typeDefinition: toNewType(`field "${name}"`, type) }));
}
