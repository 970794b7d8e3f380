/** The tables of the sample data: US airports, and flights between them. */
import type { Column, Index, Table } from '../catalog.ts';

/** What is in the catalog of a table, without its place. */
export type TableShape = Pick<Table, 'name' | 'columns' | 'indexes'>;

export const SAMPLE_TABLES: readonly TableShape[] = [
  {
    name: 'airports',
    columns: [
      column('iata', 'text', 'partition'),
      column('name', 'text', 'regular'),
      column('city', 'text', 'regular'),
      column('state', 'text', 'regular'),
      column('country', 'text', 'regular'),
      column('latitude', 'double', 'regular'),
      column('longitude', 'double', 'regular'),
      column('nearest_earthquake', 'text', 'regular'),
    ],
    indexes: [index('airports', 'state')],
  },
  {
    name: 'flights',
    columns: [
      column('origin', 'text', 'partition'),
      column('day', 'date', 'clustering', 0),
      column('departure', 'time', 'clustering', 1),
      column('destination', 'text', 'clustering', 2),
      column('delay_minutes', 'int', 'regular'),
      column('distance_miles', 'int', 'regular'),
    ],
    indexes: [index('flights', 'destination')],
  },
];

function column(name: string, type: string, kind: Column['kind'], position = 0): Column {
  return { name, type, kind, position, order: 'asc' };
}

function index(table: string, target: string): Index {
  return { name: `${table}_${target}_idx`, column: target, kind: 'COMPOSITES', options: { target } };
}
