/** Composes the supergraph that Hive Gateway serves: the upstream by its OpenAPI document, posts joined to users in batches. */
import { defineConfig } from '@graphql-mesh/compose-cli';
import { loadOpenAPISubgraph } from '@omnigraph/openapi';

export const composeConfig = defineConfig({
  subgraphs: [
    {
      sourceHandler: loadOpenAPISubgraph('bench', {
        source: new URL('openapi.json', import.meta.url).pathname,
        endpoint: process.env.BENCH_UPSTREAM_URL,
        queryParams: {},
      }),
    },
  ],
  additionalTypeDefs: /* GraphQL */ `
    extend type Post {
      user: User
        @resolveTo(
          sourceName: "bench"
          sourceTypeName: "Query"
          sourceFieldName: "users"
          requiredSelectionSet: "{ userId }"
          keyField: "userId"
          keysArg: "id"
        )
    }
  `,
});
