/** What a database serves itself, as opposed to the services around it. */
import { createBulk } from '../resilience/bulk.ts';
import type { AuthSource, OperationScope, Source } from '../source/source.ts';

export interface DataPlane extends Pick<Source, 'catalog' | 'rows' | 'documents'> {
  readonly auth: Pick<AuthSource, 'createAuthToken'>;
}

/** The services around the data of databases. */
export interface ControlPlane
  extends Pick<Source, 'databaseId' | 'databases'>,
    Pick<AuthSource, 'authenticateServiceAccount'> {}

/** Puts both planes together. Nothing of the data plane is made before it is used. */
export function createSource(
  scope: OperationScope,
  data: DataPlane,
  { databaseId, databases, authenticateServiceAccount }: ControlPlane,
): Source {
  return {
    databaseId,
    bulkCallsLeft: createBulk(scope).callsLeft,
    databases,
    get catalog() {
      return data.catalog;
    },
    get rows() {
      return data.rows;
    },
    get documents() {
      return data.documents;
    },
    auth: {
      createAuthToken: (...credentials) => data.auth.createAuthToken(...credentials),
      authenticateServiceAccount,
    },
  };
}
