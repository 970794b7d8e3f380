import { createHash } from 'node:crypto';

/** SHA-256 of a text, as base64url. Keys made of confidential texts are kept and compared as this. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
