/** Reads the schema of a typed graph outside of a request: for commands. */
import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { NotFoundError } from '../../datasources/source/errors.ts';
import type { Upstream } from '../../datasources/source/source.ts';
import { NO_RELATIONS, type RelationProblem, type Relations } from '../../schema/relations/relation.ts';
import type { PresentationOptions } from '../../schema/typed/present.ts';
import { createTypedSchemas } from './schemas.ts';

export interface SchemaReader {
  /**
   * @param database - its id or its configured name; absent: the default one
   * @throws SourceError - NotFoundError, which names the keyspaces that there are
   */
  read(keyspace: string, database?: string): Promise<GraphQLSchema>;
  /** The keyspaces of a database. */
  keyspaces(database?: string): Promise<readonly string[]>;
}

export interface SchemaReaderOptions {
  readonly upstream: Upstream;
  /** Absent: upstream takes requests without one. */
  readonly token: string | undefined;
  readonly relations?: Relations | undefined;
  readonly presentation?: PresentationOptions;
  readonly onProblem?: (problem: RelationProblem) => void;
  readonly onWarning?: (message: string) => void;
}

export function createSchemaReader({ upstream, token, ...options }: SchemaReaderOptions): SchemaReader {
  const schemas = createTypedSchemas({
    upstream,
    relations: options.relations ?? NO_RELATIONS,
    presentation: options.presentation ?? {},
    onChange: () => {},
    onProblem: (_, problem) => options.onProblem?.(problem),
    onWarning: (_, message) => options.onWarning?.(message),
  });
  const tokens = token === undefined ? {} : { data: token, devops: token };
  const open = () => ({ tokens, requestId: randomUUID(), maxCalls: Number.POSITIVE_INFINITY });

  async function keyspaces(database?: string): Promise<readonly string[]> {
    const source = upstream.open(open());
    return (await source.catalog.keyspaces(source.databaseId(database))).map(({ name }) => name);
  }

  return {
    keyspaces,
    async read(keyspace, database) {
      const scope = open();
      const databaseId = upstream.open(scope).databaseId(database);
      const schema = await schemas.find({ databaseId, keyspace }, scope);
      if (schema) return schema;
      throw new NotFoundError(
        `There is no keyspace "${keyspace}". There are: ${(await keyspaces(database)).join(', ')}.`,
      );
    },
  };
}
