/** The simple CQL types by their names. */
import { date, time, timestamp } from './calendar.ts';
import { decimal } from './decimal.ts';
import { duration } from './duration.ts';
import { double, float } from './float.ts';
import { inet } from './inet.ts';
import { longInteger, shortInteger, varint } from './integer.ts';
import { ascii, blob, booleanScalar, textScalar } from './text.ts';
import type { Scalar, ScalarName } from './type.ts';
import { timeuuid, uuid } from './uuid.ts';

export const scalars: Readonly<Record<ScalarName, Scalar>> = {
  ascii,
  bigint: longInteger,
  blob,
  boolean: booleanScalar,
  counter: longInteger,
  date,
  decimal,
  double,
  duration,
  float,
  inet,
  int: shortInteger(32),
  smallint: shortInteger(16),
  text: textScalar,
  time,
  timestamp,
  timeuuid,
  tinyint: shortInteger(8),
  uuid,
  varint,
};
