/** Changes a document that was looked at, unless others have changed in between what was seen. */
import type { HttpAnswer } from '../../http/http-call.ts';
import { printJson } from '../../json/json.ts';
import type { ExactObject, JsonValue } from '../../json/json-value.ts';
import { anythingExact, integer, object, optional, record, type Shaped } from '../../json/shape.ts';
import { ConflictError } from '../../source/errors.ts';
import type { CollectionRef, JsonObject, Path } from '../../source/source.ts';
import { failureCodes } from '../command/connection.ts';
import { type CollectionAccess, toError } from './access.ts';
import { ONE_FOUND, toData } from './found-document.ts';
import { NOTHING, type Projection, projectMembers } from './projection.ts';

/** How often a document is looked at again because others have changed it. */
const MAX_ATTEMPTS = 6;

export interface SeenChange {
  /** Of a document that is there. */
  readonly update: ExactObject;
  /** Conditions on what was seen, by the text of a path. */
  readonly guards: ExactObject;
}

export interface SeenDocument {
  readonly key: JsonValue;
  /** What of it is looked at: the members at the root that these lead into. */
  readonly paths: readonly Path[];
  /** What is answered of it; nothing when absent. */
  readonly answer?: { readonly projection: Projection | undefined; readonly returnDocument: 'before' | 'after' };
}

/** What an update of one document says. */
export const UPDATED = object({
  data: optional(object({ document: optional(record) })),
  status: object({ matchedCount: integer, modifiedCount: integer, upsertedId: optional(anythingExact) }),
});
export type Updated = Shaped<typeof UPDATED>;

/**
 * @param toChange - of the document as it is, `null` when there is none; `null` for no change; throws what is to be refused
 * @returns `null` when there was nothing to change
 * @throws ConflictError - when others change the document again and again
 */
export async function changeSeen(
  access: CollectionAccess,
  ref: CollectionRef,
  seen: SeenDocument,
  toChange: (data: JsonObject | null) => SeenChange | { readonly insert: ExactObject } | null,
): Promise<Updated | null> {
  let before = '';
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const change = toChange(await look(access, ref, seen));
    if (!change) return null;
    if ('insert' in change) {
      if (await insert(access, ref, seen.key, change.insert)) return null;
      continue;
    }
    // What was seen twice has not changed: the database cannot see the guards there.
    const text = printJson([change.guards, change.update]);
    const updated = await update(access, ref, seen, text === before ? { ...change, guards: {} } : change);
    if (updated.status.matchedCount > 0) return updated;
    before = text;
  }
  throw new ConflictError('Others change the document at the same time. Send the operation again.');
}

async function look(
  { run }: CollectionAccess,
  ref: CollectionRef,
  { key, paths }: SeenDocument,
): Promise<JsonObject | null> {
  const { data } = await run(ref, {
    name: 'findOne',
    body: { filter: { _id: key }, projection: projectMembers(paths) },
    effect: 'read',
    reads: 'document',
    reply: ONE_FOUND,
  });
  return data.document ? toData(data.document) : null;
}

/** Whether there was none in the meantime. The look has shown that the name is not that of a table. */
async function insert(
  { send }: CollectionAccess,
  ref: CollectionRef,
  key: JsonValue,
  members: ExactObject,
): Promise<boolean> {
  const document = { _id: key, ...members };
  const reply = object({ status: object({}) });
  const answer = await send(ref, { name: 'insertOne', body: { document }, effect: 'write', reply });
  if (answer.success) return true;
  if (failureCodes(answer).includes('DOCUMENT_ALREADY_EXISTS')) return false;
  throw toError(ref, answer);
}

async function update(
  { send }: CollectionAccess,
  ref: CollectionRef,
  { key, answer: { projection, returnDocument } = { projection: NOTHING, returnDocument: 'before' } }: SeenDocument,
  { update: operations, guards }: SeenChange,
): Promise<Updated> {
  const sendUpdate = (filter: ExactObject): Promise<HttpAnswer<Updated>> =>
    send(ref, {
      name: 'findOneAndUpdate',
      body: { filter, update: operations, projection, options: { returnDocument } },
      effect: 'write',
      reply: UPDATED,
    });
  const answer = await sendUpdate({ _id: key, ...guards });
  if (answer.success) return answer.success.value;
  // Paths that the collection does not index cannot be guarded.
  if (!failureCodes(answer).includes('FILTER_PATH_UNINDEXED')) throw toError(ref, answer);
  const unguarded = await sendUpdate({ _id: key });
  if (unguarded.success) return unguarded.success.value;
  throw toError(ref, unguarded);
}
