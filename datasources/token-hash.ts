import { hash } from './hash.ts';
import type { Tokens } from './source.ts';

const hashes = new WeakMap<Tokens, string>();

/** Equal for the same tokens alone. Tokens are compared by it, and never kept themselves. */
export function tokenHash(tokens: Tokens): string {
  const known = hashes.get(tokens);
  if (known !== undefined) return known;
  const found = hash(JSON.stringify([tokens.devops ?? null, tokens.data ?? null]));
  hashes.set(tokens, found);
  return found;
}
