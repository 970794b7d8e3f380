/** Replaces or creates whole documents, by commands that no table takes. */
import type { ExactObject, JsonValue } from '../../json/json-value.ts';
import { integer, object } from '../../json/shape.ts';
import type { CollectionRef } from '../../source/source.ts';
import type { CollectionAccess } from './access.ts';
import { NOTHING } from './projection.ts';

/** What commands say that change one document. */
export const CHANGED = object({ status: object({ matchedCount: integer, modifiedCount: integer }) });

/** @param replacement - without its id */
export async function replaceWhole(
  { run }: CollectionAccess,
  ref: CollectionRef,
  key: JsonValue,
  replacement: ExactObject,
): Promise<void> {
  await run(ref, {
    name: 'findOneAndReplace',
    body: { filter: { _id: key }, replacement, projection: NOTHING, options: { upsert: true } },
    effect: 'write',
    reply: CHANGED,
  });
}
