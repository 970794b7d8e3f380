/** Reads documents and parts of them (Stargate Document API v2, reading documents). */
import { onlyPath } from '../../documents/compared-paths.ts';
import { empty, exact, plain } from '../../http/body.ts';
import { contentOf } from '../../http/response-errors.ts';
import { membersOf, toPlain } from '../../json/json-value.ts';
import { also, anything, anythingExact, arrayOf, mapOf, object, only, optional, text } from '../../json/shape.ts';
import { mapSeveral } from '../../shared/map-several.ts';
import type {
  CollectionRef,
  Document,
  DocumentPart,
  DocumentQuery,
  DocumentSource,
  Page,
  PartQuery,
} from '../../source/source.ts';
import { CALLS_AT_ONCE, type DocumentAccess } from './document-access.ts';
import { toPart } from './document-parts.ts';
import {
  COLLECTION_ROUTE,
  collectionPath,
  DOCUMENT_ROUTE,
  dottedPattern,
  PART_ROUTE,
  searchedPath,
} from './document-path.ts';
import { toFields, toPartFields, toWhere } from './document-where.ts';

/** Upstream has no read of many ids: they are read one by one, several at a time. */
export function createDocumentReads(
  access: DocumentAccess,
): Pick<DocumentSource, 'readMany' | 'findPage' | 'findParts'> {
  return {
    readMany: (ref, documentIds, { fields, vector } = {}) =>
      mapSeveral(documentIds, CALLS_AT_ONCE, async (id) => withVector(await access.read(ref, id, fields), vector)),
    findPage: (ref, query) => findPage(access, ref, query),
    findParts: (ref, documentId, query) => findParts(access, ref, documentId, query),
  };
}

/** The answer is an object keyed by id, in the order of the database. */
async function findPage(
  { send, pageSizes }: DocumentAccess,
  ref: CollectionRef,
  { where, fields: patterns, vector, pageSize, pageState }: DocumentQuery,
): Promise<Page<Document>> {
  const condition = where && toWhere(where);
  const fields = toFields(patterns, condition);
  const list = ['documents', ref.databaseId, ref.keyspace, ref.collection, condition, fields];
  const answer = await pageSizes.fit(list, { most: pageSize, least: 1 }, (size) =>
    send(ref, {
      method: 'GET',
      route: COLLECTION_ROUTE,
      path: collectionPath(ref),
      query: { where: condition, fields, 'page-size': size, 'page-state': pageState },
      effect: 'read',
      reads: 'documentPage',
      expect: { 200: exact(documentsShape(size)) },
    }),
  );
  const { data, pageState: nextState } = contentOf(answer);
  const items = membersOf(data).map(([documentId, document]) =>
    withVector({ documentId, data: toPlain(document) }, vector),
  );
  return { items, ...nextPage(nextState) };
}

async function findParts(
  { send, pageSizes }: DocumentAccess,
  ref: CollectionRef,
  documentId: string,
  { path = [], where, fields, pageSize, pageState }: PartQuery,
): Promise<Page<DocumentPart>> {
  const compared = onlyPath(where, dottedPattern);
  const depth = path.length + compared.length;
  const call = {
    method: 'GET',
    route: path.length === 0 ? DOCUMENT_ROUTE : PART_ROUTE,
    path: searchedPath(ref, documentId, path),
    effect: 'read',
    reads: 'partPage',
  } as const;
  const query = { where: toWhere(where), fields: fields && toPartFields(fields, compared) };
  const list = ['parts', ref.databaseId, call.path, query];
  // With one candidate alone, a page of 1 is a 500 for some documents.
  const least = depth === 1 ? 2 : 1;
  const answer = await pageSizes.fit(list, { most: pageSize, least }, (size) =>
    send(ref, {
      query: { ...query, 'page-size': size, 'page-state': pageState },
      expect: { 200: plain(partsShape(documentId, size)), 204: empty },
      ...call,
    }),
  );
  const { data = [], pageState: nextState } = contentOf(answer) ?? {};
  const items = data.map((fragment) => toPart(fragment, fields ? depth - 1 : depth));
  return { items, ...nextPage(nextState) };
}

/** No document of the Document API has a vector. */
function withVector<D extends Document | null>(document: D, isWanted = false): D {
  return isWanted && document ? { ...document, vector: null } : document;
}

const fragment = also(anything, (value) => typeof value === 'object' && value !== null, 'a part without its path came');

function partsShape(documentId: string, pageSize: number) {
  const data = also(arrayOf(fragment), ({ length }) => length <= pageSize, TOO_MANY);
  return object({ documentId: only(documentId), data, pageState: optional(text) });
}

function documentsShape(pageSize: number) {
  const data = also(mapOf(anythingExact), (documents) => Object.keys(documents).length <= pageSize, TOO_MANY);
  return object({ data, pageState: optional(text) });
}

const TOO_MANY = 'more than a page holds came';

function nextPage(pageState: string | null | undefined): { nextPageState?: string } {
  return pageState ? { nextPageState: pageState } : {};
}
