/** The `where` parameter (Stargate REST API v2): conditions joined by AND, one object of operators per column. */
import { columnsByName } from '../../cql/table-columns.ts';
import type { CqlType } from '../../cql/type.ts';
import { parseType } from '../../cql/type-parser.ts';
import type { JsonValue } from '../../json/json-value.ts';
import { InputError } from '../../source/errors.ts';
import type { ColumnFilter, CqlValue, RowValues, Table } from '../../source/source.ts';
import { type Encoding, encode, encodeListed } from './row-encode.ts';

/** Column to operators to values, as it goes out. */
export type Where = { readonly [column: string]: { readonly [operator: string]: JsonValue } };

export function columnType(table: Table, name: string): CqlType {
  return parseType(columnsByName(table).get(name)?.type ?? '');
}

/** Equality with each value of a key or a part of one. */
export function whereKey(table: Table, key: RowValues, encoding: Encoding): Where {
  const columns = Object.entries(key).filter(([, value]) => value !== null);
  return Object.fromEntries(
    columns.map(([name, value]) => [name, { $eq: encode(columnType(table, name), value, encoding) }]),
  );
}

/** Conditions on several columns; those on one column are put together. */
export function whereFilters(table: Table, filters: readonly ColumnFilter[], encoding: Encoding): Where {
  const where = new Map<string, { [operator: string]: JsonValue }>();
  for (const filter of filters) {
    const operators = where.get(filter.column) ?? {};
    for (const [operator, value] of operatorsOf(table, filter, encoding)) {
      if (operator in operators) {
        throw new InputError(
          `The column "${filter.column}" has the condition "${operator.slice(1)}" twice. Keep one of them.`,
        );
      }
      operators[operator] = value;
    }
    where.set(filter.column, operators);
  }
  return Object.fromEntries(where);
}

function operatorsOf(table: Table, filter: ColumnFilter, encoding: Encoding): [string, JsonValue][] {
  const type = columnType(table, filter.column);
  const operators: [string, JsonValue][] = [];
  for (const name of ['eq', 'lt', 'lte', 'gt', 'gte'] as const) {
    const value = filter[name];
    if (value !== undefined) operators.push([`$${name}`, encode(type, value, encoding)]);
  }
  if (filter.in) operators.push(listed(type, filter, filter.in, encoding));
  if (filter.contains !== undefined) operators.push(['$contains', encode(valueType(type), filter.contains, encoding)]);
  if (filter.containsKey !== undefined)
    operators.push(['$containsKey', encode(keyType(type), filter.containsKey, encoding)]);
  if (filter.containsEntry) {
    const { key, value } = filter.containsEntry;
    operators.push([
      '$containsEntry',
      { key: encode(keyType(type), key, encoding), value: encode(valueType(type), value, encoding) },
    ]);
  }
  if (filter.exists !== undefined) operators.push(['$eq', filter.exists]);
  return operators;
}

function listed(
  type: CqlType,
  { column }: ColumnFilter,
  values: readonly CqlValue[],
  encoding: Encoding,
): [string, JsonValue] {
  const list = values.map((value) => encodeListed(type, value));
  if (list.every((value) => value !== undefined)) return ['$in', list];
  const [only] = values;
  if (values.length === 1 && only !== undefined) return ['$eq', encode(type, only, encoding)];
  throw new InputError(`A list of values for the column "${column}" cannot be sent exactly. Ask for each with "eq".`);
}

const valueType = (type: CqlType) => (type.kind === 'map' ? type.value : 'element' in type ? type.element : type);
const keyType = (type: CqlType) => (type.kind === 'map' ? type.key : type);
