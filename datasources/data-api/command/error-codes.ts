/** What the error codes of the Data API mean to a client (Data API contract, errors). */
import type { SourceErrorCode } from '../../source/errors.ts';
import type { ApiFailure } from './failure.ts';

const MEANINGS: readonly (readonly [SourceErrorCode, RegExp])[] = [
  ['UNAUTHENTICATED', /^(MISSING_AUTHENTICATION_TOKEN|UNAUTHENTICATED_REQUEST)$/],
  ['FORBIDDEN', /^UNAUTHORIZED_ACCESS$/],
  [
    'NOT_FOUND',
    /^(UNKNOWN_KEYSPACE|UNKNOWN_COLLECTION_OR_TABLE|UNSUPPORTED_(TABLE|COLLECTION)_COMMAND|CANNOT_DROP_UNKNOWN_.*)$/,
  ],
  [
    'CONFLICT',
    /^(DOCUMENT_ALREADY_EXISTS|CANNOT_ADD_EXISTING_.*|EXISTING_.*|CANNOT_DROP_TYPE_USED_BY_TABLE|CANNOT_DROP_INDEXED_COLUMNS|TOO_MANY_.*|FAILED_CONCURRENT_OPERATIONS|FAILED_COMPARE_AND_SET|DOCUMENT_REPLACE_DIFFERENT_DOCID)$/,
  ],
  [
    'NOT_SUPPORTED',
    /^(.*_FEATURE_NOT_.*|EMBEDDING_SERVICE_NOT_CONFIGURED|LEXICAL_NOT_ENABLED_FOR_COLLECTION|VECTOR_SEARCH_NOT_SUPPORTED|UNSUPPORTED_DATA_TYPE_TABLE_CREATION|UNSUPPORTED_COLUMN_TYPES)$/,
  ],
  ['BAD_USER_INPUT', /^(INVALID_DATABASE_QUERY|UNSUPPORTED_DATABASE_QUERY)$/],
  ['UPSTREAM_TIMEOUT', /^TIMEOUT_(READING|WRITING)_DATA$/],
  ['DATABASE_UNAVAILABLE', /^(UNAVAILABLE_DATABASE|FAILED_TO_CONNECT_TO_DATABASE)$/],
  ['RATE_LIMITED', /^(EMBEDDING|RERANKING)_PROVIDER_RATE_LIMITED$/],
];

/** The public code of a failure. What no rule names is the request's fault where the server says so. */
export function meaningOf({ code, family }: ApiFailure): SourceErrorCode {
  const [meaning] = MEANINGS.find(([, codes]) => codes.test(code)) ?? [];
  return meaning ?? (family === 'REQUEST' && code !== '' ? 'BAD_USER_INPUT' : 'UPSTREAM_ERROR');
}

/** Of several failures the one that says most: the first that is not merely an error of the server. */
export function mainFailure(failures: readonly ApiFailure[]): ApiFailure | undefined {
  return failures.find((failure) => meaningOf(failure) !== 'UPSTREAM_ERROR') ?? failures[0];
}
