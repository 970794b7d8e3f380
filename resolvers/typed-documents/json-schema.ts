/** The JSON schema (draft 4) of a collection as a description of its documents. */
import { childOf } from '../../datasources/documents/values.ts';
import type { CollectionRef, Json } from '../../datasources/source/source.ts';
import type { DescribedField, DescribedType, DocumentDescriptions, JsonSchema, ValueType } from './model.ts';
import { memberField, typedName } from './names.ts';
import type { DocumentScalar } from './scalars.ts';

/** A type that JSON may have, by the names of JSON schemas; null beside it makes it nullable. */
const SCALARS: Readonly<Record<string, DocumentScalar>> = { string: 'String', number: 'Float', boolean: 'Boolean' };
const FORMATS: Readonly<Record<string, DocumentScalar>> = { 'date-time': 'DateTime', date: 'LocalDate', uuid: 'UUID' };
const MAX_INT = 2 ** 31 - 1;

/**
 * Objects with `properties` become types and lists with `items` lists; what else a schema says narrows values and not types. A
 * value that may have several types is JSON.
 *
 * @returns `undefined` for a schema that describes no object
 */
export function fromJsonSchema(
  { keyspace, collection }: CollectionRef,
  schema: JsonSchema,
): DocumentDescriptions | undefined {
  const types = new Map<string, DescribedType>();

  function toType(name: string, described: JsonSchema, isOfDocument: boolean): DescribedType | undefined {
    const properties = isSchema(described.properties) ? described.properties : {};
    const required = new Set(Array.isArray(described.required) ? described.required : []);
    const fields = Object.entries(properties)
      .filter(([property]) => property !== '')
      .map(([property, member]): DescribedField => {
        const field = memberField(property, isOfDocument);
        const type = toValueType(isSchema(member) ? member : {}, `${name}_${field}`);
        const description = childOf(member, 'description');
        return {
          name: field,
          path: [property],
          type: { ...type, isRequired: required.has(property) && !allowsNull(member) },
          description: typeof description === 'string' ? description : undefined,
        };
      });
    const description = typeof described.description === 'string' ? described.description : undefined;
    return fields.length > 0 ? { name, description, fields } : undefined;
  }

  function toValueType(described: JsonSchema, name: string): ValueType {
    const kind = kindOf(described);
    const isRequired = false;
    if (kind === 'object') {
      const type = toType(name, described, false);
      if (!type) return { kind: 'scalar', name: 'JSON', isRequired };
      types.set(name, type);
      return { kind: 'object', name, isRequired };
    }
    if (kind === 'array' && isSchema(described.items)) {
      return { kind: 'list', element: toValueType(described.items, name), isRequired };
    }
    return { kind: 'scalar', name: scalarOf(kind, described), isRequired };
  }

  const type = toType(typedName(collection), schema, true);
  return type && { collections: [{ ...type, collection, namespace: keyspace }], types };
}

function scalarOf(kind: string | undefined, { format, minimum, maximum }: JsonSchema): DocumentScalar {
  if (kind === 'integer') {
    const isBig = [minimum, maximum].some((bound) => typeof bound === 'number' && Math.abs(bound) > MAX_INT);
    return isBig || format === 'int64' ? 'BigInt' : 'Int';
  }
  if (kind === 'string' && typeof format === 'string') return FORMATS[format] ?? 'String';
  return SCALARS[kind ?? ''] ?? 'JSON';
}

/** The one type besides null; `undefined` where there may be several. */
function kindOf({ type, properties }: JsonSchema): string | undefined {
  if (type === undefined && isSchema(properties)) return 'object';
  const all = Array.isArray(type) ? type : [type];
  const others = all.filter((each) => each !== 'null');
  return others.length === 1 && typeof others[0] === 'string' ? others[0] : undefined;
}

function allowsNull(schema: Json): boolean {
  const type = childOf(schema, 'type');
  return type === undefined || type === 'null' || (Array.isArray(type) && type.includes('null'));
}

function isSchema(value: Json | undefined): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
