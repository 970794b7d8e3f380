/** The options of a collection: as they are sent, as they are listed, and when two are the same. */
import { type Json, type JsonObject, printJson } from '../../../shared/json.ts';
import { CommandFailure, invalidField, refused, structureMismatch } from '../../command/errors.ts';
import { booleanField, kindOf, objectField, textField } from '../../command/fields.ts';
import { ID_TYPES, type IdType } from '../values/new-id.ts';
import { type Indexing, indexingJson, readIndexing } from './indexing.ts';
import { checkNoStrangers, invalidOption } from './option-fields.ts';
import { readVector, type VectorOptions, vectorJson } from './vector-options.ts';

export interface CollectionOptions {
  /** Of the identifiers that are made; absent: text of a UUID. */
  readonly idType?: IdType;
  readonly vector?: VectorOptions;
  readonly indexing?: Indexing;
}

const KNOWN = ['defaultId', 'indexing', 'lexical', 'rerank', 'vector'];

/** @throws CommandFailure - for what a collection cannot be made with */
export function readOptions(options: JsonObject): CollectionOptions {
  checkNoStrangers('createCollection.options', options, KNOWN);
  const idType = readIdType(objectField(options, 'defaultId'));
  const sent = { vector: objectField(options, 'vector'), indexing: objectField(options, 'indexing') };
  const lexical = objectField(options, 'lexical');
  const rerank = objectField(options, 'rerank');
  const vector = sent.vector && readVector(sent.vector);
  const indexing = sent.indexing && readIndexing(sent.indexing);
  if (lexical) checkLexical(lexical);
  if (rerank) checkRerank(rerank);
  return { ...(idType && { idType }), ...(vector && { vector }), ...(indexing && { indexing }) };
}

/** As `findCollections` explains them, which is also how they are kept. */
export function optionsJson({ idType, vector, indexing }: CollectionOptions): JsonObject {
  const off = () => new Map<string, Json>([['enabled', false]]);
  return new Map<string, Json>([
    ...(idType ? [['defaultId', new Map([['type', idType]])] satisfies [string, Json]] : []),
    ...(vector ? [['vector', vectorJson(vector)] satisfies [string, Json]] : []),
    ...(indexing ? [['indexing', indexingJson(indexing)] satisfies [string, Json]] : []),
    ['lexical', off()],
    ['rerank', off()],
  ]);
}

/** Whether a collection made with one could be made with the other. */
export function areSameOptions(one: CollectionOptions, other: CollectionOptions): boolean {
  return printJson(optionsJson(one)) === printJson(optionsJson(other));
}

function readIdType(defaultId: JsonObject | undefined): IdType | undefined {
  if (!defaultId) return undefined;
  checkNoStrangers('createCollection.options.defaultId', defaultId, ['type']);
  const text = textField(defaultId, 'type');
  const type = ID_TYPES.find((known) => known === text);
  if (type || text === undefined) return type;
  const problem = "Id type can only be 'objectId', 'uuid' , 'uuidv6' or 'uuidv7'";
  throw new CommandFailure([invalidField('command.options.idConfig.idType', JSON.stringify(text), problem)]);
}

/** Neither text search nor ranking is offered: they can be switched off by name. */
function checkLexical(lexical: JsonObject): void {
  const enabled = booleanField(lexical, 'enabled');
  checkNoStrangers('createCollection.options.lexical', lexical, ['analyzer', 'enabled']);
  if (enabled === undefined) throw invalidOption("'enabled' is required property for 'lexical' Object value");
  const analyzer = lexical.get('analyzer') ?? null;
  if (analyzer !== null && typeof analyzer !== 'string' && !(analyzer instanceof Map)) {
    throw invalidOption(`'analyzer' property of 'lexical' must be JSON String or Object, is: ${kindOf(analyzer)}`);
  }
  if (enabled) {
    const problem = 'The command attempted to enable lexical search, which is not supported by this database.';
    throw refused('SCHEMA', 'LEXICAL_FEATURE_NOT_ENABLED', problem);
  }
  if (analyzer === null || (analyzer instanceof Map && analyzer.size === 0)) return;
  throw invalidOption("'lexical' is disabled, but 'lexical.analyzer' property was provided with a value");
}

function checkRerank(rerank: JsonObject): void {
  const enabled = booleanField(rerank, 'enabled');
  checkNoStrangers('createCollection.options.rerank', rerank, ['enabled', 'service']);
  const service = rerank.get('service') ?? null;
  if (service !== null && !(service instanceof Map))
    throw structureMismatch(`Cannot construct a rerank service from ${kindOf(service)}`);
  if (enabled === undefined) throw invalidOption("'enabled' is required property for 'rerank' Object value");
  if (enabled) {
    throw refused('SCHEMA', 'RERANKING_FEATURE_NOT_ENABLED', 'Reranking feature is not enabled for this database.');
  }
  if (service) throw invalidOption("'rerank' is disabled, but 'rerank.service' configuration is provided");
}
