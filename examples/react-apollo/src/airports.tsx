import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { DeleteAirport } from './delete-airport';
import { EditAirport } from './edit-airport';
import { Failure } from './failure';
import { graphql } from './generated';
import type { AirportFragment } from './generated/graphql';

graphql(`
  fragment Airport on airports {
    iata
    name
    city
    state
  }
`);

const AIRPORTS = graphql(`
  query Airports($where: airports_filter, $after: String) {
    airports(where: $where, first: 10, after: $after) {
      edges {
        node {
          ...Airport
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface AirportsProps {
  readonly state: string;
  readonly onSelect: (iata: string) => void;
}

export function Airports({ state, onSelect }: AirportsProps) {
  // A condition that is left out is none; an empty one would be refused.
  const variables = state.length === 2 ? { where: { state: { eq: state } } } : {};
  const { data, error, loading, fetchMore } = useQuery(AIRPORTS, { variables, notifyOnNetworkStatusChange: true });
  const { edges = [], pageInfo } = data?.airports ?? {};
  return (
    <section aria-label="Airports">
      <Failure error={error} />
      <table>
        <tbody>
          {edges.map(({ node }) => (
            <AirportRow key={node.iata} airport={node} onSelect={onSelect} />
          ))}
        </tbody>
      </table>
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

interface AirportRowProps {
  readonly airport: AirportFragment;
  readonly onSelect: (iata: string) => void;
}

function AirportRow({ airport, onSelect }: AirportRowProps) {
  const [isEdited, setEdited] = useState(false);
  const { iata, name, city, state } = airport;
  return (
    <tr id={iata}>
      <th scope="row">{iata}</th>
      <td>
        {isEdited ? (
          <EditAirport airport={airport} onDone={() => setEdited(false)} />
        ) : (
          [name, city, state].filter(Boolean).join(', ')
        )}
      </td>
      <td>
        <button type="button" onClick={() => onSelect(iata)}>
          Departures
        </button>
        <button type="button" onClick={() => setEdited(true)}>
          Edit
        </button>
        <DeleteAirport iata={iata} />
      </td>
    </tr>
  );
}
