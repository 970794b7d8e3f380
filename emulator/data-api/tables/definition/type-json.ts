/** Types as listings and `projectionSchema` show them. */
import type { Column, Keyspace } from '../../../core/catalog.ts';
import { quotedName } from '../../../cql/types/name.ts';
import { type CqlType, cqlTypeText, parseType } from '../../../cql/types/type.ts';
import type { SchemaColumn } from '../../../cql/write/schema.ts';
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';

type Support = Readonly<Record<'createTable' | 'insert' | 'read' | 'filter', boolean>>;

export interface TypeForm {
  readonly keyspace: Keyspace;
  /** Whether user-defined types are shown with their fields. */
  readonly withFields: boolean;
}

const VECTOR: Support = { createTable: true, insert: true, read: true, filter: false };
const COUNTER: Support = { createTable: false, insert: false, read: true, filter: false };
const TIMEUUID: Support = { createTable: false, insert: true, read: true, filter: true };
const UNSUPPORTED: Support = { createTable: false, insert: false, read: false, filter: false };
const FROZEN: Support = { createTable: false, insert: true, read: true, filter: true };

/** A column: what is said of its type, and of what the Data API can do with it where that is not everything. */
export function columnTypeJson(column: Column | SchemaColumn, form: TypeForm): JsonObject {
  const type = parseType(column.type);
  const isStatic = column.kind === 'static';
  const support = supportOf(type) ?? (isStatic ? { ...FROZEN, createTable: false } : undefined);
  const shown = isReadable(type) ? typeMembers(type, form) : new Map<string, Json>([['type', 'UNSUPPORTED']]);
  if (!support) return shown;
  const cql = cqlText(type, form.keyspace);
  return new Map([...shown, ['apiSupport', supportJson(support, isStatic ? `static ${cql}` : cql)]]);
}

/** Columns in the order of their table. */
export function columnsJson(columns: readonly (Column | SchemaColumn)[], form: TypeForm): JsonObject {
  return new Map(columns.map((column) => [column.name, columnTypeJson(column, form)]));
}

/** A user-defined type of a keyspace, as it is listed. */
export function userTypeJson(keyspace: Keyspace, name: string): JsonObject {
  const type: CqlType = { kind: 'udt', name, frozen: false };
  return new Map([
    ...typeMembers(type, { keyspace, withFields: true }),
    ['apiSupport', supportJson(VECTOR, cqlText(type, keyspace))],
  ]);
}

/** Tuples, and containers in containers, can neither be read nor written. */
export function isReadable(type: CqlType): boolean {
  switch (type.kind) {
    case 'tuple':
      return false;
    case 'list':
    case 'set':
      return isPart(type.element);
    case 'map':
      return isPart(type.key) && isPart(type.value);
    default:
      return true;
  }
}

function isPart({ kind }: CqlType): boolean {
  return kind === 'scalar' || kind === 'udt';
}

/** `undefined`: everything. */
function supportOf(type: CqlType): Support | undefined {
  if (!isReadable(type)) return UNSUPPORTED;
  switch (type.kind) {
    case 'vector':
      return VECTOR;
    case 'udt':
      return type.frozen ? undefined : VECTOR;
    case 'scalar':
      if (type.name === 'counter') return COUNTER;
      return type.name === 'timeuuid' ? TIMEUUID : undefined;
    default:
      return 'frozen' in type && type.frozen ? FROZEN : undefined;
  }
}

function supportJson(support: Support, cqlDefinition: string): JsonObject {
  return new Map<string, Json>([...Object.entries(support), ['cqlDefinition', cqlDefinition]]);
}

function typeMembers(type: CqlType, form: TypeForm): JsonObject {
  switch (type.kind) {
    case 'scalar':
      return new Map([['type', type.name]]);
    case 'list':
    case 'set':
      return new Map<string, Json>([
        ['type', type.kind],
        ['valueType', partJson(type.element, form)],
      ]);
    case 'map':
      return new Map<string, Json>([
        ['type', 'map'],
        ['keyType', partJson(type.key, form)],
        ['valueType', partJson(type.value, form)],
      ]);
    case 'vector':
      return new Map<string, Json>([
        ['type', 'vector'],
        ['dimension', new JsonNumber(String(type.dimension))],
      ]);
    case 'udt':
      return new Map<string, Json>([
        ['type', 'userDefined'],
        ['udtName', type.name],
        ...(form.withFields ? ([['definition', fieldsJson(type.name, form)]] as const) : []),
      ]);
    case 'tuple':
      return new Map([['type', 'UNSUPPORTED']]);
  }
}

function partJson(type: CqlType, form: TypeForm): Json {
  return type.kind === 'scalar' ? type.name : typeMembers(type, form);
}

function fieldsJson(name: string, form: TypeForm): JsonObject {
  const { types } = form.keyspace;
  const fields = Object.hasOwn(types, name) ? (types[name]?.fields ?? []) : [];
  const members = fields.map((field) => [field.name, typeMembers(parseType(field.type), form)] as const);
  return new Map([['fields', new Map(members)]]);
}

/** User-defined types are spelled with their keyspace. */
function cqlText(type: CqlType, keyspace: Keyspace): string {
  if (type.kind !== 'udt') return cqlTypeText(type);
  const name = `${quotedName(keyspace.name)}.${quotedName(type.name)}`;
  return type.frozen ? `frozen<${name}>` : name;
}
