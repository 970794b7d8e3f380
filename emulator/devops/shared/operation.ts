/** What the operations of the DevOps API are made of. */
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
  /** Who calls; without roles where no token is needed. */
  readonly caller: Pick<Application, 'orgId' | 'roles'>;
  /** The body as parsed JSON; throws 400 when it is none. */
  body(): unknown;
}

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/v2/databases/{id}`: a name in braces is one segment. */
  readonly path: string;
  /** `any`: every valid token will do; `null`: none is needed. */
  readonly action: Action | 'any' | null;
  /** 401 on database operations (default), 403 on those for tokens and roles. */
  readonly deniedStatus?: 401 | 403;
  readonly run: (call: DevopsCall) => Reply | Promise<Reply>;
}

/**
 * Throws 404 when there is no such database. An id that is no UUID names none either, on whichever path: published
 * clients take 404 for an answer, and 400 for a fault of their own.
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
