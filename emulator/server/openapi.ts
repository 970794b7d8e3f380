/** OpenAPI descriptions of the REST and Document APIs: every path and method, without body schemas. */
import { ROUTES } from '../rest/routes.ts';

export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, unknown>>;
}

const NAMESPACES = '/v2/schemas/namespaces';
const COLLECTIONS = '/v2/namespaces/{namespace}/collections';
const DOCUMENTS = `${COLLECTIONS}/{collection}`;

const DOCUMENT_PATHS: Readonly<Record<string, readonly string[]>> = {
  [NAMESPACES]: ['GET', 'POST'],
  [`${NAMESPACES}/{namespace}`]: ['GET', 'DELETE'],
  [COLLECTIONS]: ['GET', 'POST'],
  [DOCUMENTS]: ['GET', 'POST', 'DELETE'],
  [`${DOCUMENTS}/upgrade`]: ['POST'],
  [`${DOCUMENTS}/json-schema`]: ['GET', 'PUT'],
  [`${DOCUMENTS}/batch`]: ['POST'],
  [`${DOCUMENTS}/{document}`]: ['GET', 'PUT', 'PATCH', 'DELETE'],
  [`${DOCUMENTS}/{document}/{path}`]: ['GET', 'PUT', 'PATCH', 'DELETE'],
  [`${DOCUMENTS}/{document}/{path}/function`]: ['POST'],
};

/** @param url - the base URL of the paths */
export function describeRestApi(url: string): OpenApi {
  const paths = ROUTES.map(
    ({ path, methods }) => [`/${path.join('/').replace('…', '')}`, Object.keys(methods)] as const,
  );
  return describe('Stargate REST API v2', url, paths);
}

/** @param url - the base URL of the paths */
export function describeDocumentApi(url: string): OpenApi {
  return describe('Stargate Document API v2', url, Object.entries(DOCUMENT_PATHS));
}

function describe(title: string, url: string, paths: readonly (readonly [string, readonly string[]])[]): OpenApi {
  return {
    openapi: '3.0.3',
    info: { title: `${title}, emulated`, version: '2' },
    servers: [{ url }],
    paths: Object.fromEntries(paths.map(([path, methods]) => [path, toPathItem(path, methods)])),
  };
}

function toPathItem(path: string, methods: readonly string[]): unknown {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const token = { name: 'X-Cassandra-Token', in: 'header', required: true, schema: { type: 'string' } };
  const responses = { default: { description: 'The answer, or {"description", "code"}' } };
  return {
    parameters: [...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })), token],
    ...Object.fromEntries(methods.map((method) => [method.toLowerCase(), { responses }])),
  };
}
