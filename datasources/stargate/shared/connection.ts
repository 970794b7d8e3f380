import type { HttpClient } from '../../http/client.ts';
import type { HttpAnswer, HttpCall } from '../../http/http-call.ts';
import type { Api } from '../../source/errors.ts';
import type { OperationScope } from '../../source/source.ts';
import { STARGATE_ERRORS } from './error-reader.ts';
import { createPageSizes, type PageSizes } from './page-sizes.ts';
import { createRecentKeyspaces, type RecentKeyspaces } from './recent-keyspaces.ts';

/** An API that stands at the endpoint of a database. */
export type DataPlaneApi = Exclude<Api, 'devops'>;

/** A call to a database: without the base URL, which the connection knows. Routes begin with `/v1` or `/v2`. */
export interface DataPlaneCall<T = unknown> extends Omit<HttpCall<T>, 'api' | 'baseUrl' | 'errors'> {
  readonly api: DataPlaneApi;
}

/** What all operations of the process share. */
export interface SharedState {
  readonly pageSizes: PageSizes;
  readonly recentKeyspaces: RecentKeyspaces;
  /**
   * Runs changes of one database's schema one after another, also those of other operations: Cassandra does not take them
   * at once well.
   */
  changeSchema<T>(databaseId: string, change: () => Promise<T>): Promise<T>;
}

export function createSharedState(): SharedState {
  return {
    pageSizes: createPageSizes(),
    recentKeyspaces: createRecentKeyspaces(),
    changeSchema: createSchemaOrder(),
  };
}

/** The data planes of all databases, for one operation. */
export interface StargateConnection extends SharedState {
  readonly scope: OperationScope;
  /** The time to give calls that change a schema: making a collection may take half a minute. */
  readonly schemaTimeoutMs: number;
  /**
   * @param databaseId - canonical
   * @throws NotFoundError - no such database
   * @throws DatabaseUnavailableError - it is not serving; the message names its status
   * @throws SourceError - see `HttpClient.send`
   */
  send<T>(databaseId: string, call: DataPlaneCall<T>): Promise<HttpAnswer<T>>;
}

/** Base URL of an API of a database. May ask the DevOps API, on behalf of the operation. */
export type FindBaseUrl = (databaseId: string, api: DataPlaneApi) => Promise<string>;

export function createStargateConnection(options: {
  readonly http: HttpClient;
  readonly scope: OperationScope;
  readonly findBaseUrl: FindBaseUrl;
  readonly schemaTimeoutMs: number;
  readonly state: SharedState;
}): StargateConnection {
  const { http, scope, findBaseUrl, schemaTimeoutMs, state } = options;
  async function send<T>(databaseId: string, call: DataPlaneCall<T>): Promise<HttpAnswer<T>> {
    const baseUrl = await findBaseUrl(databaseId, call.api);
    return http.send({ ...call, baseUrl, errors: STARGATE_ERRORS }, scope);
  }
  return { ...state, scope, schemaTimeoutMs, send };
}

/** Runs tasks of one database one after another, in order; those of different databases in parallel. A failed task does not block the next. */
function createSchemaOrder(): <T>(databaseId: string, task: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (databaseId, task) => {
    const turn = Promise.resolve(last.get(databaseId)).then(task);
    const settled = turn.catch(() => undefined);
    last.set(databaseId, settled);
    try {
      return await turn;
    } finally {
      if (last.get(databaseId) === settled) last.delete(databaseId);
    }
  };
}

/**
 * Encodes a path segment that upstream decodes twice, cutting it at the first `;` after the first decoding: keys of rows, and
 * steps of a path in a document. A text with `;` or `%` is encoded twice, or another row or member would be written.
 */
export function encodeTwiceDecoded(text: string): string {
  const once = encodeURIComponent(text);
  return /[;%]/.test(text) ? encodeURIComponent(once) : once;
}
