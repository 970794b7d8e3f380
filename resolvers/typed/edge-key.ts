/** Checks a declared edge against the tables that it joins, when the schema is built. */
import { findColumn, keyColumns } from '../../datasources/cql/table-columns.ts';
import { printType } from '../../datasources/cql/type.ts';
import { parseType } from '../../datasources/cql/type-parser.ts';
import { canonical } from '../../datasources/cql/value.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { CqlValue } from '../../datasources/source/source.ts';
import { checkKeyColumns } from '../relations/related-key.ts';
import type { RelatedKeyPart } from '../shared/types.generated.ts';
import type { TypedTable } from './model.ts';
import { TABLE_SUFFIXES } from './names.ts';

/** As an operator declares it: names are those of CQL or of the graph. */
export interface DeclaredPart {
  readonly column: string;
  readonly from?: string;
  readonly value?: unknown;
}

export interface DeclaredEdge {
  /** Absent for documents, whose values are checked when they are read. */
  readonly origin: TypedTable | undefined;
  readonly target: TypedTable;
  readonly parts: readonly DeclaredPart[];
  /** Whether it leads to any number of rows. */
  readonly isList: boolean;
}

/** The key with the names of CQL, or a sentence that says what does not fit, with the cure. */
export type EdgeKey = { readonly key: readonly RelatedKeyPart[] } | { readonly problem: string };

export function toEdgeKey({ origin, target, parts, isList }: DeclaredEdge): EdgeKey {
  try {
    const named = parts.map((part) => ({ ...part, column: columnName(target, part.column) }));
    checkKeyColumns(
      target.table,
      named.map(({ column }) => ({ column })),
      leastOf(target, isList),
    );
    return { key: named.map((part) => toPart(part, target, origin)) };
  } catch (error) {
    if (error instanceof InputError) return { problem: error.message + hintOf(error, target, isList) };
    throw error;
  }
}

function leastOf({ table }: TypedTable, isList: boolean): number {
  return isList ? table.partitionKey.length : keyColumns(table).length;
}

/** A part of a key may be meant to lead to many rows. */
function hintOf({ message }: InputError, { table, name }: TypedTable, isList: boolean): string {
  const isPart = !isList && message.startsWith('"key" gives') && table.clusteringKey.length > 0;
  return isPart
    ? ` For many rows by a leading part of the key, the type of the field is ${name}${TABLE_SUFFIXES.connection}.`
    : '';
}

function toPart(
  { column, from, value }: DeclaredPart,
  target: TypedTable,
  origin: TypedTable | undefined,
): RelatedKeyPart {
  const type = parseType(findColumn(target.table, column).type);
  if (from === undefined) {
    const what = `constant for the column "${column}"`;
    // Constants are values of JSON, and none is null.
    return { column, value: canonical(type, value as CqlValue, { what, types: target.types.definitions }) };
  }
  if (!origin) return { column, from };
  const source = findColumn(origin.table, columnName(origin, from));
  const [there, here] = [printType(type), printType(parseType(source.type))];
  if (there !== here) {
    throw new InputError(
      `The column "${source.name}" is ${here}, but "${column}" of the table "${target.table.table}" is ${there}. Name a column of the same type.`,
    );
  }
  return { column, from: source.name };
}

/** The name in CQL, of a column that is named as in CQL or as in the graph. */
function columnName({ byField, columns }: TypedTable, name: string): string {
  if (columns.some(({ column }) => column.name === name)) return name;
  return byField.get(name)?.column.name ?? name;
}
