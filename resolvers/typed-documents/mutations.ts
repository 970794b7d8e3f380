/** Writes of described documents: those of the universal graph, with values at described paths. */
import type { GraphQLFieldResolver } from 'graphql';
import { InputError } from '../../datasources/source/errors.ts';
import { deletedDocumentId } from '../documents/document-mutations.ts';
import type { Context } from '../shared/context.ts';
import { mutation } from '../shared/mutation.ts';
import { assemble } from './assemble.ts';
import type { TypedCollection } from './model.ts';
import { toPlaced } from './values.ts';

interface WriteInput {
  readonly documentId?: string | null;
  readonly input?: { readonly [field: string]: unknown };
  readonly ifNotExists?: boolean;
  readonly ifExists?: boolean;
}

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** The resolvers of one collection, by what they do. */
export interface DocumentMutationResolvers {
  readonly create: Resolver;
  readonly replace: Resolver;
  readonly update: Resolver;
  readonly delete: Resolver;
}

/** The documents of payloads are not read: their fields do so when more than ids is selected. */
export function documentMutationResolvers(collection: TypedCollection): DocumentMutationResolvers {
  const { ref, types } = collection;
  const placed = ({ input = {} }: WriteInput) => toPlaced(collection, input, types);
  const toPayload = (documentId: string) => ({ document: { collection: ref, documentId } });
  return {
    create: write(async ({ documentId, ifNotExists = false, ...input }, { source }) => {
      const data = assemble(placed(input));
      if (typeof documentId !== 'string') {
        return { created: true, ...toPayload(await source.documents.create(ref, data, {})) };
      }
      const created = await source.documents.createWithId(ref, documentId, data, { ifNotExists });
      return { created, ...toPayload(documentId) };
    }),
    replace: write(async ({ documentId, ...input }, { source }) => {
      const id = documentId ?? '';
      await source.documents.replace(ref, id, [], assemble(placed(input)), {});
      return toPayload(id);
    }),
    update: write(async ({ documentId, ...input }, { source }) => {
      const id = documentId ?? '';
      const values = placed(input);
      if (values.length === 0) throw new InputError('"input" is empty. Give at least one field to change.');
      await source.documents.set(ref, id, [], values);
      return toPayload(id);
    }),
    delete: write(async ({ documentId, ifExists = false }, { source }) => {
      const id = documentId ?? '';
      return { deletedId: deletedDocumentId(ref, id, await source.documents.remove(ref, id, [], ifExists)) };
    }),
  };
}

/** All arguments of a mutation are its input. */
function write<Payload>(run: (input: WriteInput, context: Context) => Promise<Payload>): Resolver {
  const resolve = mutation(run);
  return (parent, args, context) => resolve(parent, { input: args as WriteInput }, context);
}
