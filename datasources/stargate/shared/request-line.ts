/** How much fits the request line of a Stargate, whose servers read 4,096 bytes and answer a longer one with 414. */
import { requestLineBytes } from '../../http/call-url.ts';
import type { DataPlaneCall } from './connection.ts';

/** The longest request line to send: a margin is left for the base path. */
export const MAX_LINE_BYTES = 4096 - 64;

/** The share of `where` and `fields` in it, percent-encoded, for calls whose path also holds ids and page states. */
export const MAX_QUERY_CHARACTERS = 2500;

/** Three bytes of UTF-8, percent-encoded. */
const MAX_BYTES_PER_CHARACTER = 9;
/** The method, the path with two names of 48 characters, and the names of the parameters. */
const MAX_OTHER_BYTES = 1100;

/** Bytes of the request line of a call, without the base path. */
export function lineBytes(call: DataPlaneCall): number {
  return requestLineBytes({ baseUrl: 'http://upstream', ...call });
}

/** Whether a call does not fit. Counts exactly only near the limit: most calls are far below it even if each character takes the most bytes. */
export function isLineTooLong(call: DataPlaneCall): boolean {
  const characters = Object.values(call.query ?? {}).join('').length;
  if (characters * MAX_BYTES_PER_CHARACTER + MAX_OTHER_BYTES <= MAX_LINE_BYTES) return false;
  return lineBytes(call) > MAX_LINE_BYTES;
}
