/** Creates documents: a hundred by one command, each alone where it may replace one. */
import { randomUUID } from 'node:crypto';
import { readIds } from '../../documents/document-ids.ts';
import { existingDocument } from '../../documents/outcomes.ts';
import type { ExactObject } from '../../json/json-value.ts';
import { anythingExact, arrayOf, object } from '../../json/shape.ts';
import type { Bulk } from '../../resilience/bulk.ts';
import { mapSeveral } from '../../shared/map-several.ts';
import { ConflictError, UpstreamError } from '../../source/errors.ts';
import type { Collection, CollectionRef, DocumentSource, WholeDocument } from '../../source/source.ts';
import { failureCodes } from '../command/connection.ts';
import { countInserts, insertMany } from '../command/insert-many.ts';
import { COMMANDS_AT_ONCE, type CollectionAccess, toError } from './access.ts';
import { checkDocument } from './document-body.ts';
import { checkTextId, toDocumentId, toKey } from './document-key.ts';
import { replaceWhole } from './replace.ts';
import { refuseLifetime, toVectorMembers } from './vectors.ts';

type Inserts = Pick<DocumentSource, 'create' | 'createWithId' | 'createMany' | 'putMany' | 'checkMany'>;

const INSERTED = object({ status: object({ insertedIds: arrayOf(anythingExact) }) });

export function createCollectionInserts(access: CollectionAccess, bulk: Bulk): Inserts {
  const { requireCollection } = access;

  return {
    async create(ref, data, options) {
      refuseLifetime(options);
      const members = checkDocument(data);
      const document = { ...members, ...toVectorMembers(await requireCollection(ref), options) };
      const { status } = await access.run(ref, {
        name: 'insertOne',
        body: { document },
        effect: 'write',
        reply: INSERTED,
      });
      const [key] = status.insertedIds;
      if (key === undefined) throw new UpstreamError('The Data API answered no id for a new document.');
      return toDocumentId(key);
    },
    async createWithId(ref, documentId, data, { ifNotExists, ...options }) {
      refuseLifetime(options);
      const members = checkDocument(data);
      const key = toKey(documentId);
      const document = { _id: key, ...members, ...toVectorMembers(await requireCollection(ref), options) };
      const answer = await access.send(ref, {
        name: 'insertOne',
        body: { document },
        effect: 'write',
        reply: INSERTED,
      });
      if (answer.success) return true;
      if (!failureCodes(answer).includes('DOCUMENT_ALREADY_EXISTS')) throw toError(ref, answer);
      if (ifNotExists) return false;
      throw existingDocument(ref, documentId);
    },
    async createMany(ref, documents, { idPath, vectors, ...options }) {
      refuseLifetime(options);
      const ids = idPath
        ? readIds(documents, idPath, checkTextId).map(toDocumentId)
        : documents.map(() => randomUUID());
      const whole = documents.map((data, index) => ({
        documentId: ids[index] ?? '',
        data,
        vector: vectors?.[index] ?? null,
      }));
      const written = await bulk.write(countCreates(whole.length, idPath !== undefined), () =>
        idPath ? replaceEach(access, ref, whole) : insertEach(access, ref, whole),
      );
      return written.map((each, index) => (each instanceof Error ? each : (ids[index] ?? '')));
    },
    async checkMany(ref, documents) {
      const collection = await requireCollection(ref);
      return mapSeveral(documents, COMMANDS_AT_ONCE, async (document) => {
        toInserted(collection, document);
        return true as const;
      });
    },
    async putMany(ref, documents) {
      const written = await insertEach(access, ref, documents);
      const existing = documents.filter((_, index) => written[index] instanceof ConflictError);
      const replaced = (await replaceEach(access, ref, existing)).values();
      return written.map((each) => (each instanceof ConflictError ? (replaced.next().value ?? each) : each));
    },
  };
}

/** The most commands that it takes to create so many. */
export function countCreates(count: number, isReplacing: boolean): number {
  const looks = 1;
  return looks + (isReplacing ? count : countInserts(count));
}

/** New documents. A `ConflictError` stands for one whose id exists. */
async function insertEach(
  access: CollectionAccess,
  ref: CollectionRef,
  documents: readonly WholeDocument[],
): Promise<(true | Error)[]> {
  const collection = await access.requireCollection(ref);
  return insertMany(documents, {
    connection: access,
    target: ref,
    concurrency: COMMANDS_AT_ONCE,
    toDocument: (document) => toInserted(collection, document),
    errorOf: (answer) => toError(ref, answer),
  });
}

/** @throws InputError, NotSupportedError */
function toInserted(collection: Collection, { documentId, data, vector }: WholeDocument): ExactObject {
  const members = toVectorMembers(collection, vector ? { vector } : {});
  return { _id: toKey(documentId), ...checkDocument(data), ...members };
}

/** Replaces those that exist, several at a time. */
async function replaceEach(
  access: CollectionAccess,
  ref: CollectionRef,
  documents: readonly WholeDocument[],
): Promise<(true | Error)[]> {
  if (documents.length === 0) return [];
  const collection = await access.requireCollection(ref);
  return mapSeveral(documents, COMMANDS_AT_ONCE, async ({ documentId, data, vector }) => {
    const members = toVectorMembers(collection, vector ? { vector } : {});
    await replaceWhole(access, ref, toKey(documentId), { ...checkDocument(data), ...members });
    return true as const;
  });
}
