/**
 * Composes the supergraph that Hive Gateway serves: the upstream by its OpenAPI document, and each post joined to its user,
 * by a call for each or in batches (BENCH_JOIN=batched).
 */
import { defineConfig } from '@graphql-mesh/compose-cli';
import { loadOpenAPISubgraph } from '@omnigraph/openapi';

const source = new URL('openapi.json', import.meta.url).pathname;
const join =
  process.env.BENCH_JOIN === 'batched'
    ? 'sourceFieldName: "users", keyField: "userId", keysArg: "id"'
    : 'sourceFieldName: "user", sourceArgs: { id: "{root.userId}" }';

export const composeConfig = defineConfig({
  subgraphs: [{ sourceHandler: loadOpenAPISubgraph('bench', { source, endpoint: process.env.BENCH_UPSTREAM_URL }) }],
  additionalTypeDefs: /* GraphQL */ `
    extend type Post {
      user: User
        @resolveTo(sourceName: "bench", sourceTypeName: "Query", requiredSelectionSet: "{ userId }", ${join})
    }
  `,
});
