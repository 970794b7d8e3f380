import type { HttpClient } from '../../http/client.ts';
import type { HttpAnswer, HttpCall } from '../../http/http-call.ts';
import type { Api } from '../../source/errors.ts';
import type { OperationScope } from '../../source/source.ts';
import { STARGATE_ERRORS } from './error-reader.ts';
import type { PageSizes } from './page-sizes.ts';

/** An API that stands at the endpoint of a database. */
export type DataPlaneApi = Exclude<Api, 'data' | 'devops'>;

/** A call to a database: without the base URL, which the connection knows. Routes begin with `/v1` or `/v2`. */
export interface DataPlaneCall<T = unknown> extends Omit<HttpCall<T>, 'api' | 'baseUrl' | 'errors'> {
  readonly api: DataPlaneApi;
}

/** The data planes of all databases, for one operation. */
export interface StargateConnection {
  readonly scope: OperationScope;
  /** Shared by all operations. */
  readonly pageSizes: PageSizes;
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
  readonly pageSizes: PageSizes;
}): StargateConnection {
  const { http, scope, findBaseUrl, pageSizes } = options;
  async function send<T>(databaseId: string, call: DataPlaneCall<T>): Promise<HttpAnswer<T>> {
    const baseUrl = await findBaseUrl(databaseId, call.api);
    return http.send({ baseUrl, errors: STARGATE_ERRORS, ...call }, scope);
  }
  return { scope, pageSizes, send };
}

/**
 * Encodes a path segment that upstream decodes twice, cutting it at the first `;` after the first decoding: keys of rows, and
 * steps of a path in a document. A text with `;` or `%` is encoded twice, or another row or member would be written.
 */
export function encodeTwiceDecoded(text: string): string {
  const once = encodeURIComponent(text);
  return /[;%]/.test(text) ? encodeURIComponent(once) : once;
}
