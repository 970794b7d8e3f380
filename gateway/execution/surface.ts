/**
 * A surface: a schema with a path. The same text means something else on another surface, so every key that is made of a
 * document or a request begins with the key of its surface.
 */
import type { GraphQLSchema } from 'graphql';
import { memoize } from '../../datasources/shared/memoize.ts';

export interface Surface {
  /** Path at which GraphQL is answered. */
  readonly endpoint: string;
  readonly schema: GraphQLSchema;
}

let schemas = 0;

/** By identity: two schemas with equal SDL may have different resolvers. */
const schemaIdOf = memoize((_: GraphQLSchema) => {
  schemas += 1;
  return schemas;
});

/** Equal for the same path and the same schema object alone. Holds no line break. */
export function surfaceKey({ endpoint, schema }: Surface): string {
  return `${endpoint} ${schemaIdOf(schema)}`;
}
