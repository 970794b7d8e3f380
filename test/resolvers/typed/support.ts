/** Asks the typed graph of a keyspace. */
import type { GraphQLAnswer, RunningGateway } from '../../support/gateway.ts';

export async function askTyped(
  gateway: RunningGateway,
  keyspace: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<GraphQLAnswer & { readonly status: number }> {
  const response = await fetch(`${gateway.url}/${keyspace}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.emulator.applicationToken}` },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as GraphQLAnswer) };
}
