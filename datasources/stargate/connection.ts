import type { Api } from '../errors.ts';
import type { HttpClient } from '../http.ts';
import type { HttpAnswer } from '../http-answer.ts';
import type { HttpCall } from '../http-call.ts';
import type { OperationScope } from '../source.ts';
import type { PageSizes } from './page-sizes.ts';

/** An API that stands at the endpoint of a database. */
export type DataPlaneApi = Exclude<Api, 'devops'>;

/** A call to a database: without the base URL, which the connection knows. Routes begin with `/v1` or `/v2`. */
export interface DataPlaneCall<T = unknown> extends Omit<HttpCall<T>, 'api' | 'baseUrl'> {
  readonly api: DataPlaneApi;
}

/** The data planes of all databases, for one operation. */
export interface StargateConnection {
  readonly scope: OperationScope;
  /** The time to give calls that change a schema: making a collection may take half a minute. */
  readonly schemaTimeoutMs: number;
  readonly pageSizes: PageSizes;
  /**
   * @param databaseId - canonical
   * @throws NotFoundError - no such database
   * @throws DatabaseUnavailableError - it is not serving; the message names its status
   * @throws SourceError - see `HttpClient.send`
   */
  send<T>(databaseId: string, call: DataPlaneCall<T>): Promise<HttpAnswer<T>>;
  /**
   * Runs changes of one database's schema one after another, also those of other operations: Cassandra does not take them
   * at once well.
   */
  changeSchema<T>(databaseId: string, change: () => Promise<T>): Promise<T>;
}

/** Base URL of an API of a database. May ask the DevOps API, on behalf of the operation. */
export type FindBaseUrl = (databaseId: string, api: DataPlaneApi) => Promise<string>;

/** @param changeSchema, pageSizes - shared by all operations of the process */
export function createStargateConnection(options: {
  readonly http: HttpClient;
  readonly scope: OperationScope;
  readonly findBaseUrl: FindBaseUrl;
  readonly schemaTimeoutMs: number;
  readonly changeSchema: StargateConnection['changeSchema'];
  readonly pageSizes: PageSizes;
}): StargateConnection {
  const { http, findBaseUrl, ...shared } = options;
  async function send<T>(databaseId: string, call: DataPlaneCall<T>): Promise<HttpAnswer<T>> {
    const baseUrl = await findBaseUrl(databaseId, call.api);
    return http.send({ ...call, baseUrl }, shared.scope);
  }
  return { ...shared, send };
}
