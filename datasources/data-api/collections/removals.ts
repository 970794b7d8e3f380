/** Deletes documents and parts of them, by commands that no table takes. */
import { missingAt } from '../../documents/outcomes.ts';
import { valueIn } from '../../documents/values.ts';
import { integer, object } from '../../json/shape.ts';
import type { Bulk } from '../../resilience/bulk.ts';
import { mapSeveral } from '../../shared/map-several.ts';
import type { CollectionRef, DocumentSource, JsonObject, Path } from '../../source/source.ts';
import { COMMANDS_AT_ONCE, type CollectionAccess } from './access.ts';
import { changeSeen, type SeenChange } from './change-seen.ts';
import { toKey } from './document-key.ts';
import { checkPath, isUnambiguous, memberPath } from './member-path.ts';
import { guardLists } from './plan-writes.ts';
import { NOTHING } from './projection.ts';
import { CHANGED } from './replace.ts';

export function createCollectionRemovals(
  access: CollectionAccess,
  bulk: Bulk,
): Pick<DocumentSource, 'remove' | 'removeMany'> {
  return {
    async remove(ref, documentId, path, ifExists) {
      checkPath(path);
      const isRemoved = await (path.length === 0
        ? removeWhole(access, ref, documentId)
        : removeAt(access, ref, documentId, path));
      if (!isRemoved && !ifExists) throw missingAt(ref, documentId, path);
      return isRemoved;
    },
    removeMany: (ref, documentIds, ifExists) =>
      bulk.write(documentIds.length, () =>
        mapSeveral(documentIds, COMMANDS_AT_ONCE, async (documentId) => {
          const isRemoved = await removeWhole(access, ref, documentId);
          if (!isRemoved && !ifExists) throw missingAt(ref, documentId, []);
          return isRemoved;
        }),
      ),
  };
}

async function removeWhole({ run }: CollectionAccess, ref: CollectionRef, documentId: string): Promise<boolean> {
  const { status } = await run(ref, {
    name: 'findOneAndDelete',
    body: { filter: { _id: toKey(documentId) }, projection: NOTHING },
    effect: 'write',
    reply: object({ status: object({ deletedCount: integer }) }),
  });
  return status.deletedCount > 0;
}

async function removeAt(
  access: CollectionAccess,
  ref: CollectionRef,
  documentId: string,
  path: Path,
): Promise<boolean> {
  const key = toKey(documentId);
  if (isUnambiguous(path)) {
    const { status } = await access.run(ref, {
      name: 'findOneAndUpdate',
      body: { filter: { _id: key }, update: { $unset: { [memberPath(path)]: '' } }, projection: NOTHING },
      effect: 'write',
      reply: CHANGED,
    });
    return status.modifiedCount > 0;
  }
  const removed = await changeSeen(access, ref, { key, paths: [path] }, (data) => (data ? removal(data, path) : null));
  return removed !== null;
}

/** An element becomes null, as upstream does it; the last one leaves its list. `null` when there is nothing. */
function removal(data: JsonObject, path: Path): SeenChange | null {
  if (valueIn(data, path) === undefined) return null;
  const parent = path.slice(0, -1);
  const list = valueIn(data, parent);
  const isLast = Array.isArray(list) && path.at(-1) === list.length - 1;
  const update = isLast ? { $pop: { [memberPath(parent)]: 1 } } : { $unset: { [memberPath(path)]: '' } };
  return { update, guards: guardLists(data, path) };
}
