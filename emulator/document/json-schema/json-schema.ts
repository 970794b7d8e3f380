/** Checks JSON schemas of collections, and documents against them. */
import { type Json, type JsonObject, parseJson } from '../../shared/json.ts';
import type { Collection } from '../storage/collection-table.ts';
import { badRequest, serverFault } from '../values/errors.ts';
import { findSchemaFaults, isKnownKeyword } from './schema-syntax.ts';
import { DeadReference, validate } from './schema-validator.ts';

/** Throws 400 with all faults of an invalid JSON schema. */
export function checkSchema(schema: Json): void {
  const faults = findSchemaFaults(schema);
  if (faults.length > 0) throw badRequest(faults.map((fault) => `[error]: ${fault}; `).join(''));
}

/**
 * Throws 400 for a document that the collection's schema rejects.
 *
 * @param document - as sent, with escapes and the spelling of numbers
 * @param isPartial - the value is for a path below the root; a collection with a schema rejects such writes
 */
export function checkDocument({ collection }: Collection, document: Json, isPartial: boolean): void {
  if (collection?.jsonSchema === undefined) return;
  if (isPartial) {
    const reason = 'partial updates of documents are disallowed for performance reasons.';
    throw badRequest(`When a collection has a JSON schema, ${reason}`);
  }
  const schema = parseJson(collection.jsonSchema) as JsonObject;
  const faults = findFaults(schema, document);
  if (faults.length > 0) throw badRequest(`Invalid JSON: [${[...warnings(schema), ...faults].join(', ')}]`);
}

function findFaults(schema: JsonObject, document: Json): string[] {
  try {
    return validate(schema, document);
  } catch (error) {
    if (!(error instanceof DeadReference)) throw error;
    throw serverFault('Processing a JSON schema validation failed for a given document.');
  }
}

/** Names unknown keywords, only in addition to faults. */
function warnings(schema: JsonObject): string[] {
  const unknown = [...schema.keys()].filter((keyword) => !isKnownKeyword(keyword)).sort();
  return unknown.length === 0
    ? []
    : [`the following keywords are unknown and will be ignored: [${unknown.join(', ')}]`];
}
