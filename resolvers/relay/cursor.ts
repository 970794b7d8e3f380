import { InvalidCursorError } from '../../datasources/source/errors.ts';
import type { Json } from '../../datasources/source/source.ts';
import { seal, unseal } from './opaque.ts';

/** A place in a list: the state with which a page starts (`null` for the first), and how many of its items lie before. */
export interface Place {
  readonly pageState: string | null;
  readonly offset: number;
}

/** @param listId - the fingerprint of the list: a cursor belongs to no other */
export function toCursor(listId: string, { pageState, offset }: Place): string {
  return seal(`cursor ${listId}`, [pageState, offset]);
}

/** @throws InvalidCursorError - for anything but a cursor of this list, unaltered */
export function fromCursor(listId: string, cursor: string): Place {
  const content = unseal(`cursor ${listId}`, cursor);
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
