import type { TableRef } from '../../datasources/source/source.ts';
import type { Context } from '../shared/context.ts';
import { readColumn, readTable } from '../shared/existing.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import { parentTable } from '../shared/target.ts';

export const column: Mutations<'createColumn' | 'renameColumn' | 'deleteColumn'> = {
  createColumn: mutation(async ({ name, type, isStatic = false, ifNotExists = false, ...input }, context) => {
    const ref = parentTable(input, context);
    const created = await context.source.catalog.createColumn(ref, { name, type, isStatic }, ifNotExists);
    return columnPayload(ref, name, created, context);
  }),
  renameColumn: mutation(async ({ column: name, newName, ...input }, context) => {
    const ref = parentTable(input, context);
    await context.source.catalog.renameColumn(ref, name, newName);
    return columnPayload(ref, newName, false, context);
  }),
  deleteColumn: mutation(async ({ column: name, ifExists = false, ...input }, context) => {
    const ref = parentTable(input, context);
    const deleted = await context.source.catalog.deleteColumn(ref, name, ifExists);
    return {
      deletedId: deleted ? name : null,
      get table() {
        return readTable(ref, context);
      },
    };
  }),
};

function columnPayload(ref: TableRef, name: string, created: boolean, context: Context) {
  return {
    created,
    get column() {
      return readColumn(ref, name, context);
    },
    get table() {
      return readTable(ref, context);
    },
  };
}
