/** `updateOne`, `updateMany`, `findOneAndUpdate` and `findOneAndReplace`. */
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { type CommandAnswer, type RunOnTable, statusAnswer, type TableCall } from '../../command/command.ts';
import { booleanField, textField } from '../../command/fields.ts';
import { collectionOf, type DataCollection } from '../definition/collection.ts';
import { readFilter } from '../filter/filter.ts';
import { findPage } from '../find/candidates.ts';
import { findOneDocument, readOneQuery } from '../find/find-one.ts';
import { projector } from '../find/project.ts';
import { readDocumentProjection } from '../find/projection.ts';
import { readUpdate } from '../update/update.ts';
import { type Changed, changeFound, type DocumentChange, NOTHING_CHANGED, upsert } from './change.ts';
import { replacing, updating } from './changes.ts';

export const updateOneDocument: RunOnTable = (call) => {
  const collection = collectionOf(call);
  const change = updating(readUpdate(collection, call.fields.get('update') ?? null));
  return statusAnswer(counts([changeOne(collection, call, change)]));
};

export const findOneAndUpdate: RunOnTable = (call) => {
  const collection = collectionOf(call);
  return changeAndShow(collection, call, updating(readUpdate(collection, call.fields.get('update') ?? null)));
};

export const findOneAndReplace: RunOnTable = (call) => {
  const collection = collectionOf(call);
  const replacement = call.fields.get('replacement') ?? null;
  return changeAndShow(collection, call, replacing(collection, replacement instanceof Map ? replacement : new Map()));
};

/** A page of documents a call; those before one that cannot be changed stay changed. */
export const updateMany: RunOnTable = (call) => {
  const collection = collectionOf(call);
  const { fields, options, pageSize } = call;
  const change = updating(readUpdate(collection, fields.get('update') ?? null));
  const filter = readFilter(collection, fields.get('filter'));
  const pageState = textField(options, 'pageState');
  const { found, nextPageState } = findPage(collection, { filter, pageState, pageSize });
  const changed = found.map((each) => changeFound(collection, each, change));
  if (changed.length === 0 && booleanField(options, 'upsert')) {
    changed.push(upsert(collection, filter, change));
  }
  const more = nextPageState === undefined ? {} : { moreData: true, nextPageState };
  return statusAnswer({ ...counts(changed), ...more });
};

function changeAndShow(collection: DataCollection, call: TableCall, change: DocumentChange): CommandAnswer {
  const show = projector(readDocumentProjection(call.fields.get('projection')));
  const changed = changeOne(collection, call, change);
  const shown = textField(call.options, 'returnDocument') === 'after' ? changed.after : changed.before;
  const data: JsonObject = new Map<string, Json>([['document', shown && show(shown)]]);
  return { data, ...statusAnswer(counts([changed])) };
}

function changeOne(collection: DataCollection, { fields, options }: TableCall, change: DocumentChange): Changed {
  const query = readOneQuery(collection, fields);
  return collection.documents.transaction(() => {
    const found = findOneDocument(collection, query, false);
    if (found) return changeFound(collection, found, change);
    return booleanField(options, 'upsert') ? upsert(collection, query.filter, change) : NOTHING_CHANGED;
  });
}

function counts(changed: readonly Changed[]): Record<string, Json> {
  const upserted = changed.find(({ upsertedId }) => upsertedId)?.upsertedId;
  const count = (each: readonly Changed[]) => new JsonNumber(String(each.length));
  return {
    ...(upserted && { upsertedId: upserted.json }),
    matchedCount: count(changed.filter(({ isMatched }) => isMatched)),
    modifiedCount: count(changed.filter(({ isModified }) => isModified)),
  };
}
