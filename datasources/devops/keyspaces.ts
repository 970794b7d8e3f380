/** Keyspaces of an Astra database, which only the DevOps API may make and delete, and which it lists where the Data API does not. */
import { empty } from '../http/body.ts';
import { contentOf } from '../http/response-errors.ts';
import { NotFoundError } from '../source/errors.ts';
import type { DevopsClient } from './client.ts';
import { type DatabaseBody, keyspacesOf } from './database-fields.ts';
import type { DatabaseLookup } from './lookup.ts';

const ROUTE = '/v2/databases/{databaseId}/keyspaces/{keyspace}';

export interface DevopsKeyspaces {
  /**
   * The names of all keyspaces. The first list of an operation takes what the operation has read of the database already.
   *
   * @throws NotFoundError - no such database
   */
  list(databaseId: string): Promise<readonly string[]>;
  /**
   * Answers `false` when the keyspace existed. The database is in MAINTENANCE for a while afterwards.
   *
   * @throws NotFoundError - no such database
   * @throws ConflictError - the database is not ACTIVE
   */
  create(databaseId: string, keyspace: string): Promise<boolean>;
  /** Answers `false` when there was no such keyspace. Fails as `create` does. */
  remove(databaseId: string, keyspace: string): Promise<boolean>;
}

export function createDevopsKeyspaces(devops: DevopsClient, lookup: DatabaseLookup): DevopsKeyspaces {
  /** Databases whose last read does not show their keyspaces any more: they were listed or changed after it. */
  const outdated = new Set<string>();

  /** A list that is repeated waits for a change to show. */
  async function list(databaseId: string): Promise<readonly string[]> {
    const isOutdated = outdated.has(databaseId);
    outdated.add(databaseId);
    return [...toKeyspaces(databaseId, await (isOutdated ? lookup.read(databaseId) : lookup.recall(databaseId)))];
  }

  /** Upstream answers a repetition like a success, so the keyspace is looked up first. */
  async function exists(databaseId: string, keyspace: string): Promise<boolean> {
    outdated.add(databaseId);
    return toKeyspaces(databaseId, await lookup.read(databaseId)).has(keyspace);
  }

  async function create(databaseId: string, keyspace: string): Promise<boolean> {
    if (await exists(databaseId, keyspace)) return false;
    const parameters = { databaseId, keyspace };
    // Sent again, it would be a conflict: the database is in MAINTENANCE by then.
    const expect = { 201: empty };
    contentOf(await devops.send({ method: 'POST', route: ROUTE, parameters, effect: 'schema-change', expect }));
    return true;
  }

  async function remove(databaseId: string, keyspace: string): Promise<boolean> {
    if (!(await exists(databaseId, keyspace))) return false;
    const parameters = { databaseId, keyspace };
    // Servers of different ages say different things.
    const expect = { 200: empty, 202: empty, 204: empty };
    const answer = await devops.send({ method: 'DELETE', route: ROUTE, parameters, effect: 'schema-change', expect });
    if (answer.status === 404) return false;
    contentOf(answer);
    return true;
  }

  return { list, create, remove };
}

function toKeyspaces(databaseId: string, database: DatabaseBody | null): ReadonlySet<string> {
  if (database === null) throw new NotFoundError(`There is no database ${databaseId}.`);
  return keyspacesOf(database);
}
