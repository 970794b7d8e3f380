/** The interface of a DevOps API operation, and how it finds its database. */
import type { Reply } from '../../core/service.ts';
import type { Application, Tokens } from '../../core/tokens.ts';
import type { Directory } from '../state/directory.ts';
import type { RegisteredDatabase, Registry } from '../state/registry.ts';
import type { Action } from '../state/roles.ts';
import { devopsNotFound, invalidState } from './devops-error.ts';

export interface DevopsContext {
  readonly registry: Registry;
  readonly directory: Directory;
  readonly tokens: Tokens;
  readonly now: () => number;
}

export interface DevopsCall extends DevopsContext {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Scheme and host as the client knows them. */
  readonly origin: string;
  /** The calling application; without roles for an operation without a token. */
  readonly caller: Pick<Application, 'orgId' | 'roles'>;
  /** The body as parsed JSON; throws 400 when it is not JSON. */
  body(): unknown;
}

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/v2/databases/{id}`: a name in braces is one segment. */
  readonly path: string;
  /** The required permission. `any`: every valid token; `null`: no token. */
  readonly action: Action | 'any' | null;
  /** 401 for database operations (default), 403 for tokens and roles. */
  readonly deniedStatus?: 401 | 403;
  readonly run: (call: DevopsCall) => Reply | Promise<Reply>;
}

/**
 * The database that a path names; throws 404. An invalid UUID is 404 too: published clients treat 404 as "no such database"
 * and 400 as an error of their own.
 */
export function requireDatabase({ registry, parameters }: DevopsCall): RegisteredDatabase {
  const id = parameters.id ?? '';
  const entry = registry.find(id.toLowerCase());
  if (!entry) throw devopsNotFound(`database ${id}`);
  return entry;
}

/** As `requireDatabase`; throws 409 when the database is not ACTIVE. */
export function requireActive(call: DevopsCall): RegisteredDatabase {
  const entry = requireDatabase(call);
  if (entry.record.status !== 'ACTIVE') throw invalidState(entry.record.status);
  return entry;
}
