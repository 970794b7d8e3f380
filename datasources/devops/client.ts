import type { HttpClient } from '../http/client.ts';
import type { HttpAnswer, HttpCall } from '../http/http-call.ts';
import type { OperationScope, ReadHints } from '../source/source.ts';
import { DEVOPS_ERRORS } from './error-reader.ts';

export const DEVOPS_HINTS: ReadHints = {
  database: 'Each database by its id is a call of its own. Read them from the list databases instead.',
};

/** A call to the DevOps API: without its name and base URL. Routes begin with `/v2`. */
export type DevopsCall<T> = Omit<HttpCall<T>, 'api' | 'baseUrl' | 'errors'>;

/** The DevOps API, for one operation. */
export interface DevopsClient {
  /** @throws SourceError - see `HttpClient.send` */
  send<T>(call: DevopsCall<T>): Promise<HttpAnswer<T>>;
}

/** @param baseUrl - without `/v2` and without a slash at the end */
export function createDevopsClient(http: HttpClient, baseUrl: string, scope: OperationScope): DevopsClient {
  return { send: (call) => http.send({ api: 'devops', baseUrl, errors: DEVOPS_ERRORS, ...call }, scope) };
}
