/** Errors that several commands on collections answer with. */
import type { Json } from '../../../shared/json.ts';
import { type CommandFailure, refused } from '../../command/errors.ts';
import { kindOf } from '../../command/fields.ts';

export function lexicalNotEnabled(): CommandFailure {
  const message =
    'Lexical content can only be added and filtering and sort only be used on collections for which Lexical feature is enabled.';
  return refused('SCHEMA', 'LEXICAL_NOT_ENABLED_FOR_COLLECTION', message);
}

/** No service makes vectors of texts. */
export function noEmbeddingService(collection: string): CommandFailure {
  const message = `Collection '${collection}' does not have embedding service configured: cannot vectorize data.`;
  return refused('SCHEMA', 'EMBEDDING_SERVICE_NOT_CONFIGURED', message);
}

export function vectorNotEnabled(collection: string): CommandFailure {
  const message = `Vector search is not enabled for collection: ${collection}.`;
  return refused('SCHEMA', 'VECTOR_SEARCH_NOT_SUPPORTED', message);
}

export function unindexedPath(path: string): CommandFailure {
  const message = `Collection path '${path}' is not indexed: cannot filter on that path.\n\nResend the command with filter clause without such paths.`;
  return refused('FILTER', 'FILTER_PATH_UNINDEXED', message);
}

export function invalidProjection(problem: string): CommandFailure {
  const message = `Unsupported projection parameter: ${problem}.\n\nResend the command with valid projection parameters.`;
  return refused('PROJECTION', 'UNSUPPORTED_PROJECTION_PARAM', message);
}

export function invalidProjectionPath(path: string, problem: string): CommandFailure {
  return invalidProjection(`projection path ('${path}') is not a valid path: ${problem}`);
}

/** @param where - of the value, for messages */
export function badVectorizeType(value: Json, where = ''): CommandFailure {
  const message = `Invalid $vectorize value: needs to be String, not ${kindOf(value)}${where}.`;
  return refused('DOCUMENT', 'INVALID_VECTORIZE_VALUE_TYPE', message);
}
