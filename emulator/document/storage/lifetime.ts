/** How long leaves live. */
import { invalidArgument } from '../../cql/types/refusal.ts';
import type { LeafStore } from './leaf-store.ts';

const MAX_TTL_SECONDS = 630_720_000;
/** 2038-01-19T03:14:06Z: the last second that Cassandra 4.0 can keep as the end of a life. */
const LAST_EXPIRY_SECONDS = 2 ** 31 - 2;
const BEYOND_LAST_EXPIRY = [
  'exceeds maximum supported expiration date of 2038-01-19T03:14:06+00:00. In order to avoid this use a lower TTL,',
  'change the expiration date overflow policy or upgrade to a version where this limitation is fixed.',
  'See CASSANDRA-14092 for more details.',
].join(' ');

/** The second in which a life of so many seconds ends; 0, for ever, when there is no number. Throws 400 when it is too long. */
export function expiryAfter(ttlSeconds: number | undefined, tableName: string): number {
  if (!ttlSeconds) return 0;
  if (ttlSeconds > MAX_TTL_SECONDS) {
    throw invalidArgument(`ttl is too large. requested (${ttlSeconds}) maximum (${MAX_TTL_SECONDS})`);
  }
  const expiresAtSeconds = nowSeconds() + ttlSeconds;
  if (expiresAtSeconds > LAST_EXPIRY_SECONDS) {
    throw invalidArgument(`Request on table ${tableName} with ttl of ${ttlSeconds} seconds ${BEYOND_LAST_EXPIRY}`);
  }
  return expiresAtSeconds;
}

/** What `ttl-auto` copies: the seconds that the first leaf has left. A document that is missing or has no end gives `undefined`. */
export function remainingSeconds(leaves: LeafStore, id: string): number | undefined {
  const [first] = leaves.rowsBelow(id, []);
  return first && first.expiresAtSeconds > 0 ? first.expiresAtSeconds - nowSeconds() : undefined;
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
