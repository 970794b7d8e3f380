/** Writes of rows in typed graphs: those of the universal graph, with the names of the typed one. */
import type { GraphQLFieldResolver } from 'graphql';
import { InputError } from '../../datasources/source/errors.ts';
import type { RowValues } from '../../datasources/source/source.ts';
import { type BulkTable, createRows, deleteRows, updateRows } from '../rows/bulk-row-mutations.ts';
import { createRow, deleteRow, deleteRowRange, replaceRow, updateRow } from '../rows/row-mutations.ts';
import type { Context } from '../shared/context.ts';
import { mutation } from '../shared/mutation.ts';
import { asWritten } from './as-written.ts';
import { toColumnValues } from './columns.ts';
import type { TypedTable } from './model.ts';

type Fields = { readonly [field: string]: unknown };
type Resolver = GraphQLFieldResolver<unknown, Context>;

interface Change {
  readonly key: Fields;
  readonly set: Fields;
}

/** The resolvers of one table, by what they do. */
export interface RowMutationResolvers {
  readonly create: Resolver;
  readonly createMany: Resolver;
  readonly replace: Resolver;
  readonly update: Resolver;
  readonly updateMany: Resolver;
  readonly delete: Resolver;
  readonly deleteMany: Resolver;
  readonly deleteRange: Resolver;
}

export function rowMutationResolvers(typed: TypedTable): RowMutationResolvers {
  const { table } = typed;
  // The definition is that of the schema, so it costs no call.
  const bulk: BulkTable = { find: () => table, definitionCalls: () => 0 };
  const values = (input: Fields): RowValues => toColumnValues(typed, input);
  const write = <Input, Payload>(run: (input: Input, options: Options, context: Context) => Promise<Payload>) =>
    asWritten(typed, mutationOf(run));
  const toUpdate = ({ key, set }: Change) => ({ key: values(key), values: values(set) });
  return {
    create: write((input: Fields, { ifNotExists = false }, context) =>
      createRow(table, values(input), ifNotExists, context),
    ),
    createMany: write((input: readonly Fields[], { ifNotExists = false }, context) =>
      createRows(bulk, { field: 'input', items: input.map(values), ifNotExists }, context),
    ),
    replace: write((input: Fields, _, context) => {
      const all = values(input);
      const key = Object.fromEntries(Object.entries(all).filter(([name]) => isKey(typed, name)));
      return replaceRow({ table, key }, all, context);
    }),
    update: write((input: Change, _, context) => {
      const change = toUpdate(input);
      if (Object.keys(change.values).length === 0) {
        throw new InputError('"set" is empty. Give at least one column to change; null clears a column.');
      }
      return updateRow({ table, key: change.key }, change.values, context);
    }),
    updateMany: write((input: readonly Change[], _, context) =>
      updateRows(bulk, { field: 'input', items: input.map(toUpdate) }, context),
    ),
    delete: write((input: Fields, { ifExists = false }, context) =>
      deleteRow({ table, key: values(input) }, ifExists, context),
    ),
    deleteMany: write((input: readonly Fields[], { ifExists = false }, context) =>
      deleteRows(bulk, { field: 'input', items: input.map(values), ifExists }, context),
    ),
    deleteRange: write(async (input: Fields, { ifExists = false }, context) => ({
      deleted: (await deleteRowRange(table, values(input), ifExists, context)) !== null,
    })),
  };
}

interface Options {
  readonly ifNotExists?: boolean;
  readonly ifExists?: boolean;
}

/** All arguments of a mutation are its input; besides the values there are options. */
function mutationOf<Input, Payload>(
  run: (input: Input, options: Options, context: Context) => Promise<Payload>,
): Resolver {
  const resolve = mutation(({ input, ...options }: Options & { readonly input: Input }, context) =>
    run(input, options, context),
  );
  return (parent, args, context) => resolve(parent, { input: args as Options & { readonly input: Input } }, context);
}

function isKey({ table }: TypedTable, column: string): boolean {
  return table.partitionKey.includes(column) || table.clusteringKey.some(({ name }) => name === column);
}
