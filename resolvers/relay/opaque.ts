/** Opaque text for ids and cursors: JSON with a checksum, which shows when it was cut or altered. It is no secret. */
import { createHash } from 'node:crypto';
import { digest as digestText } from '../../datasources/shared/digest.ts';
import type { Json } from '../../datasources/source/source.ts';

const DIGEST_BYTES = 6;

/** @param purpose - text that is encoded for one purpose is not decoded for another */
export function encodeOpaque(purpose: string, content: Json): string {
  const payload = Buffer.from(JSON.stringify(content));
  return Buffer.concat([digest(purpose, payload), payload]).toString('base64url');
}

/** What was encoded; `undefined` when the text was not made by `encodeOpaque` for this purpose. */
export function decodeOpaque(purpose: string, text: string): Json | undefined {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) return undefined;
  const payload = bytes.subarray(DIGEST_BYTES);
  if (!digest(purpose, payload).equals(bytes.subarray(0, DIGEST_BYTES))) return undefined;
  return JSON.parse(payload.toString('utf8')) as Json;
}

/** A short digest of any JSON-like value, which does not depend on the order of members. */
export function fingerprint(value: unknown): string {
  return digestText(canonicalText(value)).slice(0, 12);
}

function digest(purpose: string, payload: Uint8Array): Buffer {
  return createHash('sha256').update(purpose).update('\0').update(payload).digest().subarray(0, DIGEST_BYTES);
}

function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member)}`).join(',')}}`;
}
