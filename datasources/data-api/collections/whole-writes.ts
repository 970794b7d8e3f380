/** Replaces and patches documents and parts of them. */
import { valueIn } from '../../documents/values.ts';
import { isJsonObject } from '../../json/json-value.ts';
import { show } from '../../json/shorten.ts';
import { printPath } from '../../source/document-paths.ts';
import { InputError } from '../../source/errors.ts';
import type {
  CollectionRef,
  DocumentSource,
  Json,
  JsonObject,
  Path,
  WriteDocumentOptions,
} from '../../source/source.ts';
import { type CollectionAccess, toError } from './access.ts';
import { checkDocument, checkValueAt, isExtended } from './document-body.ts';
import { toKey } from './document-key.ts';
import { checkPath, memberPath } from './member-path.ts';
import { setMembers, writeAtPaths } from './path-writes.ts';
import type { PathWrite } from './plan-writes.ts';
import { replaceWhole } from './replace.ts';
import { hasVector, refuseLifetime, refuseVectorAt, toVectorMembers } from './vectors.ts';

export function createCollectionWrites(access: CollectionAccess): Pick<DocumentSource, 'replace' | 'patch'> {
  const vectorMembers = async (ref: CollectionRef, options: WriteDocumentOptions) =>
    hasVector(options) ? toVectorMembers(await access.requireCollection(ref), options) : {};

  return {
    async replace(ref, documentId, path, data, options) {
      refuseLifetime(options);
      refuseVectorAt(path, options);
      const key = toKey(documentId);
      if (path.length > 0) {
        checkPath(path);
        checkValueAt(path, data);
        return writeAtPaths(access, ref, key, [{ path, value: data }]);
      }
      const members = checkDocument(data);
      return replaceWhole(access, ref, key, { ...members, ...(await vectorMembers(ref, options)) });
    },
    async patch(ref, documentId, path, data, options) {
      refuseLifetime(options);
      refuseVectorAt(path, options);
      const key = toKey(documentId);
      checkPatch(data, path, hasVector(options));
      if (path.length === 0) {
        const members = checkDocument(data);
        const sets = Object.fromEntries(Object.entries(members).map(([name, value]) => [memberPath([name]), value]));
        const all = { ...sets, ...(await vectorMembers(ref, options)) };
        const answer = await setMembers(access, ref, key, all);
        if (!answer.success) throw toError(ref, answer);
        return;
      }
      checkPath(path);
      checkValueAt(path, data);
      const whole = [{ path, value: data }];
      if (!isJsonObject(data) || isExtended(data)) return writeAtPaths(access, ref, key, whole);
      const members = membersAt(path, data as JsonObject);
      // What is no object becomes one that has nothing else.
      return writeAtPaths(access, ref, key, members, (found) => (hasMembers(found, path) ? members : whole));
    },
  };
}

function membersAt(path: Path, data: JsonObject): PathWrite[] {
  return Object.entries(data).map(([name, value]) => ({ path: [...path, name], value }));
}

function hasMembers(document: JsonObject | null, path: Path): boolean {
  const found = document ? valueIn(document, path) : undefined;
  return found === undefined || (isJsonObject(found) && !isExtended(found));
}

function checkPatch(data: Json, path: Path, isVectorGiven: boolean): void {
  const place = path.length === 0 ? 'a document' : `the value at "${printPath(path)}"`;
  if (Array.isArray(data)) {
    throw new InputError(`${show(data)} is a list, and ${place} is patched with members. Use replaceDocument.`);
  }
  if (!isJsonObject(data) || Object.keys(data).length > 0 || isVectorGiven) return;
  throw new InputError(`{} has no members to patch ${place} with. Give at least one.`);
}
