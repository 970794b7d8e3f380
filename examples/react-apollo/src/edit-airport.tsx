import { useMutation } from '@apollo/client/react';
import type { SubmitEvent } from 'react';
import { Failure } from './failure';
import { textOf } from './form';
import { graphql } from './generated';
import type { AirportFragment } from './generated/graphql';

const UPDATE = graphql(`
  mutation UpdateAirport($input: airports_update!) {
    update_airports(input: $input) {
      row {
        ...Airport
      }
    }
  }
`);

interface EditAirportProps {
  readonly airport: AirportFragment;
  readonly onDone: () => void;
}

export function EditAirport({ airport: { iata, name, city, state }, onDone }: EditAirportProps) {
  const [update, { error }] = useMutation(UPDATE);

  // The answer holds the key and the new columns: the cache finds the row, and each place that shows it is drawn anew.
  async function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const set = { name: textOf(form, 'name'), city: textOf(form, 'city'), state: textOf(form, 'state') };
    const result = await update({ variables: { input: { key: { iata }, set } } });
    if (!result.error) onDone();
  }

  return (
    <form onSubmit={save} aria-label={`Edit ${iata}`}>
      <input name="name" aria-label="Name" defaultValue={name ?? ''} />
      <input name="city" aria-label="City" defaultValue={city ?? ''} />
      <input name="state" aria-label="State" defaultValue={state ?? ''} />
      <button type="submit">Save</button>
      <Failure error={error} />
    </form>
  );
}
