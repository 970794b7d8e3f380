/** Reads keyspaces, tables, types and indexes (Stargate REST API v2, `/v2/schemas/keyspaces`). */

import { named } from '../../catalog/definition.ts';
import { plain } from '../../http/body.ts';
import { answerError, contentOf } from '../../http/response-errors.ts';
import { arrayOf, type Shape } from '../../json/shape.ts';
import { sortByName } from '../../shared/lists.ts';
import { InputError } from '../../source/errors.ts';
import type { Index, Keyspace, KeyspaceRef, LoadName, Table, TableRef, UserDefinedType } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { indexShape, keyspaceShape, tableShape, typeShape, wrapped } from './definition-shapes.ts';
import { toIndex, toKeyspace, toTable, toType } from './definitions.ts';

const KEYSPACES = '/v2/schemas/keyspaces';
const TABLES = `${KEYSPACES}/{keyspace}/tables`;

/** Sorted by name, as all lists here. */
export async function readKeyspaces(connection: StargateConnection, databaseId: string): Promise<readonly Keyspace[]> {
  const body = await get(connection, databaseId, {
    route: KEYSPACES,
    parameters: {},
    shape: wrapped(named(keyspaceShape())),
    reads: 'keyspaces',
  });
  const keyspaces = (body?.data ?? []).map((keyspace) => toKeyspace(databaseId, keyspace));
  return sortByName(keyspaces, ({ name }) => name);
}

export async function readKeyspace(
  connection: StargateConnection,
  { databaseId, keyspace }: KeyspaceRef,
): Promise<Keyspace | null> {
  const body = await get(connection, databaseId, {
    route: `${KEYSPACES}/{keyspace}`,
    parameters: { keyspace },
    shape: wrapped(keyspaceShape(keyspace)),
    reads: 'keyspace',
  });
  return body && toKeyspace(databaseId, body.data);
}

/** `null` when there is no such keyspace. Collections are among the tables. */
export async function readTables(connection: StargateConnection, ref: KeyspaceRef): Promise<readonly Table[] | null> {
  const body = await get(connection, ref.databaseId, {
    route: TABLES,
    parameters: { keyspace: ref.keyspace },
    shape: wrapped(named(tableShape(ref))),
    reads: 'tables',
  });
  const tables = body?.data.map((table) => toTable(ref, table));
  return tables ? sortByName(tables, ({ table }) => table) : null;
}

/** One table as it is now; `null` when it or its keyspace is missing. */
export async function readTable(connection: StargateConnection, ref: TableRef): Promise<Table | null> {
  const { databaseId, keyspace, table } = ref;
  const shape = wrapped(tableShape(ref, table));
  const body = await get(connection, databaseId, {
    route: `${TABLES}/{table}`,
    parameters: { keyspace, table },
    shape,
  });
  return body && toTable(ref, body.data);
}

/** `[]` for a missing keyspace too: upstream answers both alike. */
export async function readTypes(
  connection: StargateConnection,
  { databaseId, keyspace }: KeyspaceRef,
): Promise<readonly UserDefinedType[] | null> {
  const body = await get(connection, databaseId, {
    route: `${KEYSPACES}/{keyspace}/types`,
    parameters: { keyspace },
    shape: wrapped(named(typeShape)),
    reads: 'types',
  });
  return body && sortByName(body.data.map(toType), ({ name }) => name);
}

export async function readIndexes(connection: StargateConnection, ref: TableRef): Promise<readonly Index[] | null> {
  const body = await get(connection, ref.databaseId, {
    route: `${TABLES}/{table}/indexes`,
    parameters: { keyspace: ref.keyspace, table: ref.table },
    shape: arrayOf(indexShape(ref)),
    reads: 'indexes',
  });
  return body && sortByName(body.map(toIndex), ({ name }) => name);
}

interface Definition<T> {
  readonly route: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly shape: Shape<T>;
  readonly reads?: LoadName;
}

/** The body; `null` when a keyspace or table is missing, which upstream reports in several ways. */
async function get<T>(
  connection: StargateConnection,
  databaseId: string,
  { route, parameters, shape, reads }: Definition<T>,
): Promise<T | null> {
  // Names with other characters cannot exist, and some would change the path.
  if (!Object.values(parameters).every((name) => /^\w+$/.test(name))) return null;
  const answer = await connection.send(databaseId, {
    api: 'rest',
    method: 'GET',
    route,
    parameters,
    effect: 'read',
    expect: { 200: plain(shape) },
    ...(reads && { reads }),
  });
  if (answer.status === 404) return null;
  if (answer.status === 400) {
    const error = answerError(answer);
    if (error instanceof InputError && /not found|does not exist/i.test(error.message)) return null;
  }
  return contentOf(answer);
}
