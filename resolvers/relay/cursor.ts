import { InvalidCursorError } from '../../datasources/source/errors.ts';
import type { Json } from '../../datasources/source/source.ts';
import { decodeOpaque, encodeOpaque } from './opaque.ts';

/** A position in a list: the page state of its page (`null` for the first), and how many items of the page are before it. */
export interface CursorPosition {
  readonly pageState: string | null;
  readonly offset: number;
}

/** @param listId - the fingerprint of the list: a cursor belongs to no other */
export function toCursor(listId: string, { pageState, offset }: CursorPosition): string {
  return encodeOpaque(`cursor ${listId}`, [pageState, offset]);
}

/** @throws InvalidCursorError - for anything but a cursor of this list, unaltered */
export function fromCursor(listId: string, cursor: string): CursorPosition {
  const content = decodeOpaque(`cursor ${listId}`, cursor);
  if (Array.isArray(content)) {
    const [pageState, offset] = content as readonly Json[];
    if ((pageState === null || typeof pageState === 'string') && Number.isSafeInteger(offset) && Number(offset) >= 0) {
      return { pageState, offset: Number(offset) };
    }
  }
  throw new InvalidCursorError(
    `"${cursor}" is not a cursor of this list. Send the "endCursor" of the page before, with all other arguments unchanged; or start without "after".`,
  );
}
