/** The vectors that a collection takes. */
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { CommandFailure, invalidField, refused } from '../../command/errors.ts';
import { integerField, objectField, textField } from '../../command/fields.ts';
import { checkNoStrangers, invalidOption } from './option-fields.ts';

export type Metric = 'cosine' | 'dot_product' | 'euclidean';

export interface VectorOptions {
  readonly dimension: number;
  readonly metric: Metric;
  readonly sourceModel: string;
}

export const METRICS: readonly Metric[] = ['dot_product', 'cosine', 'euclidean'];
const MAX_DIMENSION = 4096;
/** With the metric that each brings where none is named. */
export const SOURCE_MODELS: Readonly<Record<string, Metric>> = {
  ada002: 'dot_product',
  bert: 'dot_product',
  'cohere-v3': 'dot_product',
  gecko: 'dot_product',
  'nv-qa-4': 'dot_product',
  'openai-v3-large': 'dot_product',
  'openai-v3-small': 'dot_product',
  other: 'cosine',
};
const FORMER_NAMES: Readonly<Record<string, string>> = { size: 'dimension', function: 'metric' };
const KNOWN = ['dimension', 'metric', 'service', 'sourceModel'];

export function readVector(sent: JsonObject): VectorOptions {
  const vector: JsonObject = new Map([...sent].map(([name, value]) => [FORMER_NAMES[name] ?? name, value]));
  checkNoStrangers('createCollection.options.vector', vector, KNOWN);
  const dimension = integerField(vector, 'dimension');
  const service = objectField(vector, 'service');
  const metric = oneOf(vector, 'metric', METRICS, 'function name');
  const sourceModel = oneOf(vector, 'sourceModel', Object.keys(SOURCE_MODELS), 'sourceModel') ?? 'other';
  if (dimension !== undefined && dimension <= 0) {
    throw invalid('dimension', String(dimension), 'dimension should be greater than `0`');
  }
  if (service) checkService(service);
  if (dimension === undefined) throw invalidOption("The 'dimension' can not be null if 'service' is not provided");
  if (dimension > MAX_DIMENSION) {
    const problem = `Vector embedding property '$vector' length too big: ${dimension} (max ${MAX_DIMENSION}).`;
    throw refused('SCHEMA', 'VECTOR_SEARCH_TOO_BIG_VALUE', problem);
  }
  return { dimension, metric: metric ?? SOURCE_MODELS[sourceModel] ?? 'cosine', sourceModel };
}

export function vectorJson({ dimension, metric, sourceModel }: VectorOptions): JsonObject {
  return new Map<string, Json>([
    ['dimension', new JsonNumber(String(dimension))],
    ['metric', metric],
    ['sourceModel', sourceModel],
  ]);
}

function oneOf<T extends string>(
  vector: JsonObject,
  field: string,
  allowed: readonly T[],
  name: string,
): T | undefined {
  const text = textField(vector, field);
  const found = allowed.find((each) => each === text);
  if (found || text === undefined) return found;
  const names = allowed.map((each) => `'${each}'`).join(', ');
  throw invalid(field, JSON.stringify(text), `${name} can only be ${names}`);
}

/** No service that makes vectors of texts is offered. */
function checkService(service: JsonObject): void {
  if (!textField(service, 'provider'))
    throw invalidOption("'provider' in required property for 'vector.service' Object value");
  const problem = 'Vectorize feature is not available in the environment.';
  throw refused('SCHEMA', 'VECTORIZE_FEATURE_NOT_AVAILABLE', problem);
}

function invalid(field: string, value: string, problem: string): CommandFailure {
  return new CommandFailure([invalidField(`command.options.vector.${field}`, value, problem)]);
}
