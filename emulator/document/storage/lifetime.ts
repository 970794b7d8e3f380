/** The TTL of leaves. */
import { invalidArgument } from '../../cql/types/refusal.ts';
import type { LeafStore } from './leaf-store.ts';

const MAX_TTL_SECONDS = 630_720_000;
/** 2038-01-19T03:14:06Z: the last expiry that Cassandra 4.0 can store. */
const LAST_EXPIRY_SECONDS = 2 ** 31 - 2;
const BEYOND_LAST_EXPIRY = [
  'exceeds maximum supported expiration date of 2038-01-19T03:14:06+00:00. In order to avoid this use a lower TTL,',
  'change the expiration date overflow policy or upgrade to a version where this limitation is fixed.',
  'See CASSANDRA-14092 for more details.',
].join(' ');

/** The expiry in seconds since 1970; 0 (never) without a TTL. Throws 400 for a TTL that is too long. */
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

/** The TTL that `ttl-auto` copies: the remaining seconds of the first leaf; `undefined` for a missing document or one without a TTL. */
export function remainingSeconds(leaves: LeafStore, id: string): number | undefined {
  const [first] = leaves.rowsBelow(id, []);
  return first && first.expiresAtSeconds > 0 ? first.expiresAtSeconds - nowSeconds() : undefined;
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
