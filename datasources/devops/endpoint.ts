/** By which API the data of an Astra database is served, where, and whether a token may be sent there. */

import { memberOf, textOf } from '../json/json-fields.ts';
import { DatabaseUnavailableError, NotFoundError, UpstreamError } from '../source/errors.ts';
import type { DatabaseBody } from './database-fields.ts';
import type { DatabaseLookup } from './lookup.ts';
import { unavailability } from './status.ts';

/** The Data API, or the REST and Document APIs of a Stargate. */
export type DataApiKind = 'data' | 'stargate';

const ASTRA_HOST_SUFFIX = '.apps.astra.datastax.com';
const STARGATE_PATH = /\/api\/rest$/;

/** The Data API serves the databases that are made for vectors, and no others. @throws NotFoundError - no such database */
export async function findDataApiKind(lookup: DatabaseLookup, databaseId: string): Promise<DataApiKind> {
  const database = await requireDatabase(lookup, databaseId);
  const type = textOf(memberOf(database, 'info'), 'dbType') ?? textOf(database, 'dbType');
  return type === 'vector' ? 'data' : 'stargate';
}

/**
 * Base URL of an API of a database, without a slash at the end.
 *
 * @param allowedOrigins - origins that are trusted besides Astra's own
 * @throws NotFoundError - no such database
 * @throws DatabaseUnavailableError - it does not serve data in its present state
 * @throws UpstreamError - the DevOps API named an endpoint to which no token may go
 */
export async function findDataUrl(
  lookup: DatabaseLookup,
  databaseId: string,
  kind: DataApiKind,
  allowedOrigins: readonly string[],
): Promise<string> {
  const database = await requireDatabase(lookup, databaseId);
  const status = database.status.toUpperCase();
  const reason = unavailability(status);
  if (reason) throw new DatabaseUnavailableError(`The database ${databaseId} is ${status}. ${reason}`);
  const endpoint = readEndpoint(database, databaseId, status, allowedOrigins);
  // The DevOps API names the address of the Stargate alone.
  return kind === 'stargate' ? endpoint : `${endpoint.replace(STARGATE_PATH, '')}/api/json`;
}

async function requireDatabase(lookup: DatabaseLookup, databaseId: string): Promise<DatabaseBody> {
  const database = await lookup.recall(databaseId);
  if (database === null) throw new NotFoundError(`There is no database ${databaseId}.`);
  return database;
}

function readEndpoint(
  database: DatabaseBody,
  databaseId: string,
  status: string,
  allowedOrigins: readonly string[],
): string {
  const text = textOf(database, 'dataEndpointUrl');
  if (text === null) {
    throw new DatabaseUnavailableError(
      `The database ${databaseId} is ${status} and has no data endpoint yet. Try again later.`,
    );
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && isTrusted(url, databaseId, allowedOrigins)) return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  throw new UpstreamError(
    `The data endpoint that the DevOps API names for the database ${databaseId} is not one of Astra's. ` +
      'The operator of the gateway may add its origin to the allowed ones.',
  );
}

function isTrusted(url: URL, databaseId: string, allowedOrigins: readonly string[]): boolean {
  if (url.username || url.password) return false;
  if (allowedOrigins.includes(url.origin)) return true;
  const region = url.host.slice(databaseId.length + 1, -ASTRA_HOST_SUFFIX.length);
  return (
    url.protocol === 'https:' &&
    /^[a-z0-9-]+$/.test(region) &&
    url.host === `${databaseId}-${region}${ASTRA_HOST_SUFFIX}`
  );
}
