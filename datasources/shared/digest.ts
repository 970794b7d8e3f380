import crypto from 'node:crypto';

/** SHA-256 of a text, as base64url. Keys made of confidential texts are kept and compared as this. */
export function digest(text: string): string {
  // Platforms beside Node may have no function for it. What a hash object costs is seen in each request.
  if (!crypto.hash) return crypto.createHash('sha256').update(text).digest('base64url');
  return crypto.hash('sha256', text, 'base64url');
}
