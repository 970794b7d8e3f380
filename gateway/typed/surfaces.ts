/** Where typed graphs are served: `/graphql/{keyspace}` and `/graphql/{database}/{keyspace}`. */
import { lazy } from '../../datasources/shared/lazy.ts';
import { memoize } from '../../datasources/shared/memoize.ts';
import { NotFoundError, SourceError } from '../../datasources/source/errors.ts';
import type { KeyspaceRef, Upstream } from '../../datasources/source/source.ts';
import type { RelationProblem, Relations } from '../../schema/relations/relation.ts';
import type { PresentationOptions } from '../../schema/typed/present.ts';
import { type Auth, readTokens } from '../access/tokens.ts';
import type { RequestLimits } from '../config/limit-settings.ts';
import { maskError } from '../execution/errors.ts';
import type { Surface, Surfaces } from '../execution/surface.ts';
import { createRefusal } from '../shared/refusal.ts';
import { requestStateOf } from '../shared/request-state.ts';
import { schemaChanges } from './schema-changes.ts';
import { createTypedSchemas, type SchemaRequest } from './schemas.ts';

export interface TypedSurfaceOptions {
  /** Of the universal graph. */
  readonly endpoint: string;
  readonly upstream: Upstream;
  /** Called when a keyspace has other definitions than it had. */
  readonly onChange: (keyspace: KeyspaceRef, changes: readonly string[]) => void;
  readonly relations: Relations;
  /** Called with each relation that a schema leaves out. */
  readonly onProblem: (keyspace: KeyspaceRef, problem: RelationProblem) => void;
  readonly presentation?: PresentationOptions;
  /** Called with what a schema could not do as it is wanted. */
  readonly onWarning?: (keyspace: KeyspaceRef, message: string) => void;
  readonly auth: Auth;
  readonly limits: Pick<RequestLimits, 'maxCalls'>;
}

/** The surfaces of all keyspaces of all databases. A caller without a token sees none: the schema is data. */
export function typedSurfaces({ endpoint, auth, limits, onChange, ...options }: TypedSurfaceOptions): Surfaces {
  const { upstream } = options;
  const schemas = createTypedSchemas({
    ...options,
    onChange: (ref, before, after) => onChange(ref, schemaChanges(before, after)),
  });
  // What cannot be the name of a keyspace or database is no surface.
  const names = new RegExp(`^${endpoint}/(?:([\\w-]{1,48})/)?(\\w{1,48})/?$`);

  /** Which databases there are is the same for all callers. */
  const databases = lazy(() => upstream.open({ tokens: {}, requestId: '', maxCalls: 0 }));
  /** What is read of a request; once, because its surface is asked for twice. */
  const visitOf = memoize((request: Request) => ({
    pathname: new URL(request.url).pathname,
    tokens: readTokens(request, auth),
  }));

  function scopeOf(request: Request): SchemaRequest {
    const state = requestStateOf(request);
    return {
      tokens: visitOf(request).tokens,
      requestId: state.requestId,
      maxCalls: limits.maxCalls,
      signal: request.signal,
      ...(state.trace && { onSend: state.trace.watchCall }),
      onCall: (call) => state.calls.push(call),
    };
  }

  /** @throws InputError - for a database that cannot be */
  function refOf(request: Request): KeyspaceRef {
    const [, database, keyspace = ''] = names.exec(visitOf(request).pathname) ?? [];
    return { databaseId: databases().databaseId(database), keyspace };
  }

  const toSurface = (request: Request, schema: Surface['schema']): Surface => ({
    endpoint: visitOf(request).pathname.replace(/\/$/, ''),
    schema,
  });

  function recall(request: Request): Surface | undefined {
    try {
      const schema = schemas.recall(refOf(request), visitOf(request).tokens);
      return schema && toSurface(request, schema);
    } catch {
      return undefined;
    }
  }

  async function read(request: Request): Promise<Surface> {
    const scope = scopeOf(request);
    const source = upstream.open(scope);
    try {
      const ref = refOf(request);
      const schema = await schemas.find(ref, scope);
      if (schema) return toSurface(request, schema);
      const known = await source.catalog.keyspaces(ref.databaseId);
      throw new NotFoundError(
        `There is no keyspace "${ref.keyspace}". There are: ${known.map(({ name }) => name).join(', ')}.`,
      );
    } catch (error) {
      throw error instanceof SourceError ? toRefusal(error) : error;
    }
  }

  return {
    kind: 'typed',
    pattern: `${endpoint}/*`,
    has: (pathname) => names.test(pathname),
    recall,
    find: (request) => recall(request) ?? read(request),
  };
}

const STATUSES: Readonly<Partial<Record<SourceError['code'], number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 404,
  RATE_LIMITED: 429,
  UPSTREAM_TIMEOUT: 504,
};

/** Without a schema the request as a whole has failed. */
function toRefusal(error: SourceError) {
  const { message, extensions } = maskError(error);
  return createRefusal(message, { code: String(extensions.code), status: STATUSES[error.code] ?? 502 });
}
