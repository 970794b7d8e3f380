/** What changes a database: asynchronous upstream, so each answers as soon as the change has begun. */
import { empty } from '../http/body.ts';
import { failure } from '../http/failed-answer.ts';
import type { HttpAnswer } from '../http/http-call.ts';
import { contentOf } from '../http/response-errors.ts';
import { NotFoundError, UpstreamError } from '../source/errors.ts';
import type { DatabaseSource, NewDatabase } from '../source/source.ts';
import type { DevopsClient } from './client.ts';

export type Lifecycle = Pick<DatabaseSource, 'create' | 'terminate' | 'park' | 'unpark' | 'resize' | 'resetPassword'>;

export function createLifecycle(devops: DevopsClient): Lifecycle {
  async function create({ databaseType, ...database }: NewDatabase): Promise<string> {
    const body = JSON.stringify({ ...database, dbType: databaseType });
    const expect = { 201: empty };
    const answer = await devops.send({ method: 'POST', route: '/v2/databases', body, effect: 'write', expect });
    contentOf(answer);
    return readNewId(answer);
  }

  async function change(databaseId: string, action: string, body?: object): Promise<void> {
    const answer = await devops.send({
      method: 'POST',
      route: `/v2/databases/{databaseId}/${action}`,
      parameters: { databaseId },
      effect: 'write',
      expect: { 202: empty },
      ...(body && { body: JSON.stringify(body) }),
    });
    changeOf(answer, databaseId);
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

/** What the answer to a change holds. @throws NotFoundError - no such database; SourceError for any other failure */
export function changeOf<T>(answer: HttpAnswer<T>, databaseId: string): T {
  if (answer.status === 404) throw new NotFoundError(`There is no database ${databaseId}.`, failure(answer));
  return contentOf(answer);
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
