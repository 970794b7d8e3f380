/** Parses paths as the real server does: resolves `.` and `..`, drops empty segments, and records a trailing slash. */
import { notFoundRoute } from './routing.ts';

export interface Address {
  /** Decoded once. */
  readonly segments: readonly string[];
  readonly hasTrailingSlash: boolean;
}

const DOT = /^(?:\.|%2e)$/i;
const TWO_DOTS = /^(?:\.|%2e){2}$/i;
const ESCAPES = /(?:%[0-9a-f]{2})+/gi;
const BROKEN_ESCAPE = /%(?![0-9a-f]{2})/i;

/** @param path - percent-encoded, with valid escapes */
export function parseAddress(path: string): Address {
  const parts = path.split('/').slice(1);
  const kept: string[] = [];
  for (const part of parts) {
    if (TWO_DOTS.test(part)) kept.pop();
    else if (part !== '' && !DOT.test(part)) kept.push(part);
  }
  const last = parts.at(-1) ?? '';
  const hasTrailingSlash = last === '' || DOT.test(last) || TWO_DOTS.test(last);
  return { segments: kept.map((part) => decode(cutMatrix(part))), hasTrailingSlash };
}

/** The steps below a document are decoded a second time and end at a semicolon. Throws 404 for an invalid escape. */
export function decodeSteps(segments: readonly string[]): string[] {
  return segments.map((segment) => {
    const step = cutMatrix(segment);
    if (BROKEN_ESCAPE.test(step)) throw notFoundRoute();
    return decode(step);
  });
}

function cutMatrix(segment: string): string {
  const end = segment.indexOf(';');
  return end < 0 ? segment : segment.slice(0, end);
}

/** Invalid UTF-8 becomes U+FFFD. */
function decode(text: string): string {
  return text.replace(ESCAPES, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString());
}
