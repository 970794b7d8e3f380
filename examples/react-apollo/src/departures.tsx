import { useQuery } from '@apollo/client/react';
import { Failure } from './failure';
import { graphql } from './generated';

const DEPARTURES = graphql(`
  query Departures($iata: String!, $after: String) {
    airports_by_key(iata: $iata) {
      iata
      name
      earthquake {
        nodeId
        title
      }
      departures(first: 5, after: $after) {
        edges {
          node {
            origin
            day
            departure
            destination
            delay_minutes
            to {
              iata
              name
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

interface DeparturesProps {
  readonly iata: string;
  readonly onSelect: (iata: string) => void;
}

export function Departures({ iata, onSelect }: DeparturesProps) {
  const { data, error, loading, fetchMore } = useQuery(DEPARTURES, {
    variables: { iata },
    notifyOnNetworkStatusChange: true,
  });
  const airport = data?.airports_by_key;
  const { edges = [], pageInfo } = airport?.departures ?? {};
  return (
    <section aria-label="Departures">
      <Failure error={error} />
      <h2>Departures from {airport?.name}</h2>
      {airport?.earthquake && <p>The nearest earthquake: {airport.earthquake.title}</p>}
      <ul>
        {edges.map(({ node: { day, departure, destination, delay_minutes, to } }) => (
          <li key={`${day} ${departure} ${destination}`}>
            {day} {departure}{' '}
            <button type="button" onClick={() => onSelect(destination)}>
              {to?.name ?? destination}
            </button>{' '}
            {(delay_minutes ?? 0) > 0 && `${delay_minutes} minutes late`}
          </li>
        ))}
      </ul>
      <button
        type="button"
        disabled={loading || !pageInfo?.hasNextPage}
        onClick={() => fetchMore({ variables: { after: pageInfo?.endCursor } })}
      >
        More
      </button>
    </section>
  );
}
