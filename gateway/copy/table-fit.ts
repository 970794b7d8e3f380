/** How much of a table's definition a target takes. */

import type { CqlType } from '../../datasources/cql/type.ts';
import { printType, typesWithin } from '../../datasources/cql/type.ts';
import { parseType } from '../../datasources/cql/type-parser.ts';
import type { Column, DefinitionChecks, NewTable, Table, TableRef } from '../../datasources/source/source.ts';
import { type Loss, reasonOf } from './losses.ts';

export interface TableFit {
  /** What is made; `undefined` when the key itself cannot be held. */
  readonly definition: NewTable | undefined;
  readonly losses: readonly Loss[];
  /** Columns that are made with another type, which holds the same values. */
  readonly adapted: readonly { readonly column: string; readonly from: string; readonly to: string }[];
}

/** @param missingTypes - user-defined types that the target does not hold */
export function fitTable(
  source: Table,
  ref: TableRef,
  checks: DefinitionChecks,
  missingTypes: ReadonlySet<string>,
): TableFit {
  const place = `${source.keyspace}.${source.table}`;
  const losses: Loss[] = [];
  const adapted: { column: string; from: string; to: string }[] = [];
  const columns: NewTable['columns'][number][] = [];
  for (const column of source.columns) {
    const fit = fitColumn(source, ref, column, checks, missingTypes);
    if ('reason' in fit) {
      losses.push({ kind: 'column', in: place, name: column.name, reason: fit.reason });
      if (isKey(column))
        return { definition: undefined, losses: [tableLoss(source, column.name, fit.reason)], adapted: [] };
      continue;
    }
    if (fit.type !== column.type) adapted.push({ column: column.name, from: column.type, to: fit.type });
    columns.push({ name: column.name, type: fit.type, isStatic: column.kind === 'STATIC' });
  }
  const { partitionKey, clusteringKey } = source;
  const defaultTtlSeconds = source.defaultTtlSeconds ?? 0;
  const plain: NewTable = { ...ref, columns, partitionKey, clusteringKey };
  const whole = defaultTtlSeconds > 0 ? { ...plain, defaultTtlSeconds } : plain;
  if (refusal(checks, plain) !== undefined) {
    return { definition: undefined, losses: [tableLoss(source, undefined, refusal(checks, plain) ?? '')], adapted: [] };
  }
  const ttlReason = refusal(checks, whole);
  if (ttlReason !== undefined) {
    losses.push({
      kind: 'option',
      in: place,
      name: `default time to live of ${defaultTtlSeconds} s`,
      reason: ttlReason,
    });
  }
  return { definition: ttlReason === undefined ? whole : plain, losses, adapted };
}

/** Other spellings of a type that hold the same values, the type itself first. */
export function typesLike(text: string): readonly string[] {
  const type = parseType(text);
  const [melted, plain] = [map(type, melt), map(type, (inner) => toUuid(melt(inner)))];
  return [...new Set([text, printType(map(type, toUuid)), printType(melted), printType(plain)])];
}

function fitColumn(
  source: Table,
  ref: TableRef,
  column: Column,
  checks: DefinitionChecks,
  missingTypes: ReadonlySet<string>,
): { readonly type: string } | { readonly reason: string } {
  const missing = typesWithin(parseType(column.type)).find(
    (type) => type.kind === 'udt' && missingTypes.has(type.name),
  );
  if (missing?.kind === 'udt') return { reason: `The target does not hold its type ${missing.name}.` };
  const reasonFor = (type: string) => refusal(checks, alone(source, ref, { ...column, type }));
  const types = typesLike(column.type);
  const type = types.find((candidate) => reasonFor(candidate) === undefined);
  return type === undefined ? { reason: reasonFor(column.type) ?? '' } : { type };
}

/** A table that has this column, and no other which could be refused. */
function alone(source: Table, ref: TableRef, { name, type, kind }: Column): NewTable {
  const column = { name, type, isStatic: kind === 'STATIC' };
  if (kind === 'PARTITION_KEY') return { ...ref, columns: [column], partitionKey: [name], clusteringKey: [] };
  const key = name === 'k' ? 'id' : 'k';
  const columns = [{ name: key, type: 'int', isStatic: false }, column];
  const order = source.clusteringKey.filter((each) => each.name === name);
  return { ...ref, columns, partitionKey: [key], clusteringKey: order };
}

function refusal(checks: DefinitionChecks, table: NewTable): string | undefined {
  try {
    checks.table(table);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function tableLoss({ keyspace, table }: Table, keyColumn: string | undefined, reason: string): Loss {
  const cause = keyColumn === undefined ? '' : `Its key column ${keyColumn} cannot be held: `;
  return { kind: 'table', in: keyspace, name: table, reason: `${cause}${reason}` };
}

function isKey({ kind }: Column): boolean {
  return kind === 'PARTITION_KEY' || kind === 'CLUSTERING_KEY';
}

function map(type: CqlType, change: (type: CqlType) => CqlType): CqlType {
  const changed = change(type);
  switch (changed.kind) {
    case 'list':
    case 'set':
    case 'vector':
      return { ...changed, element: map(changed.element, change) };
    case 'map':
      return { ...changed, key: map(changed.key, change), value: map(changed.value, change) };
    case 'tuple':
      return { ...changed, members: changed.members.map((member) => map(member, change)) };
    default:
      return changed;
  }
}

/** What is frozen is written as a whole only; a copy writes wholes. */
function melt(type: CqlType): CqlType {
  return 'isFrozen' in type ? { ...type, isFrozen: false } : type;
}

/** Cassandra orders UUIDs of version 1 by their time, in both types. */
function toUuid(type: CqlType): CqlType {
  return type.kind === 'scalar' && type.name === 'timeuuid' ? { kind: 'scalar', name: 'uuid' } : type;
}
