/** Types of columns as the Data API explains them, made into CQL types. */
import { type CqlType, SCALAR_NAMES, typesWithin } from '../../cql/type.ts';
import { parseType } from '../../cql/type-parser.ts';
import type { ColumnTypeBody } from './definition-shapes.ts';

export interface ExplainedType {
  readonly type: CqlType;
  readonly isStatic: boolean;
}

/** The explanation tells frozen and static columns, and what it has no words for, by the CQL alone. */
export function readColumnType(body: ColumnTypeBody): ExplainedType {
  const cql = body.apiSupport?.cqlDefinition;
  if (cql === undefined) return { type: readType(body), isStatic: false };
  const isStatic = /^static\s/i.test(cql);
  const type = parseType(withoutKeyspaces(cql.replace(/^static\s+/i, '')));
  const isUnclear = typesWithin(type).some(({ kind }) => kind === 'opaque');
  return { type: isUnclear && isExplained(body) ? readType(body) : type, isStatic };
}

function readType(body: ColumnTypeBody | string): CqlType {
  const { type: word, keyType, valueType, dimension = 0, udtName = '' } = typeof body === 'string' ? bare(body) : body;
  switch (word) {
    case 'list':
    case 'set':
      return { kind: word, element: readType(valueType ?? ''), isFrozen: false };
    case 'map':
      return { kind: 'map', key: readType(keyType ?? ''), value: readType(valueType ?? ''), isFrozen: false };
    case 'vector':
      return { kind: 'vector', element: { kind: 'scalar', name: 'float' }, dimension };
    case 'userDefined':
      // What is not frozen comes with its CQL; what stands in a container is always frozen.
      return { kind: 'udt', name: udtName, isFrozen: true };
    default:
      return readScalar(word);
  }
}

function bare(type: string): ColumnTypeBody {
  return { type };
}

function readScalar(word: string): CqlType {
  const name = SCALAR_NAMES.find((each) => each === word);
  return name ? { kind: 'scalar', name } : { kind: 'opaque', text: word };
}

/** Whether the explanation itself names the type. */
function isExplained({ type }: ColumnTypeBody): boolean {
  return type !== 'UNSUPPORTED';
}

/** `shop."Pair"` is `"Pair"`. Java classes, in single quotes, have dots too. */
function withoutKeyspaces(cql: string): string {
  return cql.includes("'") ? cql : cql.replace(/(?:"(?:[^"]|"")+"|\w+)\.(?=["\w])/g, '');
}
