/** Reads keyspaces, tables, types and indexes (Stargate REST API v2, `/v2/schemas/keyspaces`). */

import { printType } from '../cql/type.ts';
import { parseType } from '../cql/type-parser.ts';
import { InputError } from '../errors.ts';
import type { HttpAnswer } from '../http-answer.ts';
import { booleanOf, listOf, memberOf, numberOf, textOf, textsOf, toList } from '../json-fields.ts';
import type { LoadName } from '../load-count.ts';
import { answerError, throwUnlessOk } from '../response-errors.ts';
import type {
  Column,
  ColumnKind,
  Index,
  Json,
  Keyspace,
  KeyspaceRef,
  Table,
  TableRef,
  UserDefinedType,
} from '../source.ts';
import type { StargateConnection } from './connection.ts';
import { sortByName } from './name-order.ts';

const KEYSPACES = '/v2/schemas/keyspaces';
const TABLES = `${KEYSPACES}/{keyspace}/tables`;

/** By name, as all lists here. */
export async function readKeyspaces(connection: StargateConnection, databaseId: string): Promise<readonly Keyspace[]> {
  const answer = await get(connection, databaseId, KEYSPACES, {}, 'keyspaces');
  const keyspaces = dataOf(answer).map((keyspace) => toKeyspace(databaseId, keyspace));
  return sortByName(keyspaces, ({ name }) => name);
}

export async function readKeyspace(
  connection: StargateConnection,
  { databaseId, keyspace }: KeyspaceRef,
): Promise<Keyspace | null> {
  const answer = await get(connection, databaseId, `${KEYSPACES}/{keyspace}`, { keyspace }, 'keyspace');
  return answer && toKeyspace(databaseId, memberOf(answer.plainJson(), 'data') ?? null);
}

/** `null` when there is no such keyspace. Collections are among the tables. */
export async function readTables(connection: StargateConnection, ref: KeyspaceRef): Promise<readonly Table[] | null> {
  const answer = await get(connection, ref.databaseId, TABLES, { keyspace: ref.keyspace }, 'tables');
  const tables = answer && dataOf(answer).map((table) => toTable(ref, table));
  return tables && sortByName(tables, ({ table }) => table);
}

/** One table as it is now; `null` when it or its keyspace is missing. */
export async function readTable(connection: StargateConnection, ref: TableRef): Promise<Table | null> {
  const { databaseId, keyspace, table } = ref;
  const answer = await get(connection, databaseId, `${TABLES}/{table}`, { keyspace, table });
  return answer && toTable(ref, memberOf(answer.plainJson(), 'data') ?? null);
}

/** `[]` for a missing keyspace too: upstream does not tell. */
export async function readTypes(
  connection: StargateConnection,
  { databaseId, keyspace }: KeyspaceRef,
): Promise<readonly UserDefinedType[] | null> {
  const answer = await get(connection, databaseId, `${KEYSPACES}/{keyspace}/types`, { keyspace }, 'types');
  return answer && sortByName(dataOf(answer).map(toType), ({ name }) => name);
}

export async function readIndexes(
  connection: StargateConnection,
  { databaseId, keyspace, table }: TableRef,
): Promise<readonly Index[] | null> {
  const answer = await get(connection, databaseId, `${TABLES}/{table}/indexes`, { keyspace, table }, 'indexes');
  return answer && sortByName((toList(answer.plainJson()) ?? []).map(toIndex), ({ name }) => name);
}

/** The answer; `null` when it says that a keyspace or table is missing, in one of the several ways that upstream has for it. */
async function get(
  connection: StargateConnection,
  databaseId: string,
  route: string,
  parameters: Readonly<Record<string, string>>,
  reads?: LoadName,
): Promise<HttpAnswer | null> {
  // No such name can exist, and a path would not carry each of them.
  if (!Object.values(parameters).every((name) => /^\w+$/.test(name))) return null;
  const answer = await connection.send(databaseId, {
    api: 'rest',
    method: 'GET',
    route,
    parameters,
    isIdempotent: true,
    ...(reads && { reads }),
  });
  if (answer.status === 404) return null;
  if (answer.status === 400) {
    const error = answerError(answer);
    if (error instanceof InputError && /not found|does not exist/i.test(error.message)) return null;
  }
  throwUnlessOk(answer);
  return answer;
}

/** Wrapped or, from older servers, bare. */
function dataOf(answer: HttpAnswer | null): readonly Json[] {
  const body = answer?.plainJson() ?? null;
  return listOf(body, 'data') ?? toList(body) ?? [];
}

/** A keyspace or namespace; only the Document API tells `replicas`. */
export function toKeyspace(databaseId: string, keyspace: Json): Keyspace {
  const datacenters = listOf(keyspace, 'datacenters')?.map((each) => ({
    name: textOf(each, 'name') ?? '',
    replicas: numberOf(each, 'replicas') ?? 0,
  }));
  return {
    databaseId,
    name: textOf(keyspace, 'name') ?? '',
    datacenters: datacenters ? sortByName(datacenters, ({ name }) => name) : null,
    replicas: numberOf(keyspace, 'replicas'),
  };
}

function toTable({ databaseId, keyspace }: KeyspaceRef, table: Json): Table {
  const key = memberOf(table, 'primaryKey');
  const options = memberOf(table, 'tableOptions');
  const partitionKey = textsOf(key, 'partitionKey') ?? [];
  const clusteringNames = textsOf(key, 'clusteringKey') ?? [];
  const expression = listOf(options, 'clusteringExpression') ?? [];
  const isDescending = (name: string) =>
    expression.some((each) => textOf(each, 'column') === name && textOf(each, 'order')?.toUpperCase() === 'DESC');
  const kindOf = (name: string, isStatic: boolean): ColumnKind => {
    if (partitionKey.includes(name)) return 'PARTITION_KEY';
    if (clusteringNames.includes(name)) return 'CLUSTERING_KEY';
    return isStatic ? 'STATIC' : 'REGULAR';
  };
  const columns = (listOf(table, 'columnDefinitions') ?? []).map((column) => toColumn(column, kindOf));
  return {
    databaseId,
    keyspace,
    table: textOf(table, 'name') ?? '',
    columns: sortColumns(columns, [...partitionKey, ...clusteringNames]),
    partitionKey,
    clusteringKey: clusteringNames.map((name) => ({ name, order: isDescending(name) ? 'DESC' : 'ASC' })),
    defaultTtlSeconds: numberOf(options, 'defaultTimeToLive') ?? 0,
  };
}

/** The key in its order, then static and then regular columns by name. */
function sortColumns(columns: readonly Column[], key: readonly string[]): readonly Column[] {
  const byName = sortByName(columns, ({ name }) => name);
  const ofKey = key.flatMap((name) => byName.find((column) => column.name === name) ?? []);
  const others = (['STATIC', 'REGULAR'] as const).flatMap((kind) => byName.filter((column) => column.kind === kind));
  return [...ofKey, ...others];
}

function toColumn(column: Json, kindOf: (name: string, isStatic: boolean) => ColumnKind): Column {
  const name = textOf(column, 'name') ?? '';
  const type = printType(parseType(textOf(column, 'typeDefinition') ?? ''));
  return { name, type, kind: kindOf(name, booleanOf(column, 'static') ?? false) };
}

function toType(type: Json): UserDefinedType {
  const fields = (listOf(type, 'fields') ?? []).map((field) => ({
    name: textOf(field, 'name') ?? '',
    type: printType(parseType(textOf(field, 'typeDefinition') ?? '')),
  }));
  return { name: textOf(type, 'name') ?? '', fields };
}

/** `target` is a column, or what of a collection column is indexed: `"Name"`, `values(tags)`, `keys("Map")`. */
function toIndex(index: Json): Index {
  const options = memberOf(index, 'options');
  const entries = toList(options)
    ? (toList(options) ?? []).map((entry) => [textOf(entry, 'key') ?? '', textOf(entry, 'value') ?? ''] as const)
    : Object.entries((options ?? {}) as Readonly<Record<string, string>>);
  const target = /^(?:(keys|values|entries|full)\()?(?:"(.+)"|(.+?))\)?$/.exec(new Map(entries).get('target') ?? '');
  return {
    name: textOf(index, 'index_name') ?? '',
    kind: textOf(index, 'kind') ?? '',
    column: target?.[2]?.replaceAll('""', '"') ?? target?.[3] ?? null,
    target: target?.[1] ?? null,
    options: Object.fromEntries(entries),
  };
}
