/** Checks a declared edge to rows against the tables that it joins, when the schema is built. */
import { findColumn, keyColumns } from '../../datasources/cql/table-columns.ts';
import { type CqlType, printType } from '../../datasources/cql/type.ts';
import { parseType } from '../../datasources/cql/type-parser.ts';
import { canonical } from '../../datasources/cql/value.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { CqlValue } from '../../datasources/source/source.ts';
import { checkKeyParts } from '../relations/related-key.ts';
import type { EdgePart } from './edges.ts';
import type { TypedColumn, TypedTable } from './model.ts';
import { TABLE_SUFFIXES } from './names.ts';

/** As an operator declares it: names are those of CQL or of the graph. */
export interface DeclaredPart {
  readonly column: string;
  readonly from?: string;
  readonly value?: unknown;
}

/** A column of the key that an edge leads to. */
export interface KeyColumn {
  readonly target: TypedTable;
  readonly column: string;
  readonly type: CqlType;
}

export interface DeclaredEdge {
  readonly target: TypedTable;
  readonly parts: readonly DeclaredPart[];
  /** Whether it leads to any number of rows. */
  readonly isList: boolean;
  /** What is read here for a column there. @throws InputError - when there is no such thing, or of another type */
  readonly sourceOf: (from: string, there: KeyColumn) => Pick<EdgePart, 'from' | 'convert'>;
}

/** The parts with the names of CQL, or a sentence that says what does not fit, with the cure. */
export type EdgeParts = { readonly parts: readonly EdgePart[] } | { readonly problem: string };

export function toEdgeKey({ target, parts, isList, sourceOf }: DeclaredEdge): EdgeParts {
  return attempt(
    () => {
      const named = parts.map((part) => ({ ...part, column: columnName(target, part.column) }));
      checkKeyParts(
        target.table,
        named.map(({ column }) => ({ column })),
        isList ? target.table.partitionKey.length : keyColumns(target.table).length,
      );
      return named.map(({ column, from, value }): EdgePart => {
        const type = parseType(findColumn(target.table, column).type);
        if (from !== undefined) return { to: column, ...sourceOf(from, { target, column, type }) };
        const what = `constant for the column "${column}"`;
        // Constants are values of JSON, and none is null.
        return { to: column, value: canonical(type, value as CqlValue, { what, types: target.types.definitions }) };
      });
    },
    (message) => message + hintOf(message, target, isList),
  );
}

/** What is refused is a problem, and no exception. */
export function attempt(
  toParts: () => readonly EdgePart[],
  toProblem: (message: string) => string = (message) => message,
): EdgeParts {
  try {
    return { parts: toParts() };
  } catch (error) {
    if (error instanceof InputError) return { problem: toProblem(error.message) };
    throw error;
  }
}

/** A part of a key may be meant to lead to many rows. */
function hintOf(message: string, { table, name }: TypedTable, isList: boolean): string {
  const isPart = !isList && message.startsWith('"key" gives') && table.clusteringKey.length > 0;
  return isPart
    ? ` For many rows by a leading part of the key, the type of the field is ${name}${TABLE_SUFFIXES.connection}.`
    : '';
}

/** Columns of rows have the types of those that they lead to. */
export function columnSource(origin: TypedTable): DeclaredEdge['sourceOf'] {
  return (from, { target, column, type }) => {
    const source = sourceColumn(origin, from);
    const [there, here] = [printType(type), printType(source.type)];
    if (there === here) return { from: source.column.name };
    throw new InputError(
      `The column "${source.column.name}" is ${here}, but "${column}" of the table "${target.table.table}" is ${there}. Name a column of the same type.`,
    );
  };
}

/** A column that is named as in CQL or as in the graph. @throws InputError - when there is none */
export function sourceColumn(origin: TypedTable, name: string): Pick<TypedColumn, 'column' | 'type'> {
  const column = findColumn(origin.table, columnName(origin, name));
  return { column, type: parseType(column.type) };
}

function columnName({ byField, columns }: TypedTable, name: string): string {
  if (columns.some(({ column }) => column.name === name)) return name;
  return byField.get(name)?.column.name ?? name;
}
