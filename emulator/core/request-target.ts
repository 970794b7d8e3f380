/** Reads which API and database a request is for. Astra distinguishes them by host; here one port serves all, distinguished by path. */
import type { HeaderFields } from './service.ts';

/**
 * The API that a request is for. `status`: health, metrics and descriptions of a database, without a token. `control`: fault
 * injection. `unknown`: 404.
 */
export type Api = 'index' | 'control' | 'devops' | 'auth' | 'rest' | 'document' | 'data' | 'status' | 'unknown';

export interface Target {
  readonly api: Api;
  /** Present on the APIs of a database, but for commands of the Data API that name none: they are for the default database. */
  readonly database?: { readonly id: string; readonly region: string };
  /** The part before `path`: empty, `/{databaseId}-{region}/api/rest`, `…/api/json`, or `/{databaseId}-{region}` alone. */
  readonly basePath: string;
  /** After the base path, still percent-encoded. */
  readonly path: string;
  /** The query without its question mark, still percent-encoded; may be empty. */
  readonly search: string;
}

/** A request with its parsed target. */
export interface Incoming {
  readonly method: string;
  readonly target: Target;
  readonly headers: HeaderFields;
  /** Scheme and host as the client knows them. */
  readonly origin: string;
  body(): Promise<string>;
}

const DATABASE_PATH = /^(\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([a-z0-9-]+))(\/.*)$/;
const DATA_PATH = /^(\/api\/(rest|json))(\/.*)$/;
/** Where servers other than Astra's have the Data API, and where clients of such servers send their commands. */
const COMMAND_PATH = /^\/v1(\/.*)?$/;
const HOME_PATH = /^(\/api\/json)(\/.*)$/;
/** Clients look for these below the URL of the database, or below the URL of its REST API. */
const STATUS_PATH =
  /^(?:\/api\/rest)?(\/health|\/metrics|\/stargate\/health(?:\/live|\/ready)?|\/swagger-ui|\/api\/(?:rest|docs)\/openapi)\/?$/;

/** Reads the target of a request line, in origin form (`/path?query`) or absolute form. */
export function toTarget(raw: string): Target {
  const target = raw.replace(/^https?:\/\/[^/?]*/i, '') || '/';
  const queryStart = target.indexOf('?');
  const path = queryStart < 0 ? target : target.slice(0, queryStart);
  const search = queryStart < 0 ? '' : target.slice(queryStart + 1);
  const ofDatabase = databaseTarget(path, search) ?? homeTarget(path, search);
  return ofDatabase ?? { api: ownApi(path), basePath: '', path, search };
}

function databaseTarget(whole: string, search: string): Target | undefined {
  const [, prefix, id, region, below] = DATABASE_PATH.exec(whole) ?? [];
  if (!prefix || !id || !region || !below) return undefined;
  const database = { id, region };
  const status = STATUS_PATH.exec(below)?.[1];
  if (status) return { api: 'status', database, basePath: prefix, path: status, search };
  if (COMMAND_PATH.test(below)) return { api: 'data', database, basePath: prefix, path: below, search };
  const [, base, kind, path] = DATA_PATH.exec(below) ?? [];
  if (!base || !path) return undefined;
  return { api: kind === 'json' ? 'data' : dataPlaneApi(path), database, basePath: prefix + base, path, search };
}

/** Of clients that know a host and a port alone. */
function homeTarget(whole: string, search: string): Target | undefined {
  const [, basePath = '', path = whole] = HOME_PATH.exec(whole) ?? [];
  return COMMAND_PATH.test(path) ? { api: 'data', basePath, path, search } : undefined;
}

function ownApi(path: string): Api {
  if (path === '/') return 'index';
  if (path.startsWith('/emulator/')) return 'control';
  return /^\/(v[23]|secure-bundles)(\/|$)/.test(path) ? 'devops' : 'unknown';
}

/** Repeated slashes count as one on the real servers, so they must not decide which service answers. */
function dataPlaneApi(path: string): Api {
  const [version, first, second] = path.split('/').filter((segment) => segment !== '');
  if (version === 'v1') return 'auth';
  const isDocument = first === 'namespaces' || (first === 'schemas' && second === 'namespaces');
  return version === 'v2' && isDocument ? 'document' : 'rest';
}
