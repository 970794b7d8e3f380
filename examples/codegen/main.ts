/** Plain fetch with answers and variables that the compiler knows. Run `npm start` here while the gateway runs. */
import { graphql } from './generated/gql';
import type { TypedDocumentString } from './generated/graphql';

const url = process.env.GATEWAY_URL ?? 'http://localhost:4000/graphql';
const token = process.env.GATEWAY_TOKEN;

async function ask<Answer, Variables>(
  query: TypedDocumentString<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json', ...(token && { 'X-Cassandra-Token': token }) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

const Earthquakes = graphql(`
  query Earthquakes($where: DocumentFilter, $first: Int!) {
    namespace(name: "geology") {
      collection(name: "earthquakes") {
        documents(where: $where, first: $first) {
          nodes {
            documentId
            magnitude: value(path: "magnitude")
            near: relatedRow(keyspace: "travel", table: "airports", key: [{ column: "iata", from: "nearestAirport.iata" }]) {
              key
              values(columns: ["name"])
            }
          }
        }
      }
    }
  }
`);

const { namespace } = await ask(Earthquakes, { where: { path: 'magnitude', gte: 4 }, first: 3 });
for (const { documentId, magnitude, near } of namespace?.collection?.documents?.nodes ?? []) {
  console.log(documentId, magnitude, near?.values?.name);
}
