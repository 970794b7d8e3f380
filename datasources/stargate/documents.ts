/** Documents over the Stargate Document API v2. */
import { randomUUID } from 'node:crypto';
import { InputError, UpstreamError } from '../errors.ts';
import { memberOf, textOf, toList } from '../json-fields.ts';
import { isJsonObject, membersOf, toPlain } from '../json-value.ts';
import { mapSeveral } from '../parallel.ts';
import { throwUnlessOk } from '../response-errors.ts';
import type {
  CatalogSource,
  CollectionRef,
  Document,
  DocumentSource,
  Json,
  PartQuery,
  Path,
  Pattern,
  WriteDocumentOptions,
} from '../source.ts';
import type { DataPlaneCall, StargateConnection } from './connection.ts';
import { writeBatch } from './document-batch.ts';
import { toBody } from './document-body.ts';
import { checkParents } from './document-conflict.ts';
import { toPart } from './document-parts.ts';
import {
  COLLECTION_ROUTE,
  collectionPath,
  DOCUMENT_ROUTE,
  documentPath,
  dottedPath,
  PART_ROUTE,
  placePath,
  searchedPath,
} from './document-path.ts';
import { onlyPath, toFields, toWhere } from './document-where.ts';
import { missingCollection, missingNamespace } from './namespaces.ts';

/** How many single reads or writes are under way at a time. */
const CALLS_AT_ONCE = 8;

/** Longer lists of fields would not fit the request line: whole documents are read then. */
const MAX_FIELDS_CHARACTERS = 2000;

export function createDocumentSource(
  connection: StargateConnection,
  catalog: Pick<CatalogSource, 'collections'>,
): DocumentSource {
  const send = ({ databaseId }: CollectionRef, call: Omit<DataPlaneCall, 'api'>) =>
    connection.send(databaseId, { ...call, api: 'document' });

  /** Upstream would make a missing collection on the way, which is slow, may time out and then loses the write. */
  async function checkCollection(ref: CollectionRef): Promise<void> {
    const names = await catalog.collections(ref);
    if (!names) throw missingNamespace(ref);
    if (!names.includes(ref.collection)) throw missingCollection(ref);
  }

  async function read(
    ref: CollectionRef,
    documentId: string,
    fields: readonly Pattern[] | undefined,
  ): Promise<Document | null> {
    const path = documentPath(ref, documentId);
    const answer = await send(ref, {
      method: 'GET',
      route: DOCUMENT_ROUTE,
      path,
      query: { fields: fieldsFor(fields) },
      isIdempotent: true,
    });
    if (answer.status === 404 || answer.status === 204) return null;
    throwUnlessOk(answer);
    return { documentId, data: memberOf(answer.plainJson(), 'data') ?? null };
  }

  async function write(
    ref: CollectionRef,
    method: 'PUT' | 'PATCH' | 'DELETE',
    documentId: string,
    path: Path,
    body?: string,
    { ttlSeconds, keepTtl }: WriteDocumentOptions = {},
  ): Promise<void> {
    const isWhole = path.length === 0;
    throwUnlessOk(
      await send(ref, {
        method,
        route: isWhole ? DOCUMENT_ROUTE : PART_ROUTE,
        path: placePath(ref, documentId, path),
        query: { ttl: ttlSeconds, 'ttl-auto': keepTtl || undefined },
        ...(body !== undefined && { body }),
        isIdempotent: false,
      }),
    );
  }

  /** Refuses paths that lead through a value of another type: such a write may be lost without a word. */
  async function checkPlaces(ref: CollectionRef, documentId: string, paths: readonly Path[]): Promise<void> {
    if (paths.every((path) => path.length === 0)) return;
    const document = await read(ref, documentId, undefined);
    if (document) for (const path of paths) checkParents(document.data, path);
  }

  async function call(
    ref: CollectionRef,
    documentId: string,
    path: Path,
    operation: string,
    value?: Json,
  ): Promise<Json> {
    await checkCollection(ref);
    const route = `${path.length === 0 ? DOCUMENT_ROUTE : PART_ROUTE}/function`;
    const body = `{"operation":"${operation}"${value === undefined ? '' : `,"value":${operation === '$set' ? JSON.stringify(value) : toBody(value)}`}}`;
    const answer = await send(ref, {
      method: 'POST',
      route,
      path: `${placePath(ref, documentId, path)}/function`,
      body,
      isIdempotent: false,
    });
    throwUnlessOk(answer);
    return memberOf(answer.plainJson(), 'data') ?? null;
  }

  async function insert(ref: CollectionRef, data: Json, { ttlSeconds }: WriteDocumentOptions): Promise<string> {
    await checkCollection(ref);
    const body = toBody(data);
    const answer = await send(ref, {
      method: 'POST',
      route: COLLECTION_ROUTE,
      path: collectionPath(ref),
      query: { ttl: ttlSeconds },
      body,
      isIdempotent: false,
    });
    throwUnlessOk(answer);
    const documentId = textOf(answer.plainJson(), 'documentId');
    if (documentId === null) throw new UpstreamError('The Document API wrote a document and did not say its id.');
    return documentId;
  }

  async function replace(
    ref: CollectionRef,
    documentId: string,
    path: Path,
    data: Json,
    options: WriteDocumentOptions,
  ): Promise<void> {
    const body = toBody(data);
    await checkCollection(ref);
    await checkPlaces(ref, documentId, [path]);
    await write(ref, 'PUT', documentId, path, body, options);
  }

  return {
    readMany: (ref, documentIds, fields) => mapSeveral(documentIds, CALLS_AT_ONCE, (id) => read(ref, id, fields)),
    async findPage(ref, { where, fields, pageSize, pageState }) {
      const query = {
        where: where && toWhere(where),
        fields: fieldsFor(fields),
        'page-size': pageSize,
        'page-state': pageState,
      };
      const answer = await send(ref, {
        method: 'GET',
        route: COLLECTION_ROUTE,
        path: collectionPath(ref),
        query,
        isIdempotent: true,
      });
      throwUnlessOk(answer);
      const body = answer.json();
      const data = isJsonObject(body) ? body.data : undefined;
      const items = isJsonObject(data)
        ? membersOf(data).map(([documentId, document]) => ({ documentId, data: toPlain(document) }))
        : [];
      return { items, ...nextPage(answer.plainJson()) };
    },
    findParts: async (ref, documentId, query) => findParts(send, ref, documentId, query),
    insert,
    async insertMany(ref, documents, { idPath, ...options }) {
      await checkCollection(ref);
      if (documents.length === 0) return [];
      if (idPath) return writeBatch(connection, ref, documents, idPath, options.ttlSeconds);
      return mapSeveral(documents, CALLS_AT_ONCE, async (document) => {
        const documentId = randomUUID();
        await write(ref, 'PUT', documentId, [], toBody(document), options);
        return documentId;
      });
    },
    replace,
    async patch(ref, documentId, path, data, options) {
      const body = toBody(data);
      await checkCollection(ref);
      await checkPlaces(ref, documentId, [path]);
      await write(ref, 'PATCH', documentId, path, body, options);
    },
    async remove(ref, documentId, path) {
      await checkCollection(ref);
      await write(ref, 'DELETE', documentId, path);
    },
    push: (ref, documentId, path, value) => call(ref, documentId, functionPath(path), '$push', value),
    pop: (ref, documentId, path) => call(ref, documentId, functionPath(path), '$pop'),
    async set(ref, documentId, path, values) {
      if (values.length === 0) throw new InputError('There is nothing to set. Give at least one path with its value.');
      const escaped = values.map(
        ({ path: below, value }) => [dottedPath(below), JSON.parse(toBody(value)) as Json] as const,
      );
      await checkPlaces(
        ref,
        documentId,
        values.map(({ path: below }) => [...path, ...below]),
      );
      await call(ref, documentId, path, '$set', Object.fromEntries(escaped));
    },
  };
}

type Send = (ref: CollectionRef, call: Omit<DataPlaneCall, 'api'>) => ReturnType<StargateConnection['send']>;

async function findParts(
  send: Send,
  ref: CollectionRef,
  documentId: string,
  { path = [], where, fields, pageSize, pageState }: PartQuery,
) {
  const depth = path.length + onlyPath(where).length;
  const answer = await send(ref, {
    method: 'GET',
    route: path.length === 0 ? DOCUMENT_ROUTE : PART_ROUTE,
    path: searchedPath(ref, documentId, path),
    query: {
      where: toWhere(where),
      fields: toFields(fields),
      // With one candidate alone, a page of 1 is a 500 for some documents.
      'page-size': depth === 1 ? Math.max(2, pageSize) : pageSize,
      'page-state': pageState,
    },
    isIdempotent: true,
  });
  if (answer.status === 204) return { items: [] };
  throwUnlessOk(answer);
  const body = answer.plainJson();
  const fragments = toList(memberOf(body, 'data')) ?? [];
  return { items: fragments.map((fragment) => toPart(fragment, fields ? depth - 1 : depth)), ...nextPage(body) };
}

function nextPage(body: Json): { nextPageState?: string } {
  const pageState = textOf(body, 'pageState');
  return pageState === null ? {} : { nextPageState: pageState };
}

function fieldsFor(fields: readonly Pattern[] | undefined): string | undefined {
  const text = toFields(fields);
  return text && encodeURIComponent(text).length > MAX_FIELDS_CHARACTERS ? undefined : text;
}

/** In the paths of functions a name with a comma or a slash leads elsewhere. */
function functionPath(path: Path): Path {
  const odd = path.find((step) => typeof step === 'string' && /[,/]/.test(step));
  if (odd === undefined) return path;
  throw new InputError(
    `The list at "${path.join('.')}" cannot be reached: "${odd}" holds a comma or a slash. Replace the list as a whole instead.`,
  );
}
