/** What clients need beside the schema, ready to import. */
import type { GraphQLSchema } from 'graphql';
import { printApolloPolicies } from './apollo.ts';
import { printRelayConfig } from './relay.ts';
import { printUrqlKeys } from './urql.ts';

const PRINTERS = { apollo: printApolloPolicies, urql: printUrqlKeys, relay: printRelayConfig };

export type Client = keyof typeof PRINTERS;

/** @param schema - of a typed graph */
export function printForClient(client: Client, schema: GraphQLSchema): string {
  return PRINTERS[client](schema);
}
