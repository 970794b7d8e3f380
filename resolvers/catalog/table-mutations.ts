import { toId } from '../relay/id.ts';
import { checkRange, MAX_TTL_SECONDS } from '../shared/check-range.ts';
import { readTable } from '../shared/existing.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import { tableTarget } from '../shared/target.ts';
import { toNewTable } from './new-table.ts';

/** Getters of a payload read, each on its own field, and only if that field is selected. */
export const table: Mutations<'createTable' | 'replaceTableOptions' | 'deleteTable'> = {
  createTable: mutation(async (input, context) => {
    const newTable = toNewTable(input, context.source.databaseId(input.databaseId));
    const created = await context.source.catalog.createTable(newTable, input.ifNotExists ?? false);
    return {
      created,
      get table() {
        return readTable(newTable, context);
      },
    };
  }),
  replaceTableOptions: mutation(async ({ defaultTtlSeconds, ...input }, context) => {
    checkRange('defaultTtlSeconds', defaultTtlSeconds, 0, MAX_TTL_SECONDS);
    const ref = tableTarget(input, context);
    await context.source.catalog.replaceTableOptions(ref, defaultTtlSeconds);
    return {
      get table() {
        return readTable(ref, context);
      },
    };
  }),
  deleteTable: mutation(async ({ ifExists = false, ...input }, context) => {
    const ref = tableTarget(input, context);
    const deleted = await context.source.catalog.deleteTable(ref, ifExists);
    return { deletedId: deleted ? toId({ kind: 'Table', ...ref }) : null };
  }),
};
