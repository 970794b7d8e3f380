/** Reads documents and parts of them (Stargate Document API v2, reading documents). */
import { memberOf, textOf, toList } from '../json-fields.ts';
import { isJsonObject, membersOf, toPlain } from '../json-value.ts';
import { mapSeveral } from '../parallel.ts';
import { throwUnlessOk } from '../response-errors.ts';
import type {
  CollectionRef,
  Document,
  DocumentPart,
  DocumentQuery,
  DocumentSource,
  Json,
  Page,
  PartQuery,
} from '../source.ts';
import { CALLS_AT_ONCE, type DocumentAccess } from './document-access.ts';
import { toPart } from './document-parts.ts';
import { COLLECTION_ROUTE, collectionPath, DOCUMENT_ROUTE, PART_ROUTE, searchedPath } from './document-path.ts';
import { onlyPath, toFields, toPartFields, toWhere } from './document-where.ts';

/** Upstream has no read of many ids: they are read one by one, several at a time. */
export function createDocumentReads(
  access: DocumentAccess,
): Pick<DocumentSource, 'readMany' | 'findPage' | 'findParts'> {
  return {
    readMany: (ref, documentIds, fields) =>
      mapSeveral(documentIds, CALLS_AT_ONCE, (id) => access.read(ref, id, fields)),
    findPage: (ref, query) => findPage(access, ref, query),
    findParts: (ref, documentId, query) => findParts(access, ref, documentId, query),
  };
}

/** The answer is an object keyed by id, in the order of the database. */
async function findPage(
  { send, pageSizes }: DocumentAccess,
  ref: CollectionRef,
  { where, fields: patterns, pageSize, pageState }: DocumentQuery,
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
      isIdempotent: true,
      reads: 'documentPage',
    }),
  );
  throwUnlessOk(answer);
  const body = answer.json();
  const data = isJsonObject(body) ? body.data : undefined;
  const documents = isJsonObject(data) ? membersOf(data) : [];
  const items = documents.map(([documentId, document]) => ({ documentId, data: toPlain(document) }));
  return { items, ...nextPage(isJsonObject(body) && typeof body.pageState === 'string' ? body.pageState : null) };
}

async function findParts(
  { send, pageSizes }: DocumentAccess,
  ref: CollectionRef,
  documentId: string,
  { path = [], where, fields, pageSize, pageState }: PartQuery,
): Promise<Page<DocumentPart>> {
  const compared = onlyPath(where);
  const depth = path.length + compared.length;
  const call = {
    method: 'GET',
    route: path.length === 0 ? DOCUMENT_ROUTE : PART_ROUTE,
    path: searchedPath(ref, documentId, path),
    isIdempotent: true,
    reads: 'partPage',
  } as const;
  const query = { where: toWhere(where), fields: fields && toPartFields(fields, compared) };
  const list = ['parts', ref.databaseId, call.path, query];
  // With one candidate alone, a page of 1 is a 500 for some documents.
  const least = depth === 1 ? 2 : 1;
  const answer = await pageSizes.fit(list, { most: pageSize, least }, (size) =>
    send(ref, { ...call, query: { ...query, 'page-size': size, 'page-state': pageState } }),
  );
  if (answer.status === 204) return { items: [] };
  throwUnlessOk(answer);
  const body: Json = answer.plainJson();
  const fragments = toList(memberOf(body, 'data')) ?? [];
  const items = fragments.map((fragment) => toPart(fragment, fields ? depth - 1 : depth));
  return { items, ...nextPage(textOf(body, 'pageState')) };
}

function nextPage(pageState: string | null): { nextPageState?: string } {
  return pageState ? { nextPageState: pageState } : {};
}
