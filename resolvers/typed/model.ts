/** What resolvers of a typed graph know of its tables and types: each name of CQL with its name in the graph. */
import type { CqlType, ScalarName } from '../../datasources/cql/type.ts';
import type { Column, Index, Table, UserDefinedType } from '../../datasources/source/source.ts';
import type { NameStyle } from './camel.ts';

export type { CqlType, Index, ScalarName, Table, UserDefinedType };

export interface TypedColumn {
  readonly column: Column;
  /** Its name in the graph. */
  readonly field: string;
  readonly type: CqlType;
}

export interface TypedTable {
  /** The definition that the schema was built from. */
  readonly table: Table;
  /** Of its type and of its list. */
  readonly name: string;
  /** Those that the graph can show, in the order of the definition. */
  readonly columns: readonly TypedColumn[];
  /** The same by their names in the graph. */
  readonly byField: ReadonlyMap<string, TypedColumn>;
  readonly types: TypedTypes;
}

export interface TypedField {
  readonly name: string;
  readonly field: string;
  readonly type: CqlType;
}

/** A user-defined type. */
export interface TypedType {
  readonly name: string;
  readonly fields: readonly TypedField[];
}

/** The user-defined types of a keyspace, as the graph and as CQL know them. */
export interface TypedTypes {
  readonly byName: ReadonlyMap<string, TypedType>;
  readonly definitions: readonly UserDefinedType[];
  /** Of the names of fields. */
  readonly style: NameStyle;
}
