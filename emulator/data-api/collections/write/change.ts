/** Changes one document, or makes the one that is missing. */
import type { Json, JsonObject } from '../../../shared/json.ts';
import { failed } from '../../command/errors.ts';
import type { DataCollection } from '../definition/collection.ts';
import type { DocumentFilter } from '../filter/filter.ts';
import type { DataDocument } from '../shared/documents.ts';
import { makeTarget } from '../update/target.ts';
import { copyOf } from '../update/values.ts';
import { withTexts } from '../values/digest.ts';
import { type DocumentId, readId } from '../values/id.ts';
import { newId } from '../values/new-id.ts';
import { shredded } from './shred.ts';

export interface Changed {
  /** `null` for a document that has been made, or was not found. */
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
  readonly isMatched: boolean;
  readonly isModified: boolean;
  readonly upsertedId?: DocumentId;
}

/** How a document is to become another. */
export interface DocumentChange {
  /** Tells whether it has changed. @throws CommandFailure - where that cannot be done */
  apply(document: JsonObject, isNew: boolean): JsonObject | undefined;
  /** The identifier that it wants for a new document: an update gets it, a replacement where the filter names none. */
  readonly insertedId?: Json;
  /** Whether a new document begins with what the filter asks for. */
  readonly copiesFilter: boolean;
}

export const NOTHING_CHANGED: Changed = { before: null, after: null, isMatched: false, isModified: false };

export function changeFound(
  collection: DataCollection,
  { id, document }: DataDocument,
  change: DocumentChange,
): Changed {
  const changed = change.apply(asObject(copyOf(document)), false);
  if (!changed) return { before: document, after: document, isMatched: true, isModified: false };
  const after = shredded(collection, changed, id);
  collection.documents.put(id, after);
  return { before: document, after, isMatched: true, isModified: true };
}

export function upsert(collection: DataCollection, filter: DocumentFilter, change: DocumentChange): Changed {
  const document: JsonObject = new Map();
  if (change.copiesFilter) {
    for (const { path, operand } of filter.equalities) makeTarget(document, path).set(withTexts(operand));
  }
  const named = filter.equalities.find(({ path }) => path.text === '_id');
  const filterId = named && readId(named.operand);
  const wanted = change.insertedId === undefined ? undefined : readId(change.insertedId);
  const id = (change.copiesFilter ? (wanted ?? filterId) : (filterId ?? wanted)) ?? newId(collection.idType);
  document.set('_id', id.json);
  const after = shredded(collection, change.apply(document, true) ?? document, id);
  if (collection.documents.get(id)) {
    if (filterId) return NOTHING_CHANGED;
    throw failed('', 'UNEXPECTED_SERVER_ERROR', 'Error Class: CompositeException: a document of that _id exists');
  }
  collection.documents.put(id, after);
  return { before: null, after, isMatched: false, isModified: false, upsertedId: id };
}

function asObject(value: Json): JsonObject {
  if (value instanceof Map) return value;
  throw new Error('A document is no object');
}
