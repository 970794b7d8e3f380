import { setImmediate } from 'node:timers/promises';
import type { Context } from './context.ts';
import type { MutationResolvers } from './types.generated.ts';

/** Resolvers of these mutations, none left out. */
export type Mutations<Name extends keyof MutationResolvers> = Required<Pick<MutationResolvers, Name>>;

/**
 * A resolver of a mutation. Those of one operation follow each other: between them others of the process have their turn.
 * What was read before it is forgotten: the payload of another mutation may have read a part of
 * what this one looks for. And so again after it, also when it failed: a write without an answer may have happened.
 */
export function mutation<Input, Payload>(write: (input: Input, context: Context) => Promise<Payload>) {
  return async (_parent: unknown, { input }: { readonly input: Input }, context: Context): Promise<Payload> => {
    await setImmediate();
    context.loaders.clear();
    try {
      return await write(input, context);
    } finally {
      context.loaders.clear();
    }
  };
}
