/** `deleteOne`, `deleteMany` and `findOneAndDelete`. */
import { type Json, JsonNumber } from '../../../shared/json.ts';
import { type RunOnTable, statusAnswer, type TableCall } from '../../command/command.ts';
import { collectionOf, type DataCollection } from '../definition/collection.ts';
import { readFilter } from '../filter/filter.ts';
import { candidates, take } from '../find/candidates.ts';
import { findOneDocument, readOneQuery } from '../find/find-one.ts';
import type { RankedDocument } from '../find/order.ts';
import { projector } from '../find/project.ts';
import { readDocumentProjection } from '../find/projection.ts';

const MAX_DELETED = 20;
/** The whole collection has been emptied, without a count. */
const EMPTIED = -1;

export const deleteOneDocument: RunOnTable = (call) =>
  statusAnswer(deletedCount(removeOne(collectionOf(call), call) ? 1 : 0));

export const findOneAndDelete: RunOnTable = (call) => {
  const show = projector(readDocumentProjection(call.fields.get('projection')));
  const found = removeOne(collectionOf(call), call);
  const data = new Map<string, Json>([['document', found ? show(found.document) : null]]);
  return { data, ...statusAnswer(deletedCount(found ? 1 : 0)) };
};

export const deleteManyDocuments: RunOnTable = (call) => {
  const collection = collectionOf(call);
  const { documents } = collection;
  const filter = readFilter(collection, call.fields.get('filter'));
  if (!filter.hasConditions) {
    documents.clear();
    return statusAnswer(deletedCount(EMPTIED));
  }
  const found = take(candidates(collection, filter), MAX_DELETED + 1);
  const deleted = found.slice(0, MAX_DELETED);
  documents.transaction(() => {
    for (const { id } of deleted) documents.remove(id);
  });
  const more = found.length > MAX_DELETED ? { moreData: true } : {};
  return statusAnswer({ ...more, ...deletedCount(deleted.length) });
};

function removeOne(collection: DataCollection, { fields }: TableCall): RankedDocument | undefined {
  const query = readOneQuery(collection, fields);
  return collection.documents.transaction(() => {
    const found = findOneDocument(collection, query, false);
    if (found) collection.documents.remove(found.id);
    return found;
  });
}

function deletedCount(count: number): Record<string, Json> {
  return { deletedCount: new JsonNumber(String(count)) };
}
