/** The changes that commands make: an update, or another document in its place. */
import type { Json, JsonObject } from '../../../shared/json.ts';
import { type CommandFailure, refused } from '../../command/errors.ts';
import type { DataCollection } from '../definition/collection.ts';
import type { Update } from '../update/update.ts';
import { copyOf } from '../update/values.ts';
import { isSame } from '../values/compare.ts';
import { readId } from '../values/id.ts';
import type { DocumentChange } from './change.ts';
import { checkText } from './vectorize.ts';

export function updating({ apply, insertedId }: Update): DocumentChange {
  return {
    apply: (document, isNew) => (apply(document, isNew) ? document : undefined),
    ...(insertedId !== undefined && { insertedId }),
    copiesFilter: true,
  };
}

/** @param replacement - may name the identifier that it replaces */
export function replacing(collection: DataCollection, replacement: JsonObject): DocumentChange {
  const insertedId = replacement.get('_id');
  return {
    apply(document) {
      checkText(collection, replacement, 1);
      const id = document.get('_id') ?? null;
      if (insertedId !== undefined && !isSameId(insertedId, id)) throw differentId();
      const next: JsonObject = new Map([['_id', id]]);
      for (const [name, value] of replacement) if (name !== '_id') next.set(name, copyOf(value));
      return isSame(next, document) ? undefined : next;
    },
    ...(insertedId !== undefined && { insertedId }),
    copiesFilter: false,
  };
}

function isSameId(one: Json, other: Json): boolean {
  const [id, wanted] = [readId(one), readId(other)];
  return id.type === wanted.type && id.text === wanted.text;
}

function differentId(): CommandFailure {
  const message = "The replace document and document resolved using filter have different '_id's.";
  return refused('DOCUMENT', 'DOCUMENT_REPLACE_DIFFERENT_DOCID', message);
}
