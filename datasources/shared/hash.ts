import { createHash } from 'node:crypto';

/** Equal for equal texts alone; a text that is confidential is compared and kept as this. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
