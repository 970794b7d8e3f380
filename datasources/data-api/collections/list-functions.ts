/** Appends to lists and takes off them, and sets several paths at once; each in one step upstream. */
import { checkTogether } from '../../documents/type-conflict.ts';
import { valueIn } from '../../documents/values.ts';
import type { ExactObject, JsonValue } from '../../json/json-value.ts';
import { show } from '../../json/shorten.ts';
import { printPath } from '../../source/document-paths.ts';
import { InputError, NotFoundError } from '../../source/errors.ts';
import type { CollectionRef, DocumentSource, Json, JsonObject, Path } from '../../source/source.ts';
import { failureCodes } from '../command/connection.ts';
import { type CollectionAccess, toError } from './access.ts';
import { changeSeen, UPDATED, type Updated } from './change-seen.ts';
import { checkValueAt } from './document-body.ts';
import { toKey } from './document-key.ts';
import { toData } from './found-document.ts';
import { checkPath, isUnambiguous, memberPath, notAnObject } from './member-path.ts';
import { writeAtPaths } from './path-writes.ts';
import { guardLists } from './plan-writes.ts';
import { projectMembers } from './projection.ts';

interface ListChange {
  readonly documentId: string;
  readonly path: Path;
  readonly update: ExactObject;
  readonly returnDocument: 'before' | 'after';
}

export function createListFunctions(access: CollectionAccess): Pick<DocumentSource, 'push' | 'pop' | 'set'> {
  return {
    async push(ref, documentId, path, value) {
      checkListPath(path);
      checkValueAt([...path, 0], value);
      // In a list of values a value is never taken for a modifier.
      const update = { $push: { [memberPath(path)]: { $each: [value] } } };
      return changeList(access, ref, { documentId, path, update, returnDocument: 'after' });
    },
    async pop(ref, documentId, path) {
      checkListPath(path);
      const update = { $pop: { [memberPath(path)]: 1 } };
      const list = await changeList(access, ref, { documentId, path, update, returnDocument: 'before' });
      const last = list.at(-1);
      if (last === undefined) {
        throw new InputError(`The list at "${printPath(path)}" is empty: there is nothing to take off it.`);
      }
      return last;
    },
    async set(ref, documentId, path, values) {
      if (values.length === 0) throw new InputError('There is nothing to set. Give at least one path with its value.');
      if (values.some((each) => each.path.length === 0)) {
        throw new InputError('A path to set is empty. Name a member or element, or replace the document as a whole.');
      }
      checkTogether(values.map((each) => each.path));
      const writes = values.map((each) => ({ path: [...path, ...each.path], value: each.value }));
      for (const write of writes) {
        checkPath(write.path);
        checkValueAt(write.path, write.value);
      }
      await writeAtPaths(access, ref, toKey(documentId), writes);
    },
  };
}

function checkListPath(path: Path): void {
  checkPath(path);
  if (path.length === 0) throw notAnObject('The empty path names the document itself, as if it were a list');
}

/** The list before or after. */
async function changeList(access: CollectionAccess, ref: CollectionRef, change: ListChange): Promise<readonly Json[]> {
  const { documentId, path } = change;
  const key = toKey(documentId);
  const direct = isUnambiguous(path) ? await changeDirectly(access, ref, key, change) : undefined;
  const updated = direct ?? (await changeListSeen(access, ref, key, change));
  const document = updated?.data?.document;
  const list = document ? valueIn(toData(document), path) : undefined;
  if (list === undefined) throw missingList(documentId, path);
  if (Array.isArray(list)) return list;
  throw noList(list, path);
}

/** `undefined` where the document has to be looked at: a condition on the path cannot be had. */
async function changeDirectly(
  { send }: CollectionAccess,
  ref: CollectionRef,
  key: JsonValue,
  { documentId, path, update, returnDocument }: ListChange,
): Promise<Updated | undefined> {
  // Upstream would make a list where there is none.
  const filter = { _id: key, [memberPath(path)]: { $exists: true } };
  const answer = await send(ref, {
    name: 'findOneAndUpdate',
    body: { filter, update, projection: projectMembers([path]), options: { returnDocument } },
    effect: 'write',
    reply: UPDATED,
  });
  if (answer.success) {
    if (answer.success.value.status.matchedCount === 0) throw missingList(documentId, path);
    return answer.success.value;
  }
  const codes = failureCodes(answer);
  if (codes.includes('FILTER_PATH_UNINDEXED')) return undefined;
  if (codes.includes('UNSUPPORTED_UPDATE_OPERATION_TARGET')) throw noList(undefined, path);
  throw toError(ref, answer);
}

function changeListSeen(
  access: CollectionAccess,
  ref: CollectionRef,
  key: JsonValue,
  { path, update, returnDocument }: ListChange,
): Promise<Updated | null> {
  const answer = { projection: projectMembers([path]), returnDocument };
  return changeSeen(access, ref, { key, paths: [path], answer }, (data: JsonObject | null) => {
    const list = data ? valueIn(data, path) : undefined;
    if (!data || list === undefined) return null;
    if (!Array.isArray(list)) throw noList(list, path);
    return { update, guards: { ...guardLists(data, path), [memberPath(path)]: { $size: list.length } } };
  });
}

function missingList(documentId: string, path: Path): NotFoundError {
  return new NotFoundError(
    `The document "${documentId}" has no list at "${printPath(path)}", or there is no such document.`,
  );
}

function noList(value: Json | undefined, path: Path): InputError {
  const what = value === undefined ? 'no list' : `${show(value)}, which is no list`;
  return new InputError(`At "${printPath(path)}" is ${what}. Replace the value with a list first.`);
}
