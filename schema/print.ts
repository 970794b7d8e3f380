import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

/** The public schema as text, sorted, so that the same schema has always the same text. Ends with a line break. */
export function printPublicSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
