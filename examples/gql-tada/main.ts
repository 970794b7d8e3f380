/** Queries whose types TypeScript infers by itself. Run `npm start` here while the gateway runs. */
import { initGraphQLTada, type TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import type { introspection } from './graphql-env';

/** Scalars are JSON: what each can hold is in its description in the schema. */
const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    JSON: unknown;
    JSONObject: Record<string, unknown>;
    CqlValue: unknown;
    RowKey: Record<string, unknown>;
    RowValues: Record<string, unknown>;
    DocumentPath: string;
    DateTime: string;
  };
}>();

const url = process.env.GATEWAY_URL ?? 'http://localhost:4000/graphql';
const token = process.env.GATEWAY_TOKEN;

async function ask<Answer, Variables>(
  document: TadaDocumentNode<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json', ...(token && { 'X-Cassandra-Token': token }) };
  const body = JSON.stringify({ query: print(document), variables });
  const { data, errors } = await (await fetch(url, { method: 'POST', headers, body })).json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

const Airport = graphql(`
  query Airport($key: RowKey!) {
    keyspace(name: "travel") {
      table(name: "airports") {
        row(key: $key) {
          values(columns: ["name", "city"])
        }
      }
    }
  }
`);

const { keyspace } = await ask(Airport, { key: { iata: 'SFO' } });
const values = keyspace?.table?.row?.values;
console.log(values?.name, values?.city);
