/** What a database serves itself, as opposed to the services around it. */
import { bulkCallsLeft } from '../http/budget.ts';
import type { AuthSource, CatalogSource, DocumentSource, OperationScope, RowSource, Source } from '../source/source.ts';

/** Each part is made when it is first asked for, and once. */
export interface DataPlane {
  catalog(): CatalogSource;
  rows(): RowSource;
  documents(): DocumentSource;
  auth(): Pick<AuthSource, 'createAuthToken'>;
}

/** The services around the data of databases. */
export interface ControlPlane
  extends Pick<Source, 'databaseId' | 'databases'>,
    Pick<AuthSource, 'authenticateServiceAccount'> {}

/** Puts both planes together. Nothing of the data plane is made before it is used. */
export function createSource(scope: OperationScope, data: DataPlane, control: ControlPlane): Source {
  return new OperationSource(scope, data, control);
}

/** A class: V8 gives each object of a literal with getters a shape of its own, for which it must learn all code anew. */
class OperationSource implements Source {
  readonly databaseId: Source['databaseId'];
  readonly databases: Source['databases'];
  readonly bulkCallsLeft: Source['bulkCallsLeft'];
  readonly auth: AuthSource;
  readonly #data: DataPlane;

  constructor(scope: OperationScope, data: DataPlane, control: ControlPlane) {
    const { databaseId, databases, authenticateServiceAccount } = control;
    this.databaseId = databaseId;
    this.databases = databases;
    this.bulkCallsLeft = () => bulkCallsLeft(scope);
    this.auth = {
      createAuthToken: (...credentials) => data.auth().createAuthToken(...credentials),
      authenticateServiceAccount,
    };
    this.#data = data;
  }

  get catalog(): CatalogSource {
    return this.#data.catalog();
  }

  get rows(): RowSource {
    return this.#data.rows();
  }

  get documents(): DocumentSource {
    return this.#data.documents();
  }
}
