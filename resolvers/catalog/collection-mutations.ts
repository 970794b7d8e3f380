import { toId } from '../relay/id.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import { collectionRef, collectionTarget } from '../shared/target.ts';

type CollectionMutation = 'createCollection' | 'deleteCollection' | 'replaceCollectionJsonSchema';

export const collection: Mutations<CollectionMutation> = {
  createCollection: mutation(async ({ name, ifNotExists = false, ...input }, context) => {
    const ref = collectionRef({ ...input, collection: name }, context);
    const created = await context.source.catalog.createCollection(ref, ifNotExists);
    return { created, collection: ref };
  }),
  deleteCollection: mutation(async ({ ifExists = false, ...input }, context) => {
    const ref = collectionTarget(input, context);
    const deleted = await context.source.catalog.deleteCollection(ref, ifExists);
    return { deletedId: deleted ? toId({ kind: 'Collection', ...ref }) : null };
  }),
  replaceCollectionJsonSchema: mutation(async ({ jsonSchema, ...input }, context) => {
    const ref = collectionTarget(input, context);
    await context.source.catalog.replaceJsonSchema(ref, jsonSchema);
    return { collection: ref };
  }),
};
