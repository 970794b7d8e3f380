/** Gives the tables and types of a keyspace their names in a typed graph, and leaves out what it cannot show. */
import { type CqlType, typesWithin } from '../../datasources/cql/type.ts';
import { parseType } from '../../datasources/cql/type-parser.ts';
import type { Column, Table, UserDefinedType } from '../../datasources/source/source.ts';
import { camelCase, type NameStyle, toCase } from './camel.ts';
import type { TypedTable, TypedType, TypedTypes } from './model.ts';
import { fieldName, typedName } from './names.ts';

export interface DescribedTable extends TypedTable {
  /** Columns that the graph leaves out, each a sentence with the reason. */
  readonly omissions: readonly string[];
}

/** Fields that the type of each table has besides its columns. */
const ROW_FIELDS: ReadonlySet<string> = new Set(['nodeId']);

export function describeTypes(definitions: readonly UserDefinedType[], style: NameStyle = 'exact'): TypedTypes {
  const types = definitions.map(({ name, fields }): TypedType => {
    const cased = toFields(fields, style);
    return {
      name,
      fields: fields.map((each, index) => ({
        name: each.name,
        field: cased[index] ?? each.name,
        type: parseType(each.type),
      })),
    };
  });
  return { byName: new Map(types.map((type) => [type.name, type])), definitions, style };
}

/** `undefined` for a table whose key cannot be shown. */
export function describeTable(table: Table, types: TypedTypes): DescribedTable | undefined {
  const cased = toFields(table.columns, types.style, ROW_FIELDS);
  const all = table.columns.map((column, index) => ({
    column,
    field: cased[index] ?? column.name,
    type: parseType(column.type),
  }));
  const columns = all.filter(({ type }) => isKnown(type, types));
  const omitted = all.filter(({ type }) => !isKnown(type, types)).map(({ column }) => column);
  if (omitted.some(({ kind }) => kind === 'PARTITION_KEY' || kind === 'CLUSTERING_KEY')) return undefined;
  return {
    table,
    name: typedName(table.table),
    columns,
    byField: new Map(columns.map((each) => [each.field, each])),
    types,
    omissions: omitted.map(omission),
  };
}

/** The names of fields, in the order of what they are for. */
function toFields(
  named: readonly { readonly name: string }[],
  style: NameStyle,
  taken: ReadonlySet<string> = new Set(),
): readonly string[] {
  const exact = named.map(({ name }) => fieldName(name, taken));
  if (style === 'exact') return exact;
  const { names } = toCase(exact, camelCase, taken);
  return exact.map((name) => names.get(name) ?? name);
}

function omission({ name, type }: Column): string {
  return `The column \`${name}\` is left out: its type \`${type}\` is not known here. Read it in the universal graph.`;
}

/** Whether all of a type can be shown; a user-defined type only with all its fields. */
function isKnown(type: CqlType, types: TypedTypes, within: ReadonlySet<string> = new Set()): boolean {
  return typesWithin(type).every((part) => {
    if (part.kind === 'opaque') return false;
    if (part.kind !== 'udt') return true;
    if (within.has(part.name)) return true;
    const fields = types.byName.get(part.name)?.fields ?? [];
    return fields.length > 0 && fields.every((each) => isKnown(each.type, types, new Set([...within, part.name])));
  });
}
