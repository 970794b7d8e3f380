/** The tables of the sample data: US airports, and flights between them. */

export interface SampleTable {
  readonly name: string;
  /** Types by name. */
  readonly columns: Readonly<Record<string, string>>;
  readonly partitionKey: readonly string[];
  readonly clusteringKey: readonly string[];
  readonly indexedColumn: string;
}

export const SAMPLE_TABLES: readonly SampleTable[] = [
  {
    name: 'airports',
    columns: {
      iata: 'text',
      name: 'text',
      city: 'text',
      state: 'text',
      country: 'text',
      latitude: 'double',
      longitude: 'double',
      nearest_earthquake: 'text',
    },
    partitionKey: ['iata'],
    clusteringKey: [],
    indexedColumn: 'state',
  },
  {
    name: 'flights',
    columns: {
      origin: 'text',
      day: 'date',
      departure: 'time',
      destination: 'text',
      delay_minutes: 'int',
      distance_miles: 'int',
    },
    partitionKey: ['origin'],
    clusteringKey: ['day', 'departure', 'destination'],
    indexedColumn: 'destination',
  },
];
