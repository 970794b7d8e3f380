/** Checks that a JSON value is a JSON schema (draft 4): each known keyword must have a valid value. */
import { type Json, type JsonNumber, type JsonObject, printJson } from '../../shared/json.ts';
import { isRegularExpression, isUri } from './schema-formats.ts';
import { canonicalText, PRIMITIVE_TYPES, typeOf } from './schema-types.ts';

/** Returns the faults in the value of a keyword. */
type Check = (value: Json) => string[];

/** All faults; none for a valid schema. Unknown keywords, unresolved references and other drafts are valid. */
export function findSchemaFaults(schema: Json): string[] {
  if (!(schema instanceof Map)) {
    return [`JSON value is of type ${typeOf(schema)}, not a JSON Schema (expected an object)`];
  }
  return [...schema].flatMap(([keyword, value]) => CHECKS.get(keyword)?.(value) ?? []);
}

const kind =
  (...types: readonly string[]): Check =>
  (value) => {
    const found = typeOf(value);
    const fits = types.includes(found) || (found === 'integer' && types.includes('number'));
    return fits ? [] : [`value has incorrect type (found ${found}, expected one of [${types.join(', ')}])`];
  };

/** Runs `then` only if `first` finds no fault. */
const both =
  (first: Check, then: Check): Check =>
  (value) => {
    const faults = first(value);
    return faults.length > 0 ? faults : then(value);
  };

const count = both(kind('integer'), (value) =>
  Number((value as JsonNumber).text) < 0 ? [`integer value must be non-negative (found: ${printJson(value)})`] : [],
);

const items = (value: Json): Json[] => (Array.isArray(value) ? value : []);
const members = (value: Json): Json[] => (value instanceof Map ? [...value.values()] : []);

const schemaObject: Check = both(kind('object'), findSchemaFaults);
const schemas: Check = both(kind('object'), (value) => members(value).flatMap(schemaObject));
const someSchemas: Check = both(kind('array'), (value) =>
  items(value).length === 0 ? ['array must have at least one element'] : items(value).flatMap(schemaObject),
);
const schemaOrBoolean: Check = both(kind('boolean', 'object'), (value) =>
  value instanceof Map ? findSchemaFaults(value) : [],
);

const distinctTexts: Check = both(kind('array'), (value) => {
  const texts = items(value);
  if (texts.length === 0) return ['array must have at least one element'];
  if (new Set(texts.map(canonicalText)).size < texts.length) return ['elements in array are not unique'];
  return texts.flatMap(kind('string'));
});

const pattern: Check = both(kind('string'), (value) =>
  isRegularExpression(String(value)) ? [] : [`string is not a valid ECMA 262 regex: ${printJson(value)}`],
);

const uri: Check = both(kind('string'), (value) =>
  isUri(String(value)) ? [] : [`string is not a valid URI: ${printJson(value)}`],
);

const types: Check = both(kind('array', 'string'), (value) => {
  const names = Array.isArray(value) ? value : [value];
  if (names.length === 0) return ['array must have at least one element'];
  if (new Set(names.map(canonicalText)).size < names.length) return ['elements in array are not unique'];
  return names.flatMap((name) => (isPrimitive(name) ? [] : [noPrimitive(name)]));
});

const dependencies: Check = both(kind('object'), (value) =>
  members(value).flatMap((one) => (one instanceof Map ? findSchemaFaults(one) : distinctTexts(one))),
);

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['$schema', uri],
  ['$ref', uri],
  ['id', uri],
  ['title', kind('string')],
  ['description', kind('string')],
  ['format', kind('string')],
  [
    'multipleOf',
    both(kind('number'), (value) => (Number((value as JsonNumber).text) > 0 ? [] : ['divisor is not greater than 0'])),
  ],
  ['maximum', kind('number')],
  ['minimum', kind('number')],
  ['exclusiveMaximum', kind('boolean')],
  ['exclusiveMinimum', kind('boolean')],
  ['maxLength', count],
  ['minLength', count],
  ['maxItems', count],
  ['minItems', count],
  ['maxProperties', count],
  ['minProperties', count],
  ['pattern', pattern],
  ['uniqueItems', kind('boolean')],
  ['additionalItems', schemaOrBoolean],
  ['additionalProperties', schemaOrBoolean],
  [
    'items',
    both(kind('array', 'object'), (value) => (Array.isArray(value) ? someSchemas(value) : findSchemaFaults(value))),
  ],
  ['required', distinctTexts],
  ['properties', schemas],
  ['patternProperties', both(schemas, (value) => [...(value as JsonObject).keys()].flatMap(pattern))],
  ['definitions', schemas],
  ['dependencies', dependencies],
  ['enum', kind('array')],
  ['type', types],
  ['allOf', someSchemas],
  ['anyOf', someSchemas],
  ['oneOf', someSchemas],
  ['not', schemaObject],
]);

export function isKnownKeyword(keyword: string): boolean {
  return CHECKS.has(keyword) || keyword === 'default';
}

function isPrimitive(name: Json): boolean {
  return PRIMITIVE_TYPES.some((type) => type === name);
}

function noPrimitive(name: Json): string {
  return `${printJson(name)} is not a valid primitive type (valid values are: [${PRIMITIVE_TYPES.join(', ')}])`;
}
