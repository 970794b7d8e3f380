import { plain } from '../http/body.ts';
import { contentOf } from '../http/response-errors.ts';
import { optional } from '../json/shape.ts';
import type { DevopsClient } from './client.ts';
import { type DatabaseBody, databaseOf } from './database-fields.ts';

/** Databases by id, for one operation. */
export interface DatabaseLookup {
  /** What the DevOps API says now; `null` when there is no such database, or not yet. */
  read(databaseId: string): Promise<DatabaseBody | null>;
  /** What it said last in this operation; reads when nothing is known. For what does not change, such as the endpoint. */
  recall(databaseId: string): Promise<DatabaseBody | null>;
  /** Keeps for `recall` what a list says of a database. */
  remember(database: DatabaseBody): void;
}

export function createDatabaseLookup(devops: DevopsClient): DatabaseLookup {
  const lastReads = new Map<string, Promise<DatabaseBody | null>>();
  function read(databaseId: string): Promise<DatabaseBody | null> {
    const reading = readDatabase(devops, databaseId);
    lastReads.set(databaseId, reading);
    return reading;
  }
  return {
    read,
    recall: (databaseId) => lastReads.get(databaseId) ?? read(databaseId),
    remember: (database) => void lastReads.set(database.id, Promise.resolve(database)),
  };
}

async function readDatabase(devops: DevopsClient, databaseId: string): Promise<DatabaseBody | null> {
  const answer = await devops.send({
    method: 'GET',
    route: '/v2/databases/{databaseId}',
    parameters: { databaseId },
    effect: 'read',
    reads: 'database',
    // Right after its creation a database may be answered as the word `null`.
    expect: { 200: plain(optional(databaseOf(databaseId))) },
  });
  return answer.status === 404 ? null : (contentOf(answer) ?? null);
}
