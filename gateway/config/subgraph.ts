/** The gateway as a part of a supergraph. */
import { SERVE, type Setting } from './setting.ts';

export const SUBGRAPH_SETTINGS = {
  subgraph: {
    env: 'ASTRA_GRAPHQL_SUBGRAPH',
    kind: 'switch',
    commands: SERVE,
    default: 'false',
    description: 'Serve an Apollo Federation 2 subgraph, for a router to put together with others',
  },
  typePrefix: {
    env: 'ASTRA_GRAPHQL_TYPE_PREFIX',
    kind: 'text',
    commands: SERVE,
    description: 'In a subgraph: what the names of all types begin with, such as Astra',
  },
} as const satisfies Record<string, Setting>;
