import { setImmediate } from 'node:timers/promises';
import { InputError } from '../../datasources/source/errors.ts';
import type { Context } from './context.ts';
import type { MutationResolvers } from './types.generated.ts';

/** Resolvers of these mutations, none left out. */
export type Mutations<Name extends keyof MutationResolvers> = Required<Pick<MutationResolvers, Name>>;

/**
 * A resolver of a mutation. The mutations of one operation run one after another, and yield to the event loop in between.
 * The loaders are cleared before it, because the payload of an earlier mutation may have read what this one changes, and
 * after it, also when it failed: a write without an answer may have happened.
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

/** The longest time to live that Cassandra takes: twenty years. */
export const MAX_TTL_SECONDS = 630_720_000;

/** Checks a number of a mutation's input. @throws InputError - for a number that is out of bounds */
export function checkRange(field: string, value: number | null | undefined, least: number, most: number): void {
  if (value === null || value === undefined || (value >= least && value <= most)) return;
  throw new InputError(`"${field}" is ${value}. Give a whole number from ${least} to ${most}.`);
}
