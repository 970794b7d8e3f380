/** Page states of SELECT: the key of a page's last row, as opaque text. */
import { backendError } from '../../core/service.ts';

/** Makes the text begin with characters that a query string must encode. */
const MAGIC = Buffer.from([0xfb, 0xff, 0xfe]);

/** The page state after the row with a key. */
export function printPageState(key: Uint8Array): string {
  return Buffer.concat([MAGIC, Uint8Array.of(checksum(key)), key]).toString('base64');
}

/** The key of the last row of the page before, from the decoded page state. */
export function readPageState(state: Uint8Array): Uint8Array {
  const key = state.subarray(MAGIC.length + 1);
  const isOurs = MAGIC.every((byte, index) => state[index] === byte) && state[MAGIC.length] === checksum(key);
  if (!isOurs || key.length === 0) throw backendError('INTERNAL', 'Invalid value for the paging state');
  return key;
}

function checksum(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => (sum * 31 + byte) & 0xff, 7);
}
