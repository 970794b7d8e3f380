/** A query, its variables, its errors. Run `npm start` here while the gateway runs. */
const url = process.env.GATEWAY_URL ?? 'http://localhost:4000/graphql';
const token = process.env.GATEWAY_TOKEN;

async function ask(query, variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token && { 'X-Cassandra-Token': token }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  // A field that failed is null, and says why here; its siblings are there all the same.
  for (const { message, path, extensions } of errors ?? []) console.error(path?.join('.'), extensions?.code, message);
  return data;
}

const data = await ask(
  `query Departures($key: RowKey!, $first: Int!) {
    keyspace(name: "travel") {
      table(name: "flights") {
        rows(key: $key, first: $first) {
          nodes {
            key
            landsAt: relatedRow(table: "airports", key: [{ column: "iata", from: "destination" }]) { value(column: "name") }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }`,
  { key: { origin: 'SFO' }, first: 3 },
);
for (const { key, landsAt } of data.keyspace.table.rows.nodes) console.log(key.day, key.departure, landsAt.value);
