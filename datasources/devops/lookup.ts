import { throwUnlessOk } from '../response-errors.ts';
import type { Json } from '../source.ts';
import type { DevopsClient } from './client.ts';

/** Databases by id, for one operation. */
export interface DatabaseLookup {
  /** What the DevOps API says now; `null` when there is no such database, or not yet. */
  read(databaseId: string): Promise<Json>;
  /** What it said last in this operation; reads when it has not been asked. For what does not change, such as the endpoint. */
  recall(databaseId: string): Promise<Json>;
  /** Keeps for `recall` what a list has told of a database. */
  remember(databaseId: string, database: Json): void;
}

export function createDatabaseLookup(devops: DevopsClient): DatabaseLookup {
  const lastReads = new Map<string, Promise<Json>>();
  function read(databaseId: string): Promise<Json> {
    const reading = readDatabase(devops, databaseId);
    lastReads.set(databaseId, reading);
    return reading;
  }
  return {
    read,
    recall: (databaseId) => lastReads.get(databaseId) ?? read(databaseId),
    remember: (databaseId, database) => void lastReads.set(databaseId, Promise.resolve(database)),
  };
}

async function readDatabase(devops: DevopsClient, databaseId: string): Promise<Json> {
  const answer = await devops.send({
    method: 'GET',
    route: '/v2/databases/{databaseId}',
    parameters: { databaseId },
    isIdempotent: true,
    reads: 'database',
  });
  if (answer.status === 404) return null;
  throwUnlessOk(answer);
  return answer.plainJson();
}
