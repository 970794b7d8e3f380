/** Lists, pages, edits and deletes rows of a typed graph. Run `npm start` here while the gateway runs. */
import { client } from './client';
import { graphql } from './generated';

const AIRPORTS = graphql(`
  query Airports($where: airports_filter, $after: String) {
    airports(where: $where, first: 5, after: $after) {
      edges {
        node {
          iata
          name
          state
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const DEPARTURES = graphql(`
  query Departures($iata: String!) {
    airports_by_key(iata: $iata) {
      iata
      name
      departures(first: 2) {
        edges {
          node {
            origin
            day
            departure
            destination
            to {
              iata
              name
            }
          }
        }
      }
    }
  }
`);

const CREATE = graphql(`
  mutation Create($input: airports_input!) {
    create_airports(input: $input) {
      row {
        iata
      }
    }
  }
`);

const RENAME = graphql(`
  mutation Rename($iata: String!, $name: String) {
    update_airports(input: { key: { iata: $iata }, set: { name: $name } }) {
      row {
        iata
        name
      }
    }
  }
`);

const DELETE = graphql(`
  mutation Delete($iata: String!) {
    delete_airports(input: { iata: $iata }) {
      deletedId
    }
  }
`);

const where = { state: { eq: 'HI' } };

/** All pages that were read so far, from the cache where it can. */
async function readAirports(after?: string | null) {
  const { data, error } = await client.query(AIRPORTS, after ? { where, after } : { where });
  if (error) throw error;
  const { edges = [], pageInfo } = data?.airports ?? {};
  return { airports: edges.map(({ node }) => node), pageInfo };
}

const { airports, pageInfo } = await readAirports();
const both = await readAirports(pageInfo?.endCursor);
console.log(`${airports.length} airports, and ${both.airports.length} with the second page`);

const { data } = await client.query(DEPARTURES, { iata: 'HNL' });
for (const { node } of data?.airports_by_key?.departures?.edges ?? []) {
  console.log(node.day, node.departure, 'to', node.to?.name);
}

const conflict = await client.mutation(CREATE, { input: { iata: 'HNL' } });
console.log(conflict.error?.graphQLErrors.map(({ extensions }) => extensions.code));

await client.mutation(CREATE, { input: { iata: 'ZZ2', name: 'Nowhere', state: 'HI' } });
const byKey = async () => (await client.query(DEPARTURES, { iata: 'ZZ2' })).data?.airports_by_key?.name;
console.log('created', await byKey());
await client.mutation(RENAME, { iata: 'ZZ2', name: 'Somewhere' });
console.log('renamed', await byKey());
await client.mutation(DELETE, { iata: 'ZZ2' });
console.log('deleted', await byKey());
