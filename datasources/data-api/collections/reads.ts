/** Reads documents: a hundred by one command, or a page. */
import { mapSeveral } from '../../shared/map-several.ts';
import type {
  CollectionRef,
  Document,
  DocumentQuery,
  DocumentSelection,
  DocumentSource,
  Page,
  Result,
} from '../../source/source.ts';
import { COMMANDS_AT_ONCE, type CollectionAccess, isMissing, refuseRows, toError } from './access.ts';
import { inChunks } from './chunks.ts';
import { toKey } from './document-key.ts';
import { MAX_LISTED, toFilter } from './filter.ts';
import { MANY_FOUND, toDocument } from './found-document.ts';
import { toProjection } from './projection.ts';

export function createCollectionReads(access: CollectionAccess): Pick<DocumentSource, 'readMany' | 'findPage'> {
  return {
    readMany: (ref, documentIds, selection) => readMany(access, ref, documentIds, selection),
    findPage: (ref, query) => findPage(access, ref, query),
  };
}

async function readMany(
  access: CollectionAccess,
  ref: CollectionRef,
  documentIds: readonly string[],
  selection: DocumentSelection = {},
): Promise<Result<Document>[]> {
  const results = new Map<string, Result<Document>>();
  const readable = [...new Set(documentIds)].filter((documentId) => {
    const refusal = refusalOf(documentId);
    if (refusal) results.set(documentId, refusal);
    return !refusal;
  });
  const chunks = inChunks(readable, MAX_LISTED);
  const answers = await mapSeveral(chunks, COMMANDS_AT_ONCE, (ids) => readChunk(access, ref, ids, selection));
  for (const [index, found] of answers.entries()) {
    if (found instanceof Error) for (const id of chunks[index] ?? []) results.set(id, found);
    else for (const document of found) results.set(document.documentId, document);
  }
  return documentIds.map((documentId) => results.get(documentId) ?? null);
}

/** In any order. None when there is no such collection. */
async function readChunk(
  { send }: CollectionAccess,
  ref: CollectionRef,
  documentIds: readonly string[],
  selection: DocumentSelection,
): Promise<readonly Document[]> {
  const answer = await send(ref, {
    name: 'find',
    body: { filter: { _id: { $in: documentIds.map(toKey) } }, projection: toProjection(selection) },
    effect: 'read',
    reads: 'document',
    keys: documentIds.length,
    reply: MANY_FOUND,
  });
  if (!answer.success) {
    if (isMissing(ref, answer)) return [];
    throw toError(ref, answer);
  }
  const { value } = answer.success;
  if (value.status?.projectionSchema) return [];
  return value.data.documents.map((found) => toDocument(found, selection.vector));
}

/** A page is as large as the server makes it: a limit would end the list. */
async function findPage(
  { send }: CollectionAccess,
  ref: CollectionRef,
  { where, pageState, ...selection }: DocumentQuery,
): Promise<Page<Document>> {
  const answer = await send(ref, {
    name: 'find',
    body: {
      filter: where && toFilter(where),
      projection: toProjection(selection),
      options: pageState === undefined ? undefined : { pageState },
    },
    effect: 'read',
    reads: 'documentPage',
    reply: MANY_FOUND,
  });
  if (!answer.success) throw toError(ref, answer, pageState);
  refuseRows(ref, answer.success.value);
  const { documents, nextPageState } = answer.success.value.data;
  const items = documents.map((found) => toDocument(found, selection.vector));
  return nextPageState ? { items, nextPageState } : { items };
}

function refusalOf(documentId: string): Error | undefined {
  try {
    toKey(documentId);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
