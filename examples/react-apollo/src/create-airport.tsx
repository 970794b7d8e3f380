import { useMutation } from '@apollo/client/react';
import type { SubmitEvent } from 'react';
import { Failure } from './failure';
import { textOf } from './form';
import { graphql } from './generated';

const CREATE = graphql(`
  mutation CreateAirport($input: airports_input!) {
    create_airports(input: $input) {
      created
    }
  }
`);

export function CreateAirport() {
  // Where a new row belongs in a list, only the database knows: the list is read again.
  const [create, { error }] = useMutation(CREATE, { refetchQueries: ['Airports'] });

  async function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const { currentTarget } = event;
    const form = new FormData(currentTarget);
    const iata = textOf(form, 'iata') ?? '';
    const input = { iata, name: textOf(form, 'name'), city: textOf(form, 'city'), state: textOf(form, 'state') };
    const result = await create({ variables: { input } });
    if (!result.error) currentTarget.reset();
  }

  return (
    <form onSubmit={save} aria-label="New airport">
      <input name="iata" aria-label="Code" placeholder="Code" />
      <input name="name" aria-label="Name" placeholder="Name" />
      <input name="city" aria-label="City" placeholder="City" />
      <input name="state" aria-label="State" placeholder="State" />
      <button type="submit">Create</button>
      <Failure error={error} />
    </form>
  );
}
