/**
 * Page states: where a search goes on. They hold no trace of the search itself, so that one of another search is
 * accepted. A search of several queries has one state for each of them, and counts them.
 */
import { backendError } from '../service.ts';
import { decodeBase64Url, encodeBase64Url } from './base64.ts';
import { serverFault } from './errors.ts';
import type { Path } from './path.ts';

/** The last document, and inside a document the last leaf, that the pages so far have shown. */
export interface Position {
  readonly id: string;
  readonly path: Path;
  /** The query has shown rows, so it is exhausted as soon as there are no more. */
  readonly hasShownRows: boolean;
}

/** Where one query goes on: `undefined` from the beginning; `exhausted` not at all. */
export type QueryState = Position | 'exhausted' | undefined;

const NO_STATE = -1;

/** Decodes the text, and throws 500 for what is no Base64. */
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

/** The states of a search of `count` queries. Throws 500 for bytes of another kind. */
export function readPageState(bytes: Buffer | undefined, count: number): QueryState[] {
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
  return Buffer.concat(
    [String(state.hasShownRows), state.id, ...state.path].flatMap((text) => [short(text), Buffer.from(text)]),
  );
}

function readState(bytes: Buffer): QueryState {
  if (bytes.length === 0) return 'exhausted';
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 2 <= bytes.length ? at + 2 + bytes.readUInt16BE(at) : Number.POSITIVE_INFINITY;
    if (end > bytes.length) throw backendError('INTERNAL', 'Invalid value for the paging state');
    texts.push(bytes.toString('utf8', at + 2, end));
    at = end;
  }
  const [hasShownRows, id, ...path] = texts;
  if (!id) throw backendError('INTERNAL', 'Invalid value for the paging state');
  return { id, path, hasShownRows: hasShownRows === 'true' };
}

function short(text: string): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(Buffer.byteLength(text));
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
