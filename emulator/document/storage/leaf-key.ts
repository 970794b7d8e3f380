/**
 * Keys of leaf rows in the store: the token of the document's id, the id, the path. Documents are in token order and leaves
 * in path order, as in Cassandra.
 */
import { createHash } from 'node:crypto';
import { partitionToken, tokenBytes } from '../../cql/write/token.ts';
import type { Path } from '../values/path.ts';

const TOKEN_BYTES = 8;
const HASH_BYTES = 32;
const MAX_ID_BYTES = 800;
const MAX_KEY_BYTES = 1800;
/** Ends each step; less than any byte of an escaped step, so a path sorts before its extensions. */
const STEP_END_TEXT = '\0\u0001';
const STEP_END = Buffer.from(STEP_END_TEXT);
const ESCAPED_ZERO = '\0\u0002';

/** The key of a document, relative to its collection. Long ids are truncated and get a hash. */
export function documentKey(id: string): Buffer {
  const bytes = Buffer.from(id);
  const short = bytes.length <= MAX_ID_BYTES ? bytes : cut(bytes, MAX_ID_BYTES);
  return Buffer.concat([tokenBytes(partitionToken(bytes)), encodeStep(short)]);
}

/** Whether the key contains only a part of the id, so the row must store it. */
export function isLongId(id: string): boolean {
  return Buffer.byteLength(id) > MAX_ID_BYTES;
}

/** @returns the key; when `isCut`, the key contains only the beginning of the path and a hash */
export function leafKey(documentPrefix: Buffer, path: Path): { key: Buffer; isCut: boolean } {
  const key = pathPrefix(documentPrefix, path);
  return key.length <= MAX_KEY_BYTES ? { key, isCut: false } : { key: cut(key, MAX_KEY_BYTES), isCut: true };
}

/** The key prefix of all leaves at or below a path. For a very long path, other keys may have it too. */
export function rangePrefix(documentPrefix: Buffer, path: Path): Buffer {
  return pathPrefix(documentPrefix, path).subarray(0, MAX_KEY_BYTES - HASH_BYTES);
}

/** The length of the document key in a leaf key, both relative to the collection. */
export function documentKeyLength(key: Buffer): number {
  return key.indexOf(STEP_END, TOKEN_BYTES) + STEP_END.length;
}

/** Decodes the steps of a complete key from `start`: the id of a document key, the path of a leaf key. */
export function decodeStoredSteps(key: Buffer, start: number): string[] {
  const steps = key.toString('utf8', start).split(STEP_END_TEXT);
  steps.pop();
  return steps.some((step) => step.includes('\0')) ? steps.map((step) => step.replaceAll(ESCAPED_ZERO, '\0')) : steps;
}

export function documentIdOf(key: Buffer): string {
  return decodeStoredSteps(key, TOKEN_BYTES)[0] ?? '';
}

function pathPrefix(documentPrefix: Buffer, path: Path): Buffer {
  return Buffer.concat([documentPrefix, ...path.map((step) => encodeStep(Buffer.from(step)))]);
}

/** A zero byte inside a step is followed by 2, to distinguish it from the end. */
function encodeStep(bytes: Buffer): Buffer {
  if (!bytes.includes(0)) return Buffer.concat([bytes, STEP_END]);
  return Buffer.concat([Buffer.from([...bytes].flatMap((byte) => (byte === 0 ? [0, 2] : [byte]))), STEP_END]);
}

function cut(bytes: Buffer, maxBytes: number): Buffer {
  const hash = createHash('sha256').update(bytes).digest();
  return Buffer.concat([bytes.subarray(0, maxBytes - hash.length), hash]);
}
