/** Documents that clients send as an id: trusted documents and automatic persisted queries. */
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createBoundedCache } from '../../datasources/shared/bounded-cache.ts';
import type { MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import type { Peers } from '../../datasources/source/source.ts';
import type { DocumentConfig } from '../config/access-config.ts';
import type { DocumentParams } from '../http/request-parser.ts';
import type { Log } from '../observability/log.ts';
import { createRefusal } from '../shared/refusal.ts';
import { requestStateOf } from '../shared/request-state.ts';
import { hash, readTrustedDocuments, type TrustedByGraph, type TrustedDocuments } from './trusted-documents.ts';

export interface PersistedOptions extends Pick<DocumentConfig, 'trustedOnly' | 'apqDocuments'> {
  /** Absent: any document is executed. */
  readonly trusted?: TrustedByGraph;
  /** Who share what clients register. */
  readonly peers?: Peers | undefined;
}

/** @throws ConfigError - where the trusted documents cannot be read */
export function openPersisted({ trustedFiles, ...options }: DocumentConfig): PersistedOptions {
  return { ...options, ...(trustedFiles && { trusted: readTrustedDocuments(trustedFiles) }) };
}

/** @param endpoint - of the universal graph; those of typed graphs begin with it */
export function usePersistedDocuments(
  { trusted: byGraph, trustedOnly, apqDocuments, peers }: PersistedOptions,
  endpoint: string,
  log: Log,
): Plugin {
  // Keyed by the hash of the text, which is the same on every surface.
  const registered = createBoundedCache<string>({ maxEntries: Math.max(1, apqDocuments) });
  const registrations = peers?.topic<string>('documents');
  registrations?.listen((document) => registered.set(hash(document), document));

  function trustedAt({ url }: Request): TrustedDocuments | undefined {
    if (!byGraph) return undefined;
    const graph = pathOf(url)
      .slice(endpoint.length)
      .replace(/^\/|\/$/g, '');
    return byGraph.get(graph) ?? NONE;
  }

  function find(id: string, trusted: TrustedDocuments | undefined): string {
    const document = trusted?.find(id) ?? registered.get(toHash(id));
    if (document !== undefined) return document;
    throw trusted || apqDocuments > 0 ? NOT_FOUND : NOT_SUPPORTED;
  }

  /** Resolves when all processes know it. */
  function register(document: string, id: string): MaybePromise<void> {
    if (hash(document) !== toHash(id)) throw MISMATCH;
    const isKnown = registered.get(toHash(id)) !== undefined;
    registered.set(toHash(id), document);
    if (!isKnown) return registrations?.tell(document);
  }

  return {
    onParams({ request, params, setParams }) {
      const trusted = trustedAt(request);
      const { documentId = '', ...others }: DocumentParams = params;
      const query = params.query ?? find(documentId, trusted);
      const isTrusted = trusted?.has(query) ?? true;
      if (!isTrusted && trustedOnly) throw NOT_TRUSTED;
      if (!isTrusted) log.untrustedDocument(requestStateOf(request), pathOf(request.url), hash(query));
      setParams({ ...others, query });
      const isNew = apqDocuments > 0 && params.query && documentId && !trusted?.find(documentId);
      return isNew ? register(query, documentId) : undefined;
    },
  };
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}

const NONE: TrustedDocuments = { find: () => undefined, has: () => false, entries: [] };

/** The specification prefixes the hash with `sha256:`; Apollo's clients send it alone. */
function toHash(id: string): string {
  return id.replace(/^sha256:/, '');
}

/** Apollo's clients depend on these two messages. */
const NOT_FOUND = documentRefusal('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND', 404);
const NOT_SUPPORTED = documentRefusal('PersistedQueryNotSupported', 'PERSISTED_QUERY_NOT_SUPPORTED', 400);
const MISMATCH = documentRefusal('The hash is not that of the document.', 'PERSISTED_QUERY_MISMATCH', 400);
const NOT_TRUSTED = documentRefusal(
  'The document is not among those that are trusted at this path.',
  'PERSISTED_QUERY_NOT_IN_LIST',
  403,
);

function documentRefusal(message: string, code: string, status: number): GraphQLError {
  return createRefusal(message, { code, status, isGraphQLStatus: true });
}
