import { show } from '../../datasources/json/shorten.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { Json, NewIndex, TableRef } from '../../datasources/source/source.ts';
import { targetOf } from '../relay/target.ts';
import { requireIndex, requireTable } from '../shared/definitions.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import type { CreateIndexInput } from '../shared/types.generated.ts';
import { tablePayload } from './table-mutations.ts';

export const indexMutations: Mutations<'createIndex' | 'deleteIndex'> = {
  createIndex: mutation(async (input, context) => {
    const newIndex = toNewIndex(input, targetOf('Table', input, context, 'tableId'));
    const created = await context.source.catalog.createIndex(newIndex, input.ifNotExists ?? false);
    return {
      created,
      get index() {
        return requireIndex(newIndex, newIndex, context);
      },
      get table() {
        return requireTable(newIndex, context);
      },
    };
  }),
  deleteIndex: mutation(async ({ index, ifExists = false, ...target }, context) => {
    const ref = targetOf('Table', target, context, 'tableId');
    const deleted = await context.source.catalog.deleteIndex(ref, index, ifExists);
    return tablePayload(ref, { deletedId: deleted ? index : null }, context);
  }),
};

function toNewIndex({ column, name, kind, type, options, metric }: CreateIndexInput, ref: TableRef): NewIndex {
  if (options && !type) {
    throw new InputError('"options" is for custom indexes only. Give the class of the index as "type" too.');
  }
  return {
    ...ref,
    column,
    ...(name && { name }),
    ...(kind && { kind }),
    ...(type && { type }),
    ...(options && { options: toOptions(options) }),
    ...(metric && { metric }),
  };
}

/** Options of Cassandra are strings, so numbers and booleans are printed. */
function toOptions(options: { readonly [name: string]: Json }): Readonly<Record<string, string>> {
  const entries = Object.entries(options).map(([name, value]): [string, string] => {
    if (typeof value === 'object') {
      throw new InputError(`The option "${name}" is ${show(value)}. Give a text, a number or a boolean.`);
    }
    return [name, String(value)];
  });
  return Object.fromEntries(entries);
}
