import { useState } from 'react';
import { Airports } from './airports';
import { CreateAirport } from './create-airport';
import { Departures } from './departures';

export function Page() {
  const [state, setState] = useState('');
  const [iata, setIata] = useState<string>();
  return (
    <>
      <h1>Airports</h1>
      <label>
        State <input value={state} maxLength={2} onChange={({ target }) => setState(target.value.toUpperCase())} />
      </label>
      <Airports state={state} onSelect={setIata} />
      <CreateAirport />
      {iata !== undefined && <Departures iata={iata} onSelect={setIata} />}
    </>
  );
}
