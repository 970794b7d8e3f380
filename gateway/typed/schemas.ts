/** Schemas of typed graphs: one for all callers who see the same definitions, in bounded number. */
import type { GraphQLSchema } from 'graphql';
import { tokenDigest } from '../../datasources/http/tokens.ts';
import { createBoundedCache } from '../../datasources/shared/bounded-cache.ts';
import type { KeyspaceRef, Tokens, Upstream } from '../../datasources/source/source.ts';
import type { RelationProblem, Relations } from '../../schema/relations/relation.ts';
import type { KeyspaceDefinition } from '../../schema/typed/keyspace-definition.ts';
import { type PresentationOptions, presentSchema } from '../../schema/typed/present.ts';
import { checkRelations, createTypedSchema } from '../../schema/typed/schema.ts';
import { hashOf, readDefinition } from './definition.ts';

export interface TypedSchemas {
  /** What this caller was answered last, if that is recent. */
  recall(ref: KeyspaceRef, tokens: Tokens): GraphQLSchema | undefined;
  /**
   * The schema of a keyspace as this caller sees it; `null` when there is no such keyspace. Definitions that were read in the
   * last seconds serve again, unless this process has changed a schema since.
   *
   * @throws SourceError
   */
  find(ref: KeyspaceRef, request: SchemaRequest): Promise<GraphQLSchema | null>;
}

export type SchemaRequest = Parameters<Upstream['open']>[0];

export interface TypedSchemaOptions {
  readonly upstream: Upstream;
  readonly relations: Relations;
  readonly presentation?: PresentationOptions;
  /** How long definitions serve; default as long as the catalog keeps them. */
  readonly lifetimeMs?: number;
  /** Called when a keyspace has other definitions than it had. */
  readonly onChange: (ref: KeyspaceRef, before: GraphQLSchema, after: GraphQLSchema) => void;
  /** Called once for each schema that is built, with each relation that it leaves out. */
  readonly onProblem: (ref: KeyspaceRef, problem: RelationProblem) => void;
  /** Called for each schema that is built. */
  readonly onWarning?: (ref: KeyspaceRef, message: string) => void;
}

/** As long as the catalog keeps definitions by default. */
const LIFETIME_MS = 5000;
/** A schema of 100 tables takes some 10 MB. */
const MAX_SCHEMAS = 100;
/** Callers and keyspaces: each entry is the hash of what the caller sees, so that it keeps no schema. */
const MAX_CALLERS = 10_000;

export function createTypedSchemas({
  upstream,
  relations,
  presentation = {},
  lifetimeMs = LIFETIME_MS,
  onChange,
  onProblem,
  onWarning,
}: TypedSchemaOptions): TypedSchemas {
  const byHash = createBoundedCache<GraphQLSchema>({ maxEntries: MAX_SCHEMAS });
  const byCaller = createBoundedCache<string>({ maxEntries: MAX_CALLERS, lifetimeMs });
  const reading = new Map<string, Promise<GraphQLSchema | null>>();
  /** By keyspace, for the log of changes: the last one that any caller saw. */
  const last = createBoundedCache<{ readonly hash: string; readonly schema: GraphQLSchema }>({
    maxEntries: MAX_SCHEMAS,
  });

  const callerKey = ({ databaseId, keyspace }: KeyspaceRef, tokens: Tokens) =>
    JSON.stringify([databaseId, keyspace, tokenDigest(tokens), upstream.schemaChanges(databaseId)]);

  async function read(ref: KeyspaceRef, request: SchemaRequest, key: string): Promise<GraphQLSchema | null> {
    const definition = await readDefinition(upstream.open(request).catalog, ref, relations);
    if (!definition) return null;
    const hash = hashOf(definition, relations);
    const schema = byHash.get(hash) ?? build(ref, definition);
    byHash.set(hash, schema);
    byCaller.set(key, hash);
    noteChange(ref, hash, schema);
    return schema;
  }

  function build(ref: KeyspaceRef, definition: KeyspaceDefinition): GraphQLSchema {
    for (const problem of checkRelations(definition, relations, presentation.names)) onProblem(ref, problem);
    const { schema, warnings } = presentSchema(
      createTypedSchema(definition, relations, presentation.names),
      ref.keyspace,
      presentation,
    );
    for (const warning of warnings) onWarning?.(ref, warning);
    return schema;
  }

  function noteChange(ref: KeyspaceRef, hash: string, schema: GraphQLSchema): void {
    const key = JSON.stringify([ref.databaseId, ref.keyspace]);
    const before = last.get(key);
    if (before?.hash === hash) return;
    last.set(key, { hash, schema });
    if (before) onChange(ref, before.schema, schema);
  }

  return {
    recall(ref, tokens) {
      const hash = byCaller.get(callerKey(ref, tokens));
      return hash === undefined ? undefined : byHash.get(hash);
    },
    find(ref, request) {
      const key = callerKey(ref, request.tokens);
      const known = reading.get(key);
      if (known) return known;
      const settled = read(ref, request, key).finally(() => reading.delete(key));
      reading.set(key, settled);
      return settled;
    },
  };
}
