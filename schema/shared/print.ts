import { type GraphQLSchema, graphqlSync, lexicographicSortSchema, printSchema } from 'graphql';

/**
 * The public schema as sorted SDL, so that equal schemas have equal text. A subgraph prints the SDL that it gives to composers,
 * with its directives. Ends with a line break.
 */
export function printPublicSchema(schema: GraphQLSchema): string {
  return `${readSdl(schema) ?? printSchema(lexicographicSortSchema(schema))}\n`;
}

function readSdl(schema: GraphQLSchema): string | undefined {
  if (!schema.getQueryType()?.getFields()._service) return undefined;
  const { data } = graphqlSync({ schema, source: '{ _service { sdl } }' });
  return (data as { readonly _service: { readonly sdl: string } })._service.sdl;
}
