/** Shapes of what schema commands answer, explained (Data API contract, tables, schema). */
import { hasKey, named } from '../../catalog/definition.ts';
import { type ExactObject, isJsonObject, type JsonValue, membersOf } from '../../json/json-value.ts';
import {
  also,
  arrayOf,
  integer,
  mapOf,
  name,
  object,
  optional,
  type Shape,
  type Shaped,
  shape,
  text,
} from '../../json/shape.ts';
import { isMetric } from './metrics.ts';

export type TableBody = Shaped<typeof tableShape>;
export type TypeBody = Shaped<typeof typeShape>;
export type CollectionBody = Shaped<typeof collectionShape>;

/** The type of a column or field; inside containers that of a scalar may be its name alone. */
export interface ColumnTypeBody {
  readonly type: string;
  readonly keyType?: ColumnTypeBody | string;
  readonly valueType?: ColumnTypeBody | string;
  readonly dimension?: number;
  readonly udtName?: string;
  readonly apiSupport?: { readonly cqlDefinition?: string };
}

/** What all lists of the schema stand in. */
export function status<T>(members: Shape<T>): Shape<{ readonly status: T }> {
  return object({ status: members });
}

/** What a change answers. */
export const done = status(object({ ok: shape('1', (value): value is 1 => value === 1) }));

/** Deeper types are none that Cassandra has. */
const MAX_DEPTH = 50;

const columnType = shape('the type of a column', (value): value is ColumnTypeBody => isColumnType(value, MAX_DEPTH));

function isColumnType(value: unknown, levelsLeft: number): value is ColumnTypeBody {
  if (!isObject(value) || levelsLeft === 0 || !isWord(value.type)) return false;
  const { type, keyType, valueType, dimension, udtName, apiSupport } = value;
  const isPart = (part: unknown) => isWord(part) || isColumnType(part, levelsLeft - 1);
  if (apiSupport !== undefined && !isSupport(apiSupport)) return false;
  switch (type) {
    case 'list':
    case 'set':
      return isPart(valueType);
    case 'map':
      return isPart(keyType) && isPart(valueType);
    case 'vector':
      return Number.isSafeInteger(dimension) && Number(dimension) > 0;
    case 'userDefined':
      return isWord(udtName);
    default:
      return true;
  }
}

function isSupport(value: unknown): boolean {
  return isObject(value) && (value.cqlDefinition === undefined || isWord(value.cqlDefinition));
}

function isObject(value: unknown): value is ExactObject {
  return isJsonObject(value as JsonValue);
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

const order = shape('1 or -1', (value): value is 1 | -1 => value === 1 || value === -1);

const key = object({
  partitionBy: also(arrayOf(name), ({ length }) => length > 0, 'a partition key without columns came'),
  // Required: without it a partition key would pass as a whole key.
  partitionSort: mapOf(order),
});

export const tableShape = object({
  name,
  definition: also(
    object({ columns: mapOf(columnType), primaryKey: key }),
    ({ columns, primaryKey: { partitionBy, partitionSort } }) =>
      hasKey(Object.keys(columns), [...partitionBy, ...namesOf(partitionSort)]),
    'a primary key of other columns than the table has, or with one twice, came',
  ),
});

export const typeShape = also(
  object({ udtName: name, definition: object({ fields: mapOf(columnType) }) }),
  ({ definition }) => Object.keys(definition.fields).length > 0,
  'a type without fields came',
);

const metric = shape('the name of a metric', (value): value is string => typeof value === 'string' && isMetric(value));

export const collectionShape = object({
  name,
  options: optional(
    object({
      vector: optional(
        object({
          dimension: optional(integer),
          metric: optional(metric),
          service: optional(object({ provider: name, modelName: optional(text) })),
        }),
      ),
    }),
  ),
});

export const keyspacesReply = status(object({ keyspaces: distinct() }));
export const tablesReply = status(object({ tables: named(tableShape) }));
export const tableNamesReply = status(object({ tables: distinct() }));
export const collectionsReply = status(object({ collections: named(collectionShape) }));
export const collectionNamesReply = status(object({ collections: distinct() }));
export const typesReply = status(
  object({
    types: also(
      arrayOf(typeShape),
      (types) => new Set(types.map(({ udtName }) => udtName)).size === types.length,
      'a name stands there twice',
    ),
  }),
);
export const typeNamesReply = status(object({ types: distinct() }));

/** Names of members in the order of the text. */
export function namesOf(members: object): readonly string[] {
  // What a body holds is JSON, whatever its shape says of it.
  return membersOf(members as ExactObject).map(([each]) => each);
}

function distinct(): Shape<readonly string[]> {
  return also(arrayOf(name), (list) => new Set(list).size === list.length, 'a name stands there twice');
}
