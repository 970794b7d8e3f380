/** A user-defined type, and what types make of values. */
import { parseType } from '../../../datasources/cql/type-parser.ts';
import { canonical } from '../../../datasources/cql/value.ts';
import type { CqlValue } from '../../../datasources/source/source.ts';

export const POINT = {
  name: 'Point',
  fields: [
    { name: 'x', type: 'int' },
    { name: 'at', type: 'timestamp' },
  ],
};

export const toCanonical = (type: string, value: CqlValue) =>
  canonical(parseType(type), value, { what: 'column "v"', types: [POINT] });
