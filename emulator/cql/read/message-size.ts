/** The size of gRPC messages between the database and a service (query.proto of Stargate's bridge), and its limit. */
import type { Keyspace } from '../../core/catalog.ts';
import { backendError } from '../../core/service.ts';
import { readInteger, unframed } from '../types/bytes.ts';
import type { ScalarName } from '../types/scalar-name.ts';
import { type CqlType, parseType } from '../types/type.ts';
import type { BoundValue } from '../write/bind.ts';
import type { TableSchema } from '../write/schema.ts';
import type { LiveRow } from './live-rows.ts';
import type { Selector } from './selection.ts';

const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

/** Throws 500 for a message above gRPC's default limit. */
export function checkMessageSize(bytes: number): void {
  if (bytes <= MAX_MESSAGE_BYTES) return;
  throw backendError('RESOURCE_EXHAUSTED', `gRPC message exceeds maximum size ${MAX_MESSAGE_BYTES}: ${bytes}`);
}

/** The size of a result: column names once, then a list of values for each row. */
export function resultBytes(
  rows: readonly LiveRow[],
  selectors: readonly Selector[],
  types: Keyspace['types'],
): number {
  let bytes = 0;
  for (const { name } of selectors) bytes += delimited(delimited(Buffer.byteLength(name)) + TYPE_BYTES);
  for (const row of rows) {
    let values = 0;
    for (const { column, selectedType, pick } of selectors) {
      const stored = row.value(column);
      values += valueBytes(selectedType, stored && pick(stored), types);
    }
    bytes += delimited(values);
  }
  return delimited(bytes);
}

/** Throws 500 for a write whose values exceed the limit. */
export function checkWriteSize({ keyspace }: TableSchema, values: readonly BoundValue[]): void {
  const bytes = values.map(({ column, value }) => valueBytes(column.cqlType, value ?? undefined, keyspace.types));
  checkMessageSize(bytes.reduce((sum, size) => sum + size, 0));
}

/** The encoded type of a column, for scalar types. */
const TYPE_BYTES = 4;

/** A length-delimited field: tag, length, content. */
function delimited(bytes: number): number {
  return 1 + varintBytes(bytes) + bytes;
}

/** A protobuf varint: seven bits a byte. */
function varintBytes(value: number): number {
  return Math.max(1, Math.ceil(Math.log2(value + 1) / 7));
}

/** A value within a row, a collection or a tuple; null is an empty message. */
function valueBytes(type: CqlType, stored: Uint8Array | undefined, types: Keyspace['types']): number {
  if (!stored) return delimited(delimited(0));
  if (type.kind === 'scalar') return delimited(scalarBytes(type.name, stored));
  if (type.kind === 'vector') return delimited(delimited(stored.length));
  const members = memberTypes(type, types);
  let bytes = 0;
  for (const [index, member] of unframed(stored).entries()) {
    const { name = '', type: memberType } = members[index % members.length] ?? {};
    bytes += memberType ? valueBytes(memberType, member, types) : 0;
    if (name) bytes += delimited(Buffer.byteLength(name));
  }
  return delimited(delimited(bytes));
}

/** The member types, which repeat for lists, sets and maps. */
function memberTypes(
  type: Exclude<CqlType, { kind: 'scalar' | 'vector' }>,
  types: Keyspace['types'],
): readonly { readonly name?: string; readonly type: CqlType }[] {
  switch (type.kind) {
    case 'list':
    case 'set':
      return [{ type: type.element }];
    case 'map':
      return [{ type: type.key }, { type: type.value }];
    case 'tuple':
      return type.members.map((member) => ({ type: member }));
    case 'udt':
      return (types[type.name]?.fields ?? []).map(({ name, type: text }) => ({ name, type: parseType(text) }));
  }
}

function scalarBytes(name: ScalarName, stored: Uint8Array): number {
  switch (name) {
    case 'ascii':
    case 'text':
    case 'blob':
      return delimited(stored.length);
    case 'boolean':
      return 2;
    case 'float':
      return 5;
    case 'double':
      return 9;
    case 'tinyint':
    case 'smallint':
    case 'int':
    case 'bigint':
    case 'counter':
    case 'timestamp':
      // ZigZag encoding: small numbers of either sign are short.
      return 1 + varintBytes(2 * Math.abs(Number(readInteger(stored))));
    case 'date':
    case 'time':
      return 1 + varintBytes(Number(BigInt.asUintN(stored.length * 8, readInteger(stored))));
    default:
      return delimited(delimited(stored.length));
  }
}
