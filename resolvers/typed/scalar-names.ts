/** Scalars of typed graphs by those of CQL. */
import type { ScalarName } from './model.ts';

export const SCALAR_NAMES = {
  ascii: 'String',
  bigint: 'BigInt',
  blob: 'Base64',
  boolean: 'Boolean',
  counter: 'BigInt',
  date: 'LocalDate',
  decimal: 'Decimal',
  double: 'Float',
  duration: 'Duration',
  float: 'Float',
  inet: 'IP',
  int: 'Int',
  smallint: 'Int',
  text: 'String',
  time: 'LocalTime',
  timestamp: 'DateTime',
  timeuuid: 'UUID',
  tinyint: 'Int',
  uuid: 'UUID',
  varint: 'BigInt',
} as const satisfies Readonly<Record<ScalarName, string>>;
