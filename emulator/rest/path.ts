/** Paths and their segments as the real service reads them: key values are decoded twice and end at a semicolon. */
import { ServiceError } from '../core/service.ts';

/** The segments of a path, still encoded: drops empty ones, and resolves `.` and `..` (also encoded). */
export function pathSegments(path: string): string[] {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    const plain = segment.replace(/%2e/gi, '.');
    if (plain === '' || plain === '.') continue;
    if (plain === '..') segments.pop();
    else segments.push(segment);
  }
  return segments;
}

/** Decodes percent escapes once; invalid UTF-8 becomes replacement characters. */
export function decodeSegment(segment: string): string {
  return segment.includes('%') ? decodedBytes(Buffer.from(segment)) : segment;
}

/** The key value of a segment: decoded, truncated at the first semicolon, and decoded again. */
export function keySegment(segment: string): string {
  const [once = ''] = decodeSegment(segment).split(';');
  if (!once.includes('%')) return once;
  if (/%(?![0-9a-f]{2})/i.test(once)) throw new ServiceError(404, 'HTTP 404 Not Found');
  // The second decoder reads each character as one byte, so non-ASCII characters are lost.
  return decodedBytes(Buffer.from(once, 'latin1'));
}

function decodedBytes(bytes: Uint8Array): string {
  const plain: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x25) {
      plain.push(Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16));
      at += 2;
    } else plain.push(byte);
  }
  return Buffer.from(plain).toString();
}
