/** The mutations of a described collection: their inputs and payloads. */
import {
  GraphQLBoolean,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLNonNull,
  GraphQLObjectType,
} from 'graphql';
import type { Context } from '../../resolvers/shared/context.ts';
import { DOCUMENT_SUFFIXES } from '../../resolvers/typed-documents/collections.ts';
import type { TypedCollection } from '../../resolvers/typed-documents/model.ts';
import { documentMutationResolvers } from '../../resolvers/typed-documents/mutations.ts';
import { describeField } from './describe-field.ts';
import type { DocumentTypes } from './types.ts';

/** `create_t`, `replace_t`, `update_t` and `delete_t`. */
export function createDocumentMutations(
  collection: TypedCollection,
  object: GraphQLObjectType,
  types: DocumentTypes,
): GraphQLFieldConfigMap<unknown, Context> {
  const { name, fields, collection: place } = collection;
  const resolvers = documentMutationResolvers(collection);
  const inputOf = (suffix: 'input' | 'set', description: string) =>
    new GraphQLInputObjectType({
      name: `${name}${DOCUMENT_SUFFIXES[suffix]}`,
      description,
      fields: Object.fromEntries(
        fields.map((field) => [
          field.name,
          { description: describeField(field), type: types.input(field.type, suffix === 'input') },
        ]),
      ),
    });
  const payload = (suffix: 'created' | 'replaced' | 'updated' | 'deleted', own: Fields) =>
    new GraphQLObjectType({
      name: `${name}${DOCUMENT_SUFFIXES[suffix]}`,
      description: `What became of a document of \`${place}\`.`,
      fields: own,
    });
  const document = { description: 'The document as it is now.', type: object };
  const whole = inputOf(
    'input',
    `A document of \`${place}\`. A field that is left out is not set; null is stored as null.`,
  );
  const set = inputOf('set', `Fields of a document of \`${place}\` to set: one that is left out stays.`);
  return {
    [`create_${name}`]: field(
      `Creates a document of \`${place}\`.`,
      payload('created', { created: CREATED, document }),
      { input: input(whole), documentId: NEW_ID, ifNotExists: IF_NOT_EXISTS },
      resolvers.create,
    ),
    [`replace_${name}`]: field(
      `Replaces a whole document of \`${place}\`, or creates it: also what is not described is replaced.`,
      payload('replaced', { document }),
      { documentId: ID, input: input(whole) },
      resolvers.replace,
    ),
    [`update_${name}`]: field(
      `Sets exactly the paths of the given fields in a document of \`${place}\`; the rest stays. What does not exist yet is created.`,
      payload('updated', { document }),
      { documentId: ID, input: input(set) },
      resolvers.update,
    ),
    [`delete_${name}`]: field(
      `Deletes a document of \`${place}\`.`,
      payload('deleted', { deletedId: DELETED_ID }),
      { documentId: ID, ifExists: IF_EXISTS },
      resolvers.delete,
    ),
  };
}

type Fields = GraphQLFieldConfigMap<unknown, Context>;

function field(
  description: string,
  type: GraphQLObjectType,
  args: GraphQLFieldConfigArgumentMap,
  resolve: NonNullable<GraphQLFieldConfig<unknown, Context>['resolve']>,
): GraphQLFieldConfig<unknown, Context> {
  return { description, type, args, resolve };
}

function input(type: GraphQLInputObjectType) {
  return { description: 'What is written.', type: new GraphQLNonNull(type) };
}

const flag = (description: string) => ({ description, type: new GraphQLNonNull(GraphQLBoolean), defaultValue: false });
const IF_NOT_EXISTS = flag(
  'Whether to leave a document that has the id as it is, instead of failing with `CONFLICT`. Of use only with `documentId`.',
);
const IF_EXISTS = flag('Whether to do nothing when there is no such document, instead of failing with `NOT_FOUND`.');
const ID = { description: 'The id of the document within its collection.', type: new GraphQLNonNull(GraphQLID) };
const NEW_ID = {
  description: 'The id of the document within its collection; a new random one when left out.',
  type: GraphQLID,
};
const CREATED = {
  description: 'Whether the document is new: `false` where one was there.',
  type: new GraphQLNonNull(GraphQLBoolean),
};
const DELETED_ID = { description: 'The `nodeId` that the document had; `null` when there was none.', type: GraphQLID };
