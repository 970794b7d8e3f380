/** Writes documents and parts of them (Stargate Document API v2, writing documents). */
import { randomUUID } from 'node:crypto';
import { readIds } from '../../documents/document-ids.ts';
import { empty, plain } from '../../http/body.ts';
import { contentOf } from '../../http/response-errors.ts';
import { name, object, only } from '../../json/shape.ts';
import { checkEach } from '../../shared/check-each.ts';
import { mapSeveral } from '../../shared/map-several.ts';
import { InputError } from '../../source/errors.ts';
import type { CollectionRef, DocumentSource, Json, Path, WriteDocumentOptions } from '../../source/source.ts';
import { refuseOnStargate } from '../shared/refusals.ts';
import { CALLS_AT_ONCE, type DocumentAccess } from './document-access.ts';
import { writeBatch } from './document-batch.ts';
import { toBody } from './document-body.ts';
import {
  COLLECTION_ROUTE,
  checkedId,
  collectionPath,
  DOCUMENT_ROUTE,
  PART_ROUTE,
  positionPath,
} from './document-path.ts';

/** Upserts, and deletes that say nothing of what there was. */
export interface DocumentWrites extends Pick<DocumentSource, 'create' | 'replace' | 'patch'> {
  readonly insertMany: DocumentSource['createMany'];
  readonly putMany: DocumentSource['putMany'];
  readonly checkMany: DocumentSource['checkMany'];
  /** Whole documents, several at a time. Answers in the order of the ids. */
  removeMany(collection: CollectionRef, documentIds: readonly string[]): Promise<(true | Error)[]>;
  remove(collection: CollectionRef, documentId: string, path: Path): Promise<void>;
}

interface Write {
  readonly method: 'PUT' | 'PATCH' | 'DELETE';
  readonly ref: CollectionRef;
  readonly documentId: string;
  readonly path: Path;
  readonly body?: string;
  readonly options?: WriteDocumentOptions;
}

export function createDocumentWrites(access: DocumentAccess): DocumentWrites {
  const { send, checkCollection, checkPositions } = access;

  /** @param check - asks upstream whether the write has its position */
  async function write(
    { method, ref, documentId, path, body, options = {} }: Write,
    check?: () => Promise<void>,
  ): Promise<void> {
    const url = positionPath(ref, documentId, path);
    refuseVectors(options);
    checkLifetime(method, path, options);
    await check?.();
    const answer = await send(ref, {
      method,
      route: path.length === 0 ? DOCUMENT_ROUTE : PART_ROUTE,
      path: url,
      query: { ttl: options.ttlSeconds, 'ttl-auto': options.keepTtl || undefined },
      ...(body !== undefined && { body }),
      effect: 'write',
      expect: method === 'DELETE' ? { 204: empty } : { 200: plain(object({ documentId: only(documentId) })) },
    });
    contentOf(answer);
  }

  /** Refuses bad data and paths before any call. */
  const writeChecked = (change: Write) =>
    write(change, async () => {
      await checkCollection(change.ref);
      if (change.method !== 'DELETE') await checkPositions(change.ref, change.documentId, [change.path]);
    });

  /** Creates each document separately, so that each has its own result. */
  const insertEach = (
    ref: CollectionRef,
    documents: readonly Json[],
    ids: readonly string[],
    options: WriteDocumentOptions,
  ) =>
    mapSeveral(documents, CALLS_AT_ONCE, async (document, index) => {
      const documentId = ids[index] ?? '';
      await write({ method: 'PUT', ref, documentId, path: [], body: toBody(document), options });
      return documentId;
    });

  return {
    async create(ref, data, { ttlSeconds, ...options }) {
      refuseVectors(options);
      const body = toBody(data);
      await checkCollection(ref);
      const call = { route: COLLECTION_ROUTE, path: collectionPath(ref), query: { ttl: ttlSeconds }, body };
      const expect = { 201: plain(object({ documentId: name })) };
      return contentOf(await send(ref, { ...call, method: 'POST', effect: 'write', expect })).documentId;
    },
    async insertMany(ref, documents, { idPath, vectors, ...options }) {
      if (vectors) refuseOnStargate('vectors of documents');
      const ids = idPath ? readIds(documents, idPath, checkedId) : documents.map(() => randomUUID());
      await checkCollection(ref);
      if (documents.length === 0) return [];
      const batch = idPath && { documents, idPath, ids, ttlSeconds: options.ttlSeconds };
      const written = batch && (await writeBatch(access, ref, batch));
      return written ?? insertEach(ref, documents, ids, options);
    },
    async putMany(ref, documents) {
      await checkCollection(ref);
      return mapSeveral(documents, CALLS_AT_ONCE, async ({ documentId, data, vector }) => {
        if (vector) refuseOnStargate('vectors of documents');
        await write({ method: 'PUT', ref, documentId, path: [], body: toBody(data) });
        return true as const;
      });
    },
    checkMany: async (ref, documents) =>
      checkEach(documents, ({ documentId, data, vector }) => {
        if (vector) refuseOnStargate('vectors of documents');
        positionPath(ref, documentId, []);
        toBody(data);
      }),
    replace: async (ref, documentId, path, data, options) =>
      writeChecked({ method: 'PUT', ref, documentId, path, body: toBody(data), options }),
    patch: async (ref, documentId, path, data, options) =>
      writeChecked({ method: 'PATCH', ref, documentId, path, body: toBody(data), options }),
    async removeMany(ref, documentIds) {
      await checkCollection(ref);
      return mapSeveral(documentIds, CALLS_AT_ONCE, async (documentId) => {
        await write({ method: 'DELETE', ref, documentId, path: [] });
        return true as const;
      });
    },
    remove: (ref, documentId, path) => writeChecked({ method: 'DELETE', ref, documentId, path }),
  };
}

function refuseVectors({ vector, vectorText }: WriteDocumentOptions): void {
  if (vector !== undefined || vectorText !== undefined) refuseOnStargate('vectors of documents');
}

/** Upstream silently ignores a time to live in the wrong position. */
function checkLifetime(method: Write['method'], path: Path, { ttlSeconds, keepTtl }: WriteDocumentOptions): void {
  const isWhole = method === 'PUT' && path.length === 0;
  if (ttlSeconds !== undefined && !isWhole) {
    throw new InputError('A time to live can be set for whole documents only. Parts can keep that of the document.');
  }
  if (keepTtl && isWhole)
    throw new InputError('A whole document has a time to live of its own. Only parts can keep one.');
}
