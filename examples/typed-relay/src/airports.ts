/**
 * What the compiler reads: it writes an artifact for each of these into `__generated__`, which `main.ts` imports. In an app with a
 * bundler, Relay's plugin puts the artifacts in the place of the tags.
 */
import { graphql } from 'relay-runtime';

export const tags = () => [
  graphql`
    query airportsQuery($where: airports_filter, $after: String) {
      airports(where: $where, first: 5, after: $after) @connection(key: "airports_airports") {
        edges {
          node {
            iata
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  graphql`
    query airportsNodeQuery($nodeId: ID!, $after: String) {
      node(nodeId: $nodeId) {
        __typename
        ... on airports {
          name
          departures(first: 2, after: $after) @connection(key: "airports_departures") {
            edges {
              node {
                day
                departure
                to {
                  name
                }
              }
            }
            pageInfo {
              endCursor
            }
          }
        }
      }
    }
  `,
  graphql`
    query airportsByKeyQuery($iata: String!) {
      airports_by_key(iata: $iata) {
        nodeId
        name
      }
    }
  `,
  graphql`
    mutation airportsCreateMutation($input: airports_input!) {
      create_airports(input: $input) {
        row {
          nodeId
          name
        }
      }
    }
  `,
  graphql`
    mutation airportsUpdateMutation($input: airports_update!) {
      update_airports(input: $input) {
        row {
          name
        }
      }
    }
  `,
  graphql`
    mutation airportsDeleteMutation($key: airports_key!) {
      delete_airports(input: $key) {
        deletedId @deleteRecord
      }
    }
  `,
];
