/** Columns as fields of typed objects and inputs. */
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { FilterInput } from '../../datasources/cql/check-filters.ts';
import { keyColumns } from '../../datasources/cql/table-columns.ts';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { ownValue } from '../../datasources/shared/own-value.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { CqlValue, RowValues } from '../../datasources/source/source.ts';
import { cell } from '../rows/row.ts';
import { loadRow } from '../rows/row-list.ts';
import type { Context } from '../shared/context.ts';
import type { RowModel } from '../shared/models.ts';
import type { TypedColumn, TypedTable } from './model.ts';
import { columnsReader } from './projection.ts';
import { fromTyped, isSameTyped, toTyped } from './values.ts';

type Arguments = { readonly [name: string]: unknown };

/** The field of a column. A row that a mutation wrote is read when more than its key is selected. */
export function columnResolver(
  table: TypedTable,
  { column, field, type }: TypedColumn,
): GraphQLFieldResolver<RowModel, Context> {
  const read = columnReader(table, column.name);
  if (isSameTyped(type)) return (parent, _args, context, info) => read(parent, context, info);
  const convert = (value: CqlValue) => toTyped(type, value, table.types, `column "${field}"`);
  return (parent, _args, context, info) => chain(read(parent, context, info), convert);
}

/** The value of a column of a row, as the universal graph has it. */
export type ReadColumn = (parent: RowModel, context: Context, info: GraphQLResolveInfo) => MaybePromise<CqlValue>;

export function columnReader(typed: TypedTable, name: string): ReadColumn {
  const { table } = typed;
  if (keyColumns(table).includes(name)) return (parent) => ownValue(parent.key, name) ?? null;
  const columnsOf = columnsReader(typed);
  const cellOf = (found: RowModel | null) => (found?.row ? cell(found.row, name) : null);
  return (parent, context, info) =>
    parent.row ? cell(parent.row, name) : chain(loadRow(table, parent.key, context, columnsOf(info)), cellOf);
}

/** The columns that an input names, as values of the universal graph; absent fields stay absent. */
export function toColumnValues({ byField, types }: TypedTable, input: Arguments): RowValues {
  return Object.fromEntries(
    Object.entries(input).flatMap(([field, value]) => {
      const found = byField.get(field);
      return found && value !== undefined ? [[found.column.name, fromTyped(found.type, value, types)]] : [];
    }),
  );
}

/** @throws InputError - for null, and for an entry without an operator: each would leave the whole table */
export function toFilterInputs(table: TypedTable, where: Arguments | null): readonly FilterInput[] {
  if (where === null) throw new InputError(`"where" is null. Give a condition, or leave "where" out for all rows.`);
  const entries = Object.entries(where).filter(([, value]) => value !== undefined);
  if (entries.length === 0) {
    throw new InputError(`"where" is empty, so every row would meet it. Give a condition, or leave "where" out.`);
  }
  return entries.map(([field, condition]) => toFilterInput(table, field, condition));
}

function toFilterInput({ byField, types }: TypedTable, field: string, condition: unknown): FilterInput {
  const found = byField.get(field);
  if (!found || condition === null) {
    throw new InputError(`The condition on "${field}" is null. Give an operator such as "eq", or leave it out.`);
  }
  const { column, type } = found;
  const operators = Object.entries(condition as Arguments).map(([operator, value]) => {
    if (value === null || value === undefined) return [operator, value];
    return [operator, operandOf(type, operator, value)] as const;
  });
  return { column: column.name, ...Object.fromEntries(operators) };

  function operandOf(of: TypedColumn['type'], operator: string, value: unknown): unknown {
    if (operator === 'in') return (value as readonly unknown[]).map((each) => fromTyped(of, each, types));
    if (operator === 'contains') return fromTyped(elementOf(of), value, types);
    if (operator === 'containsKey' && of.kind === 'map') return fromTyped(of.key, value, types);
    if (operator === 'containsEntry' && of.kind === 'map') {
      const entry = value as { readonly key: unknown; readonly value: unknown };
      return { key: fromTyped(of.key, entry.key, types), value: fromTyped(of.value, entry.value, types) };
    }
    return fromTyped(of, value, types);
  }
}

function elementOf(type: TypedColumn['type']): TypedColumn['type'] {
  if (type.kind === 'map') return type.value;
  return type.kind === 'list' || type.kind === 'set' ? type.element : type;
}
