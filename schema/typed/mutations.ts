/** The mutations of one table: their inputs and payloads. */
import {
  GraphQLBoolean,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  GraphQLID,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { Context } from '../../resolvers/shared/context.ts';
import { rowMutationResolvers } from '../../resolvers/typed/mutations.ts';
import { TABLE_SUFFIXES } from '../../resolvers/typed/names.ts';
import { createInputs } from './mutation-inputs.ts';
import type { SharedTypes, TableTypes } from './tables.ts';
import { WRITE_ERROR } from './write-error.ts';

/** `create_t`, `update_t_many` and so on. Rows of counter tables are only added to. */
export function createMutations(
  { table, row }: TableTypes,
  shared: SharedTypes,
): GraphQLFieldConfigMap<unknown, Context> {
  const { name, columns, table: definition } = table;
  const resolvers = rowMutationResolvers(table);
  const input = createInputs(table, shared);
  const nameOf = (suffix: keyof typeof TABLE_SUFFIXES) => `${name}${TABLE_SUFFIXES[suffix]}`;
  const payload = (suffix: keyof typeof TABLE_SUFFIXES, fields: Fields) =>
    new GraphQLObjectType({
      name: nameOf(suffix),
      description: `What became of rows of \`${definition.table}\`.`,
      fields,
    });
  const many = (
    suffix: 'createdMany' | 'updatedMany' | 'deletedMany',
    result: 'createdResult' | 'updatedResult' | 'deletedResult',
    fields: Fields,
  ) =>
    payload(suffix, {
      results: {
        description: 'One for each item, in their order.',
        type: listOf(payload(result, { index: INDEX, ...fields, error: ERROR })),
      },
    });

  const rowField = { description: 'The row as it is now.', type: row };
  const hasClustering = definition.clusteringKey.length > 0;
  const isCounter = columns.some(({ type }) => type.kind === 'scalar' && type.name === 'counter');
  const what = `\`${definition.table}\``;

  const updates = input.update && {
    [`update_${name}`]: field(
      `Changes columns of a row of ${what}; the others stay. A row that does not exist is created. On counter columns the value is added.`,
      payload('updated', { row: rowField }),
      { input: input.update },
      resolvers.update,
    ),
    [`update_${name}_many`]: field(
      `Changes columns of many rows of ${what}. It is not atomic: \`results\` tells for each how it ended.`,
      many('updatedMany', 'updatedResult', { row: rowField }),
      { input: itemsOf(input.update) },
      resolvers.updateMany,
    ),
  };
  const deletes = {
    [`delete_${name}`]: field(
      `Deletes one row of ${what} by its whole key.`,
      payload('deleted', { deletedId: DELETED_ID }),
      { input: input.key, ifExists: IF_EXISTS },
      resolvers.delete,
    ),
    [`delete_${name}_many`]: field(
      `Deletes many rows of ${what}. It is not atomic: \`results\` tells for each how it ended.`,
      many('deletedMany', 'deletedResult', { deletedId: DELETED_ID }),
      { input: itemsOf(input.key), ifExists: IF_EXISTS },
      resolvers.deleteMany,
    ),
    ...(hasClustering && {
      [`delete_${name}_range`]: field(
        `Deletes all rows of ${what} whose key begins with these values: a whole partition, or a part of one. This cannot be undone.`,
        payload('deletedRange', {
          deleted: { description: 'Whether there was any.', type: new GraphQLNonNull(GraphQLBoolean) },
        }),
        { input: input.partialKey, ifExists: IF_EXISTS },
        resolvers.deleteRange,
      ),
    }),
  };
  if (isCounter) return { ...updates };
  return {
    [`create_${name}`]: field(
      `Creates a row of ${what}.`,
      payload('created', { created: CREATED, row: rowField }),
      { input: input.row, ifNotExists: IF_NOT_EXISTS },
      resolvers.create,
    ),
    [`create_${name}_many`]: field(
      `Creates many rows of ${what}. It is not atomic: \`results\` tells for each how it ended.`,
      many('createdMany', 'createdResult', { created: CREATED, row: rowField }),
      { input: itemsOf(input.row), ifNotExists: IF_NOT_EXISTS },
      resolvers.createMany,
    ),
    [`replace_${name}`]: field(
      `Replaces a row of ${what}, or creates it: regular columns that are not given become null.`,
      payload('replaced', { row: rowField }),
      { input: input.row },
      resolvers.replace,
    ),
    ...updates,
    ...deletes,
  };
}

type Fields = GraphQLFieldConfigMap<unknown, Context>;

interface Arguments {
  readonly input: GraphQLInputType;
  readonly [option: string]: GraphQLInputType | GraphQLFieldConfigArgumentMap[string];
}

function field(
  description: string,
  type: GraphQLObjectType,
  { input, ...options }: Arguments,
  resolve: GraphQLFieldConfig<unknown, Context>['resolve'],
): GraphQLFieldConfig<unknown, Context> {
  const args = {
    input: { description: 'What is written.', type: new GraphQLNonNull(input) },
    ...options,
  } as GraphQLFieldConfigArgumentMap;
  return { description, type, args, ...(resolve && { resolve }) };
}

function itemsOf(type: GraphQLInputType): GraphQLInputType {
  return new GraphQLList(new GraphQLNonNull(type));
}

function listOf(type: GraphQLObjectType): GraphQLOutputType {
  return new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)));
}

const flag = (description: string) => ({ description, type: new GraphQLNonNull(GraphQLBoolean), defaultValue: false });
const IF_NOT_EXISTS = flag('Whether to leave a row with this key as it is, instead of failing with `CONFLICT`.');
const IF_EXISTS = flag('Whether to do nothing when there is no such row, instead of failing with `NOT_FOUND`.');
const INDEX = { description: 'The place of the item in the input.', type: new GraphQLNonNull(GraphQLInt) };
const ERROR = { description: 'Why it failed; `null` when it has not.', type: WRITE_ERROR };
const CREATED = {
  description: 'Whether the row is new: `false` where one was there.',
  type: new GraphQLNonNull(GraphQLBoolean),
};
const DELETED_ID = { description: 'The `nodeId` that the row had; `null` when there was none.', type: GraphQLID };
