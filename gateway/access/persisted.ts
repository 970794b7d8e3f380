/** Documents that are sent as an id, and documents that are refused because they are not on the operator's list. */
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { DocumentParams } from '../http/request-parser.ts';
import type { Log } from '../observability/log.ts';
import { createBoundedMap } from '../shared/bounded-map.ts';
import { createRefusal } from '../shared/refusal.ts';
import { exchangeOf } from '../shared/request-state.ts';
import { hash, type TrustedDocuments } from './trusted-documents.ts';

export interface PersistedOptions {
  readonly trusted?: TrustedDocuments;
  /** Whether nothing but trusted documents is executed; otherwise the others are logged. */
  readonly trustedOnly: boolean;
  /** How many documents that clients have sent once are kept for those who then send the hash; 0 for none. This is no defence. */
  readonly apqDocuments: number;
}

export function usePersistedDocuments({ trusted, trustedOnly, apqDocuments }: PersistedOptions, log: Log): Plugin {
  const registered = createBoundedMap<string>(apqDocuments);

  function find(id: string): string {
    const document = trusted?.find(id) ?? registered.get(toHash(id));
    if (document !== undefined) return document;
    throw trusted || apqDocuments > 0 ? NOT_FOUND : NOT_SUPPORTED;
  }

  function register(document: string, id: string): void {
    if (hash(document) !== toHash(id)) throw MISMATCH;
    registered.set(toHash(id), document);
  }

  return {
    onParams({ request, params, setParams }) {
      const { documentId = '', ...others }: DocumentParams = params;
      const query = params.query ?? find(documentId);
      const isTrusted = trusted?.has(query) ?? true;
      if (!isTrusted && trustedOnly) throw NOT_TRUSTED;
      if (!isTrusted) log.untrustedDocument(exchangeOf(request), hash(query));
      if (apqDocuments > 0 && params.query && documentId && !trusted?.find(documentId)) register(query, documentId);
      setParams({ ...others, query });
    },
  };
}

/** The specification writes `sha256:` before it, Apollo's clients do not. */
function toHash(id: string): string {
  return id.replace(/^sha256:/, '');
}

/** The words of these two are what Apollo's clients wait for. */
const NOT_FOUND = refuse('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND', 404);
const NOT_SUPPORTED = refuse('PersistedQueryNotSupported', 'PERSISTED_QUERY_NOT_SUPPORTED', 400);
const MISMATCH = refuse('The hash is not that of the document.', 'PERSISTED_QUERY_MISMATCH', 400);
const NOT_TRUSTED = refuse('The document is not among those that are trusted.', 'PERSISTED_QUERY_NOT_IN_LIST', 403);

function refuse(message: string, code: string, status: number): GraphQLError {
  return createRefusal(message, { code, status, isGraphQLStatus: true });
}
