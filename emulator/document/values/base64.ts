/** URL-safe Base64 as Java's decoder reads it: padding is optional, any other irregularity is an error. */
import { serverFault } from './errors.ts';

const ALPHABET = /[A-Za-z0-9_-]/;

export function encodeBase64Url(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

/** Throws 500 with the decoder's message. */
export function decodeBase64Url(text: string): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length < 2) throw serverFault('Input byte[] should at least have 2 bytes for base64 bytes');
  const end = text.search(/=/);
  const digits = end < 0 ? text : text.slice(0, end);
  const stray = [...Buffer.from(digits)].find((byte) => !ALPHABET.test(String.fromCharCode(byte)));
  if (stray !== undefined) throw serverFault(`Illegal base64 character ${stray.toString(16)}`);
  checkEnding(digits, end < 0 ? '' : text.slice(end));
  return Buffer.from(digits, 'base64url');
}

function checkEnding(digits: string, padding: string): void {
  const surplus = digits.length % 4;
  if (surplus === 1 && padding === '') throw serverFault('Last unit does not have enough valid bits');
  if (padding === '') return;
  const wanted = { 2: '==', 3: '=' }[surplus];
  if (wanted === undefined || !padding.startsWith(wanted)) {
    throw serverFault('Input byte array has wrong 4-byte ending unit');
  }
  if (padding !== wanted) {
    throw serverFault(`Input byte array has incorrect ending byte at ${digits.length + wanted.length}`);
  }
}
