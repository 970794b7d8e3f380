/**
 * Whether two keys belong to the same row. Cassandra finds a partition by the bytes of its key, so 1.5 and 1.50 are different
 * partition keys. It compares clustering values, so they are equal there, also inside collections, tuples and user-defined types.
 */
import { memberOf, toList } from '../json/json-fields.ts';
import { memoize } from '../shared/memoize.ts';
import { ownValue } from '../shared/own-value.ts';
import type { CqlValue, RowValues, Table, UserDefinedType } from '../source/source.ts';
import { withoutTrailingZeros } from './decimal.ts';
import { keyColumns } from './table-columns.ts';
import { type CqlType, typesWithin } from './type.ts';
import { parseType } from './type-parser.ts';

/**
 * The values of a key by position, in one spelling for all keys of the same row; `null` for columns that the key lacks.
 *
 * @param key - canonical
 * @param types - of the keyspace, where a clustering column `needsTypes`
 */
export function keyIdentity(table: Table, key: RowValues, types: readonly UserDefinedType[] = []): readonly CqlValue[] {
  return comparedTypes(table).map(([name, type]) => {
    const value = ownValue(key, name) ?? null;
    return type ? identityOf(type, value, types) : value;
  });
}

/** The columns of the key with the types of those whose values compare equal in several spellings. Computed once for each table. */
const comparedTypes = memoize((table: Table) =>
  keyColumns(table).map((name): readonly [string, CqlType | undefined] => {
    const type = table.partitionKey.includes(name) ? undefined : typeOf(table, name);
    return [name, type && mayHoldDecimal(type) ? type : undefined];
  }),
);

/** The value that represents all values that compare equal to this one. */
export function identityOf(type: CqlType, value: CqlValue, types: readonly UserDefinedType[]): CqlValue {
  if (value === null || !mayHoldDecimal(type)) return value;
  switch (type.kind) {
    case 'scalar':
      return withoutTrailingZeros(String(value));
    case 'list':
    case 'set':
      return listOf(value).map((element) => identityOf(type.element, element, types));
    case 'tuple':
      return type.members.map((member, index) => identityOf(member, listOf(value)[index] ?? null, types));
    case 'map':
      return mapIdentity(type, value, types);
    case 'udt':
      return userDefinedIdentity(type.name, value, types);
    default:
      return value;
  }
}

function mapIdentity(
  type: Extract<CqlType, { kind: 'map' }>,
  value: CqlValue,
  types: readonly UserDefinedType[],
): CqlValue {
  const ofKey = (key: CqlValue) => identityOf(type.key, key, types);
  const ofMember = (member: CqlValue) => identityOf(type.value, member, types);
  const entries = toList(value);
  if (!entries) return mapMembers(value, (_, member) => ofMember(member));
  return entries.map((entry) => ({
    key: ofKey(memberOf(entry, 'key') ?? null),
    value: ofMember(memberOf(entry, 'value') ?? null),
  }));
}

function userDefinedIdentity(name: string, value: CqlValue, types: readonly UserDefinedType[]): CqlValue {
  const fields = new Map(types.find((type) => type.name === name)?.fields.map((field) => [field.name, field.type]));
  return mapMembers(value, (field, member) => identityOf(parseType(fields.get(field) ?? ''), member, types));
}

function mapMembers(value: CqlValue, map: (name: string, member: CqlValue) => CqlValue): CqlValue {
  return Object.fromEntries(Object.entries(value ?? {}).map(([name, member]) => [name, map(name, member)]));
}

function mayHoldDecimal(type: CqlType): boolean {
  return typesWithin(type).some(
    ({ kind, ...inner }) => kind === 'udt' || ('name' in inner && inner.name === 'decimal'),
  );
}

function typeOf(table: Table, name: string): CqlType {
  return parseType(table.columns.find((column) => column.name === name)?.type ?? '');
}

function listOf(value: CqlValue): readonly CqlValue[] {
  return toList(value) ?? [];
}
