/** Reads which API and database a request is for. Astra distinguishes them by host; here one port serves all, distinguished by path. */
import type { HeaderFields } from './service.ts';

/**
 * The API that a request is for. `status`: health, metrics and descriptions of a database, without a token. `control`: fault
 * injection. `unknown`: 404.
 */
export type Api = 'index' | 'control' | 'devops' | 'auth' | 'rest' | 'document' | 'data' | 'status' | 'unknown';

export interface Target {
  readonly api: Api;
  /** Present on the APIs of a database. */
  readonly database?: { readonly id: string; readonly region: string };
  /** The part before `path`: empty, `/{databaseId}-{region}/api/rest`, `…/api/json`, or for `status` `/{databaseId}-{region}`. */
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
/** Clients look for these below the URL of the database, or below the URL of its REST API. */
const STATUS_PATH =
  /^(?:\/api\/rest)?(\/health|\/metrics|\/stargate\/health(?:\/live|\/ready)?|\/swagger-ui|\/api\/(?:rest|docs)\/openapi)\/?$/;

/** Reads the target of a request line, in origin form (`/path?query`) or absolute form. */
export function toTarget(raw: string): Target {
  const target = raw.replace(/^https?:\/\/[^/?]*/i, '') || '/';
  const queryStart = target.indexOf('?');
  const path = queryStart < 0 ? target : target.slice(0, queryStart);
  const search = queryStart < 0 ? '' : target.slice(queryStart + 1);
  return databaseTarget(path, search) ?? { api: ownApi(path), basePath: '', path, search };
}

function databaseTarget(whole: string, search: string): Target | undefined {
  const [, prefix, id, region, below] = DATABASE_PATH.exec(whole) ?? [];
  if (!prefix || !id || !region || !below) return undefined;
  const database = { id, region };
  const status = STATUS_PATH.exec(below)?.[1];
  if (status) return { api: 'status', database, basePath: prefix, path: status, search };
  const [, base, kind, path] = DATA_PATH.exec(below) ?? [];
  if (!base || !path) return undefined;
  return { api: kind === 'json' ? 'data' : dataPlaneApi(path), database, basePath: prefix + base, path, search };
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
