/** What changes a database: asynchronous upstream, so each answers as soon as the change has begun. */
import { NotFoundError, UpstreamError } from '../errors.ts';
import { failure } from '../failed-answer.ts';
import type { HttpAnswer } from '../http-answer.ts';
import { throwUnlessOk } from '../response-errors.ts';
import type { DatabaseSource, NewDatabase } from '../source.ts';
import type { DevopsClient } from './client.ts';

export type Lifecycle = Pick<DatabaseSource, 'create' | 'terminate' | 'park' | 'unpark' | 'resize' | 'resetPassword'>;

export function createLifecycle(devops: DevopsClient): Lifecycle {
  async function create({ databaseType, ...database }: NewDatabase): Promise<string> {
    const body = JSON.stringify({ ...database, dbType: databaseType });
    const answer = await devops.send({ method: 'POST', route: '/v2/databases', body, isIdempotent: false });
    throwUnlessOk(answer);
    return readNewId(answer);
  }

  async function change(databaseId: string, action: string, body?: object): Promise<void> {
    const answer = await devops.send({
      method: 'POST',
      route: `/v2/databases/{databaseId}/${action}`,
      parameters: { databaseId },
      isIdempotent: false,
      ...(body && { body: JSON.stringify(body) }),
    });
    throwUnlessChanged(answer, databaseId);
  }

  return {
    create,
    terminate: (databaseId) => change(databaseId, 'terminate'),
    park: (databaseId) => change(databaseId, 'park'),
    unpark: (databaseId) => change(databaseId, 'unpark'),
    resize: (databaseId, capacityUnits) => change(databaseId, 'resize', { capacityUnits }),
    resetPassword: (databaseId, username, password) => change(databaseId, 'resetPassword', { username, password }),
  };
}

/** @throws NotFoundError - no such database; SourceError for any other status than 2xx */
export function throwUnlessChanged(answer: HttpAnswer, databaseId: string): void {
  if (answer.status === 404) throw new NotFoundError(`There is no database ${databaseId}.`, failure(answer));
  throwUnlessOk(answer);
}

/** The header is a bare id upstream; a URL that ends with it is as good. */
function readNewId(answer: HttpAnswer): string {
  const id = answer.header('location')?.split('/').at(-1)?.trim().toLowerCase();
  if (id && /^[0-9a-f-]{36}$/.test(id)) return id;
  throw new UpstreamError(
    'The database was made, but upstream did not say its id. Look for it in the list of databases.',
    failure(answer),
  );
}
