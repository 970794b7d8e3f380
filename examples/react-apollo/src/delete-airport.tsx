import { useMutation } from '@apollo/client/react';
import { Failure } from './failure';
import { graphql } from './generated';

const DELETE = graphql(`
  mutation DeleteAirport($iata: String!) {
    delete_airports(input: { iata: $iata }) {
      deletedId
    }
  }
`);

export function DeleteAirport({ iata }: { readonly iata: string }) {
  const [remove, { error }] = useMutation(DELETE, {
    variables: { iata },
    // The row leaves the cache, and so each list that shows it.
    update(cache, { data }) {
      const id = data?.delete_airports?.deletedId && cache.identify({ __typename: 'airports', iata });
      if (id) cache.evict({ id });
    },
  });
  return (
    <>
      <button type="button" onClick={() => remove()}>
        Delete
      </button>
      <Failure error={error} />
    </>
  );
}
