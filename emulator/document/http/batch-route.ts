/** POST …/batch: many documents at once. */
import { randomUUID } from 'node:crypto';
import { type Call, type Reply, ServiceError } from '../../core/service.ts';
import type { Json } from '../../shared/json.ts';
import { ensureCollection } from '../storage/collection-table.ts';
import { insert, replace } from '../storage/write.ts';
import { badRequest } from '../values/errors.ts';
import { requireIds } from './batch-ids.ts';
import { answerWrite } from './envelope.ts';
import { checkedLeaves, documentTarget, readWhole } from './writing-routes.ts';

/** A document that the database rejects is left out of the answer; one that the API rejects ends the batch. */
export async function createBatch(call: Call, namespace: string, collection: string): Promise<Reply> {
  const { document: documents, ttlSeconds } = await readWhole(call);
  if (!Array.isArray(documents)) throw badRequest('The payload for the batched document write must be a JSON array.');
  const idPath = call.query.text('id-path');
  const ids = idPath === undefined ? undefined : requireIds(documents, idPath);
  const documentIds: string[] = [];
  const writeOne = (document: Json, index: number) => {
    const table = ensureCollection(call, namespace, collection);
    const leaves = checkedLeaves(table, document, []);
    const id = ids?.[index] ?? randomUUID();
    const target = documentTarget(call, table, id);
    const write = () => (ids ? replace(target, [], leaves, ttlSeconds) : insert(target, leaves, ttlSeconds));
    // The database rejects empty keys.
    if (id !== '' && isAccepted(write)) documentIds.push(id);
  };
  // One transaction is much faster than many. Documents written before the error stay.
  const error = call.database.store.transaction(() => firstError(() => documents.forEach(writeOne)));
  if (error !== undefined) throw error;
  return answerWrite(call, 202, { documentIds });
}

/** Whether the database accepted a write; errors of the API are rethrown. */
function isAccepted(write: () => void): boolean {
  const error = firstError(write);
  if (error === undefined) return true;
  if (error instanceof ServiceError && error.grpcStatus !== null) return false;
  throw error;
}

function firstError(work: () => void): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}
