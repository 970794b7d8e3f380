/** Apollo Client: one object in its normalised cache for each of ours, whatever was selected of it and wherever it was found. */
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;
let client: ApolloClient;

beforeAll(async () => {
  gateway = await startGateway({ emulator: { sample: true } });
}, 60_000);
afterAll(() => gateway.close());
beforeEach(() => {
  client = new ApolloClient({ link: createLink(), cache: createCache() });
});

function createLink(): HttpLink {
  return new HttpLink({ uri: gateway.url, headers: { 'x-cassandra-token': gateway.emulator.applicationToken } });
}

/** All that a user has to say: which arguments of a list make it another list. */
function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Table: { fields: { rows: relayStylePagination(['key', 'where', 'sort']) } },
      Collection: { fields: { documents: relayStylePagination(['where']) } },
    },
  });
}

interface RowsPage {
  readonly keyspace: { readonly table: { readonly rows: Connection } };
}

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string; readonly key: unknown } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const ROWS = gql`
  query Rows($first: Int!, $after: String) {
    keyspace(name: "travel") {
      id
      table(name: "flights") {
        id
        rows(key: { origin: "SFO" }, first: $first, after: $after) {
          edges { cursor node { id key } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`;

const AIRPORT = gql`
  query Airport($columns: [String!]!) {
    keyspace(name: "travel") { id table(name: "airports") { id row(key: { iata: "SFO" }) { id values(columns: $columns) } } }
  }
`;

test('merges pages with relayStylePagination', async () => {
  const observable = client.watchQuery<RowsPage>({ query: ROWS, variables: { first: 4 } });
  const subscription = observable.subscribe(() => {});
  const { data: first } = await client.query<RowsPage>({ query: ROWS, variables: { first: 4 } });
  await observable.fetchMore({ variables: { after: first?.keyspace.table.rows.pageInfo.endCursor } });
  subscription.unsubscribe();
  const merged = client.readQuery<RowsPage>({ query: ROWS, variables: { first: 4 } });

  const whole = await gateway.query(
    '{ keyspace(name: "travel") { table(name: "flights") { rows(key: { origin: "SFO" }, first: 8) { nodes { id } } } } }',
  );
  const expected = whole.data.keyspace.table.rows.nodes.map(({ id }: { id: string }) => id);
  expect(merged?.keyspace.table.rows.edges.map(({ node }) => node.id)).toEqual(expected);
  expect(new Set(expected).size).toBe(8);
});

test('keeps the rows of another partition in another list', async () => {
  const rowsOf = gql`
    query RowsOf($key: RowKey!) {
      keyspace(name: "travel") { id table(name: "flights") { id rows(key: $key, first: 2) { edges { node { id key } } pageInfo { endCursor hasNextPage } } } }
    }
  `;
  for (const origin of ['SFO', 'LAX']) await client.query({ query: rowsOf, variables: { key: { origin } } });
  for (const origin of ['SFO', 'LAX']) {
    const cached = client.readQuery<RowsPage>({ query: rowsOf, variables: { key: { origin } } });
    expect(cached?.keyspace.table.rows.edges.map(({ node }) => node.key)).toEqual([
      expect.objectContaining({ origin }),
      expect.objectContaining({ origin }),
    ]);
  }
});

test('does not let values of some columns overwrite those of others', async () => {
  await client.query({ query: AIRPORT, variables: { columns: ['name'] } });
  await client.query({ query: AIRPORT, variables: { columns: ['city'] } });
  const valuesOf = (columns: string[]) => client.readQuery({ query: AIRPORT, variables: { columns } });
  const row = (values: object) => ({ keyspace: { table: { row: { values } } } });
  expect(valuesOf(['name'])).toMatchObject(row({ name: 'San Francisco International' }));
  expect(valuesOf(['city'])).toMatchObject(row({ city: 'San Francisco' }));
});

test('finds the same row in its cache, however it was reached and its key was spelled', async () => {
  await client.query({ query: AIRPORT, variables: { columns: ['name'] } });
  const { data } = await client.query<{ keyspace: { table: { rows: { nodes: { id: string }[] } } } }>({
    query: gql`{ keyspace(name: "travel") { id table(name: "airports") { id rows(where: [{ column: "iata", in: ["SFO"] }]) { nodes { id value(column: "city") } } } } }`,
  });
  const id = client.cache.identify({ __typename: 'Row', id: data?.keyspace.table.rows.nodes[0]?.id ?? '' });
  const rows = Object.keys(client.cache.extract() as object).filter((key) => key.startsWith('Row:'));
  expect(rows).toEqual([id]);
});

test('shows a changed row wherever it was read, after a mutation that answers it', async () => {
  await client.mutate({ mutation: CREATE, variables: { iata: 'ZZ1', name: 'Before' } });
  const { data } = await client.query<NamedRow>({ query: NAMED, variables: { iata: 'ZZ1' } });
  expect(data?.keyspace.table.row?.value).toBe('Before');
  await client.mutate({ mutation: UPDATE });
  expect(client.readQuery<NamedRow>({ query: NAMED, variables: { iata: 'ZZ1' } })?.keyspace.table.row?.value).toBe(
    'After',
  );
});

test('evicts a deleted row by deletedId', async () => {
  await client.mutate({ mutation: CREATE, variables: { iata: 'ZZ2', name: 'Short-lived' } });
  const { data } = await client.query<NamedRow>({ query: NAMED, variables: { iata: 'ZZ2' } });
  const id = data?.keyspace.table.row?.id ?? '';
  await client.mutate<{ deleteRow: { deletedId: string } }>({
    mutation: gql`mutation Delete($id: ID!) { deleteRow(input: { id: $id }) { deletedId } }`,
    variables: { id },
    update(cache, { data: answer }) {
      cache.evict({ id: cache.identify({ __typename: 'Row', id: answer?.deleteRow.deletedId ?? '' }) ?? '' });
      cache.gc();
    },
  });
  expect(Object.keys(client.cache.extract() as object)).not.toContain(`Row:${id}`);
  const { data: later } = await client.query<NamedRow>({
    query: NAMED,
    variables: { iata: 'ZZ2' },
    fetchPolicy: 'network-only',
  });
  expect(later?.keyspace.table.row).toBeNull();
});

interface NamedRow {
  readonly keyspace: { readonly table: { readonly row: { readonly id: string; readonly value: string } | null } };
}

const NAMED = gql`
  query Named($iata: CqlValue!) { keyspace(name: "travel") { id table(name: "airports") { id row(key: { iata: $iata }) { id value(column: "name") } } } }
`;

const CREATE = gql`
  mutation Create($iata: CqlValue!, $name: CqlValue!) {
    createRow(input: { keyspace: "travel", table: "airports", values: { iata: $iata, name: $name } }) { row { id } }
  }
`;

const UPDATE = gql`
  mutation Update {
    updateRow(input: { keyspace: "travel", table: "airports", key: { iata: "ZZ1" }, values: { name: "After" } }) {
      row { id value(column: "name") }
    }
  }
`;
