/** Writes documents and parts of them (Stargate Document API v2, writing documents). */
import { randomUUID } from 'node:crypto';
import { UpstreamError } from '../errors.ts';
import { textOf } from '../json-fields.ts';
import { mapSeveral } from '../parallel.ts';
import { throwUnlessOk } from '../response-errors.ts';
import type { CollectionRef, DocumentSource, Path, WriteDocumentOptions } from '../source.ts';
import { CALLS_AT_ONCE, type DocumentAccess } from './document-access.ts';
import { writeBatch } from './document-batch.ts';
import { toBody } from './document-body.ts';
import { COLLECTION_ROUTE, collectionPath, DOCUMENT_ROUTE, PART_ROUTE, placePath } from './document-path.ts';

type Writes = Pick<DocumentSource, 'insert' | 'insertMany' | 'replace' | 'patch' | 'remove'>;

interface Write {
  readonly method: 'PUT' | 'PATCH' | 'DELETE';
  readonly ref: CollectionRef;
  readonly documentId: string;
  readonly path: Path;
  readonly body?: string;
  readonly options?: WriteDocumentOptions;
}

export function createDocumentWrites({ connection, send, checkCollection, checkPlaces }: DocumentAccess): Writes {
  async function write({ method, ref, documentId, path, body, options = {} }: Write): Promise<void> {
    const answer = await send(ref, {
      method,
      route: path.length === 0 ? DOCUMENT_ROUTE : PART_ROUTE,
      path: placePath(ref, documentId, path),
      query: { ttl: options.ttlSeconds, 'ttl-auto': options.keepTtl || undefined },
      ...(body !== undefined && { body }),
      isIdempotent: false,
    });
    throwUnlessOk(answer);
  }

  /** Bad data and bad places are refused before anything is sent. */
  async function writeChecked(change: Write): Promise<void> {
    await checkCollection(change.ref);
    await checkPlaces(change.ref, change.documentId, [change.path]);
    await write(change);
  }

  return {
    async insert(ref, data, { ttlSeconds }) {
      const body = toBody(data);
      await checkCollection(ref);
      const call = { route: COLLECTION_ROUTE, path: collectionPath(ref), query: { ttl: ttlSeconds }, body };
      const answer = await send(ref, { ...call, method: 'POST', isIdempotent: false });
      throwUnlessOk(answer);
      const documentId = textOf(answer.plainJson(), 'documentId');
      if (documentId === null) throw new UpstreamError('The Document API wrote a document and did not say its id.');
      return documentId;
    },
    async insertMany(ref, documents, { idPath, ...options }) {
      await checkCollection(ref);
      if (documents.length === 0) return [];
      if (idPath) return writeBatch(connection, ref, documents, idPath, options.ttlSeconds);
      return mapSeveral(documents, CALLS_AT_ONCE, async (document) => {
        const documentId = randomUUID();
        await write({ method: 'PUT', ref, documentId, path: [], body: toBody(document), options });
        return documentId;
      });
    },
    replace: async (ref, documentId, path, data, options) =>
      writeChecked({ method: 'PUT', ref, documentId, path, body: toBody(data), options }),
    patch: async (ref, documentId, path, data, options) =>
      writeChecked({ method: 'PATCH', ref, documentId, path, body: toBody(data), options }),
    async remove(ref, documentId, path) {
      await checkCollection(ref);
      await write({ method: 'DELETE', ref, documentId, path });
    },
  };
}
