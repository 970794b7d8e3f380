/** Sets values at paths: by one command where a path is taken in one sense only; else the document is looked at first. */
import type { HttpAnswer } from '../../http/http-call.ts';
import type { ExactObject, JsonValue } from '../../json/json-value.ts';
import type { Shaped } from '../../json/shape.ts';
import type { CollectionRef, JsonObject } from '../../source/source.ts';
import { failureCodes } from '../command/connection.ts';
import { type CollectionAccess, toError } from './access.ts';
import { changeSeen } from './change-seen.ts';
import { isUnambiguous, memberPath } from './member-path.ts';
import { type PathWrite, planWrites } from './plan-writes.ts';
import { NOTHING } from './projection.ts';
import { CHANGED } from './replace.ts';

/**
 * Creates the document where it is missing.
 *
 * @param toWrites - of the document as it is, where it has to be looked at; `null` when there is none
 * @throws InputError - where a path leads through a value of another type
 */
export async function writeAtPaths(
  access: CollectionAccess,
  ref: CollectionRef,
  key: JsonValue,
  writes: readonly PathWrite[],
  toWrites: (data: JsonObject | null) => readonly PathWrite[] = () => writes,
): Promise<void> {
  const paths = writes.map(({ path }) => path);
  if (paths.every(isUnambiguous) && (await setDirectly(access, ref, key, writes))) return;
  await changeSeen(access, ref, { key, paths }, (data) => {
    const { sets, guards } = planWrites(data ?? {}, toWrites(data));
    return data ? { update: { $set: sets }, guards } : { insert: sets };
  });
}

/** Whether it was done: a path may lead through what has no members. */
async function setDirectly(
  access: CollectionAccess,
  ref: CollectionRef,
  key: JsonValue,
  writes: readonly PathWrite[],
): Promise<boolean> {
  const sets = Object.fromEntries(writes.map(({ path, value }) => [memberPath(path), value]));
  const answer = await setMembers(access, ref, key, sets);
  if (answer.success) return true;
  if (failureCodes(answer).includes('UNSUPPORTED_UPDATE_OPERATION_PATH')) return false;
  throw toError(ref, answer);
}

/** Sets what stands at paths by their texts, and creates the document where it is missing. */
export function setMembers(
  { send }: CollectionAccess,
  ref: CollectionRef,
  key: JsonValue,
  sets: ExactObject,
): Promise<HttpAnswer<Shaped<typeof CHANGED>>> {
  return send(ref, {
    name: 'findOneAndUpdate',
    body: { filter: { _id: key }, update: { $set: sets }, projection: NOTHING, options: { upsert: true } },
    effect: 'write',
    reply: CHANGED,
  });
}
