/** What GraphiQL opens with: queries over the sample data, which show one thing each. */

export interface ExampleTab {
  readonly query: string;
  readonly variables?: string;
  readonly headers?: string;
}

/** Not needed on the embedded upstream; elsewhere the token goes between the quotes, and the dash out of the name. */
const HEADERS = JSON.stringify({ '-X-Cassandra-Token': '' }, null, 2);

export const EXAMPLE_TABS: readonly ExampleTab[] = [
  tab(`# Tables and rows. A token, where one is needed, goes into the Headers editor below:
#   { "Authorization": "Bearer <token>" }   or   { "X-Cassandra-Token": "<token>" }
# The embedded sample data needs none.
query Airport {
  keyspace(name: "travel") {
    table(name: "airports") {
      columns { name type kind }
      row(key: { iata: "SFO" }) {
        id
        values
      }
    }
  }
}`),
  tab(
    `# Edges: Cassandra has no foreign keys, so the query says which column is the other table's key.
# However many rows there are, their related rows cost one or two upstream requests.
query Flights($key: RowKey!, $first: Int!) {
  keyspace(name: "travel") {
    table(name: "flights") {
      rows(key: $key, first: $first) {
        nodes {
          values(columns: ["day", "departure", "delay_minutes"])
          relatedRow(table: "airports", key: [{ column: "iata", from: "destination" }]) {
            values(columns: ["name", "city"])
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`,
    { key: { origin: 'SFO' }, first: 10 },
  ),
  tab(`# Documents, found by what is in them, and an edge from a document to a row.
query Earthquakes {
  namespace(name: "geology") {
    collection(name: "earthquakes") {
      documents(where: { path: "magnitude", gte: 5 }, first: 5) {
        nodes {
          documentId
          data(fields: ["place", "magnitude", "time"])
          relatedRow(keyspace: "travel", table: "airports", key: [{ column: "iata", from: "nearestAirport.iata" }]) {
            value(column: "name")
          }
        }
      }
    }
  }
}`),
  tab(
    `# A mutation: an upsert, as all writes of Cassandra are.
mutation AddAirport($input: CreateRowInput!) {
  createRow(input: $input) {
    row { id key values }
  }
}`,
    { input: { keyspace: 'travel', table: 'airports', values: { iata: 'ZZZ', name: 'Made up', city: 'Nowhere' } } },
  ),
];

function tab(query: string, variables?: Readonly<Record<string, unknown>>): ExampleTab {
  return { query, headers: HEADERS, ...(variables && { variables: JSON.stringify(variables, null, 2) }) };
}
