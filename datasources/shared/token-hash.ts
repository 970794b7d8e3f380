import type { Tokens } from '../source/source.ts';
import { hash } from './hash.ts';
import { remembered } from './memoize.ts';

/** Equal for the same tokens alone. Tokens are compared by it, and never kept themselves. */
export const tokenHash = remembered(({ devops, data }: Tokens) => hash(JSON.stringify([devops ?? null, data ?? null])));
