/**
 * Page states: the position after a page of a search. They contain nothing of the search itself, so the state of another
 * search is accepted. A search with several queries has one state for each, and their number.
 */
import { backendError } from '../../core/service.ts';
import { decodeBase64Url, encodeBase64Url } from '../values/base64.ts';
import { serverFault } from '../values/errors.ts';
import type { Path } from '../values/path.ts';

/** The last document, and in a search within a document the last leaf, of the pages so far. */
export interface Position {
  readonly id: string;
  readonly path: Path;
  /** The query has returned rows, so it is exhausted as soon as no rows follow. */
  readonly hasShownRows: boolean;
}

/** The position of one query: `undefined` is the beginning; an exhausted query returns no more rows. */
export type QueryState = Position | 'exhausted' | undefined;

const NO_STATE = -1;

/** Decodes the text; throws 500 for invalid Base64. */
export function decodePageState(text: string | undefined): Buffer | undefined {
  return text === undefined ? undefined : decodeBase64Url(text);
}

/** `undefined` when all queries are exhausted. */
export function encodePageState(states: readonly QueryState[]): string | undefined {
  if (states.every((state) => state === 'exhausted')) return undefined;
  const encoded = states.map(encodeState);
  const [only] = encoded;
  if (only && encoded.length === 1) return encodeBase64Url(only);
  const parts = encoded.flatMap((state) => [int32(state?.length ?? NO_STATE), state ?? Buffer.alloc(0)]);
  return encodeBase64Url(Buffer.concat([int32(encoded.length), ...parts]));
}

/** The states of a search with `count` queries. Throws 500 for invalid bytes. */
export function readQueryStates(bytes: Buffer | undefined, count: number): QueryState[] {
  if (!bytes) return Array.from({ length: count }, () => undefined);
  if (count === 1) return [readState(bytes)];
  if (bytes.length < 4) {
    throw serverFault(`Invalid paging state: unable to read size, available bytes: ${bytes.length}`);
  }
  const actual = bytes.readInt32BE(0);
  if (actual !== count) {
    throw serverFault(`Invalid paging state: expected element count: ${count}, actual: ${actual}`);
  }
  const states: QueryState[] = [];
  let at = 4;
  for (let index = 0; index < count; index += 1) {
    if (at + 4 > bytes.length) throw serverFault(null);
    const size = bytes.readInt32BE(at);
    at += 4;
    if (at + size > bytes.length) throw serverFault(`newLimit > capacity: (${size} > ${bytes.length - at})`);
    states.push(size < 0 ? undefined : readState(bytes.subarray(at, at + size)));
    at += Math.max(size, 0);
  }
  return states;
}

function encodeState(state: QueryState): Buffer | undefined {
  if (state === undefined) return undefined;
  if (state === 'exhausted') return Buffer.alloc(0);
  const texts = [state.id, String(state.hasShownRows), ...state.path].map((text) => Buffer.from(text));
  return Buffer.concat(texts.flatMap((text) => [encodeLength(text.length), text]));
}

function readState(bytes: Buffer): QueryState {
  if (bytes.length === 0) return 'exhausted';
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { value: length, end } = readLength(bytes, at);
    if (end + length > bytes.length) throw backendError('INTERNAL', 'Invalid value for the paging state');
    texts.push(bytes.toString('utf8', end, end + length));
    at = end + length;
  }
  const [id, hasShownRows, ...path] = texts;
  if (!id || !hasShownRows) throw backendError('INTERNAL', 'Invalid value for the paging state');
  return { id, path, hasShownRows: hasShownRows === 'true' };
}

/** Variable-length integer: seven bits a byte, the lowest first; all but the last byte have the highest bit set. */
function encodeLength(length: number): Buffer {
  const bytes: number[] = [];
  for (let rest = length; ; rest >>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

function readLength(bytes: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  for (let at = start; ; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * (at - start));
    if (byte < 0x80) return { value, end: at + 1 };
  }
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
