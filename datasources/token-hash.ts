import { createHash } from 'node:crypto';
import type { Tokens } from './source.ts';

const hashes = new WeakMap<Tokens, string>();

/** Equal for the same tokens alone. Tokens are compared by it, and never kept themselves. */
export function tokenHash(tokens: Tokens): string {
  const known = hashes.get(tokens);
  if (known !== undefined) return known;
  const text = JSON.stringify([tokens.devops ?? null, tokens.data ?? null]);
  const hash = createHash('sha256').update(text).digest('base64url');
  hashes.set(tokens, hash);
  return hash;
}
