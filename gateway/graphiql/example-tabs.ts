/** The tabs that GraphiQL opens with: a query for each of the seven types over the sample data, a mutation, and what not every database can do. */

export interface ExampleTab {
  /** Its operation's name is the title of the tab. */
  readonly query: string;
  readonly variables?: string;
}

/** Each typed graph has fields of its own, and this query tells them. */
export const TYPED_TABS: readonly ExampleTab[] = [
  {
    query: `# The typed graph of a keyspace: a field for each table, and one for a row by its key.
# Ctrl-Space completes their names and columns.
query Tables {
  __schema {
    queryType { fields { name description } }
  }
}`,
  },
];

export const EXAMPLE_TABS: readonly ExampleTab[] = [
  tab(`# A database: what Astra tells of it, and what it holds.
# Run it with Ctrl-Enter; the panel on the left draws what it costs.
# A token goes in at the top right; the sample data needs none.
query Database {
  database {
    name
    status
    region
    capabilities
    keyspaces { name }
    namespaces { name }
  }
}`),
  tab(`# A keyspace: tables and all columns come in one upstream request.
query Keyspace {
  keyspace(name: "travel") {
    tables {
      name
      columns { name type kind }
    }
  }
}`),
  tab(
    `# A table: rows in pages, here of one partition, in its own order.
# For the next page pass endCursor as $after, the rest as it was.
# Begin with flights, or with one airport: in the sample
# 180 of 2,948 airports have any, and all of the first page do.
query Table($key: RowKey!, $after: String) {
  keyspace(name: "travel") {
    table(name: "flights") {
      primaryKey { partitionKey clusteringKey { name order } }
      rows(key: $key, first: 10, after: $after) {
        nodes {
          key
          values(columns: ["delay_minutes", "distance_miles"])
          landsAt: relatedRow(table: "airports", key: [{ column: "iata", from: "destination" }]) {
            value(column: "name")
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`,
    { key: { origin: 'SFO' }, after: null },
  ),
  tab(`# A row and its edges. Cassandra has no foreign keys: the query
# says which column is the key of a row in the other table.
# However many rows there are, their related rows come together.
query Row {
  keyspace(name: "travel") {
    table(name: "airports") {
      row(key: { iata: "SFO" }) {
        id
        values
        departures: relatedRows(table: "flights", key: [{ column: "origin", from: "iata" }], first: 20) {
          nodes {
            key
            landsAt: relatedRow(table: "airports", key: [{ column: "iata", from: "destination" }]) {
              values(columns: ["name", "city"])
            }
          }
        }
      }
    }
  }
}`),
  tab(`# A namespace: a keyspace, as the Document API sees it.
query Namespace {
  namespace(name: "geology") {
    id
    collections { id name }
    database { status }
  }
}`),
  tab(
    `# A collection: documents found by what is in them.
query Collection($where: DocumentFilter) {
  namespace(name: "geology") {
    collection(name: "earthquakes") {
      documents(where: $where, first: 5) {
        nodes { documentId data(fields: ["place", "magnitude", "time"]) }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`,
    { where: { path: 'magnitude', gte: 4 } },
  ),
  tab(`# A document: the whole, a part by its path, and an edge to a row.
query Document {
  namespace(name: "geology") {
    collection(name: "earthquakes") {
      document(documentId: "ci37868143") {
        id
        data
        depthKm: value(path: "location.depthKm")
        relatedRow(keyspace: "travel", table: "airports", key: [{ column: "iata", from: "nearestAirport.iata" }]) {
          value(column: "name")
        }
      }
    }
  }
}`),
  tab(
    `# A mutation. Run it again, and it says CONFLICT: the row is there.
mutation AddAirport($input: CreateRowInput!) {
  createRow(input: $input) {
    row { id key values }
  }
}`,
    { input: { keyspace: 'travel', table: 'airports', values: { iata: 'ZZZ', name: 'Made up', city: 'Nowhere' } } },
  ),
];

const VECTOR_TAB = tab(
  `# Vector search: the earthquakes most like one near Castaic, by place,
# strength, depth and time of day. The sample's vectors are made of
# those; similarity is 1 for the earthquake whose vector it is.
query VectorSearch($near: VectorNear) {
  namespace(name: "geology") {
    collection(name: "earthquakes") {
      vector { dimension metric }
      documents(near: $near, first: 5) {
        edges {
          similarity
          node { documentId data(fields: ["place", "magnitude", "location.depthKm"]) }
        }
      }
    }
  }
}`,
  { near: { vector: [-0.3954, -0.7232, 0.5663, 0.2, 0.4797, 0.062, 0.2325, 0.0919] } },
);

/** @param capabilities - of the default database */
export function tabsFor(capabilities: readonly string[]): readonly ExampleTab[] {
  return capabilities.includes('VECTOR_SEARCH') ? [...EXAMPLE_TABS, VECTOR_TAB] : EXAMPLE_TABS;
}

function tab(query: string, variables?: Readonly<Record<string, unknown>>): ExampleTab {
  return { query, ...(variables && { variables: JSON.stringify(variables, null, 2) }) };
}
