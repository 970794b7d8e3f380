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
  { send }: DocumentAccess,
  ref: CollectionRef,
  { where, fields, pageSize, pageState }: DocumentQuery,
): Promise<Page<Document>> {
  const condition = where && toWhere(where);
  const answer = await send(ref, {
    method: 'GET',
    route: COLLECTION_ROUTE,
    path: collectionPath(ref),
    query: { where: condition, fields: toFields(fields, condition), 'page-size': pageSize, 'page-state': pageState },
    isIdempotent: true,
    reads: 'documentPage',
  });
  throwUnlessOk(answer);
  const body = answer.json();
  const data = isJsonObject(body) ? body.data : undefined;
  const documents = isJsonObject(data) ? membersOf(data) : [];
  const items = documents.map(([documentId, document]) => ({ documentId, data: toPlain(document) }));
  return { items, ...nextPage(isJsonObject(body) && typeof body.pageState === 'string' ? body.pageState : null) };
}

async function findParts(
  { send }: DocumentAccess,
  ref: CollectionRef,
  documentId: string,
  { path = [], where, fields, pageSize, pageState }: PartQuery,
): Promise<Page<DocumentPart>> {
  const compared = onlyPath(where);
  const depth = path.length + compared.length;
  const answer = await send(ref, {
    method: 'GET',
    route: path.length === 0 ? DOCUMENT_ROUTE : PART_ROUTE,
    path: searchedPath(ref, documentId, path),
    query: {
      where: toWhere(where),
      fields: fields && toPartFields(fields, compared),
      // With one candidate alone, a page of 1 is a 500 for some documents.
      'page-size': depth === 1 ? Math.max(2, pageSize) : pageSize,
      'page-state': pageState,
    },
    isIdempotent: true,
    reads: 'partPage',
  });
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
