/**
 * What the compiler of Relay reads: `relay-compiler` writes an artifact for each of these into `__generated__`, which `main.mjs`
 * imports. In an app with a bundler, Relay's plugin puts the artifacts in the place of the tags.
 */
const { graphql } = require('relay-runtime');

module.exports = () => [
  graphql`
    query flightsQuery($key: RowKey!) {
      keyspace(name: "travel") {
        table(name: "flights") {
          ...flights_table @arguments(key: $key)
        }
      }
    }
  `,
  // The next page is asked of the table by its id, through the field node.
  graphql`
    fragment flights_table on Table
    @refetchable(queryName: "flightsPageQuery")
    @argumentDefinitions(key: { type: "RowKey!" }, first: { type: "Int", defaultValue: 3 }, after: { type: "String" }) {
      name
      rows(key: $key, first: $first, after: $after) @connection(key: "flights_rows") {
        edges {
          node {
            id
            key
            value(column: "delay_minutes")
          }
        }
      }
    }
  `,
  graphql`
    query flightsNodeQuery($id: ID!) {
      node(id: $id) {
        __typename
        ... on Row {
          values
        }
      }
    }
  `,
  graphql`
    mutation flightsCreateMutation($values: RowValues!) {
      createRow(input: { keyspace: "travel", table: "flights", values: $values }) {
        row {
          id
          key
        }
      }
    }
  `,
  graphql`
    mutation flightsDeleteMutation($id: ID!) {
      deleteRow(input: { id: $id }) {
        deletedId @deleteRecord
      }
    }
  `,
];
