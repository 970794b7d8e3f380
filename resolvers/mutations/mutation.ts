import type { Context } from '../context.ts';
import type { MutationResolvers } from '../types.generated.ts';

/** Resolvers of these mutations, none left out. */
export type Mutations<Name extends keyof MutationResolvers> = Required<Pick<MutationResolvers, Name>>;

/**
 * A resolver of a mutation. Whatever was read before it is forgotten after it, also when it failed: a write that has not
 * been answered may have happened all the same.
 */
export function mutation<Input, Payload>(write: (input: Input, context: Context) => Promise<Payload>) {
  return async (_parent: unknown, { input }: { readonly input: Input }, context: Context): Promise<Payload> => {
    try {
      return await write(input, context);
    } finally {
      context.loaders.clear();
    }
  };
}
