/** Hashes as keys: by Node's function for it, and where a platform lacks that. */
import crypto from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { digest } from '../../../datasources/shared/digest.ts';

const { hash } = crypto;
afterEach(() => {
  crypto.hash = hash;
});

test.each(['', 'abc', 'é 🚀 \ud800', 'x'.repeat(100_000)])('a text has one hash: %.5s', (text) => {
  const expected = crypto.createHash('sha256').update(text).digest('base64url');
  expect(digest(text)).toBe(expected);
  Object.assign(crypto, { hash: undefined });
  expect(digest(text)).toBe(expected);
});
