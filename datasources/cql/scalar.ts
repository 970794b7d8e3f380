/** What the gateway knows of each simple CQL type: what it takes, and the one spelling of each of its values. */
import type { CqlValue } from '../source.ts';
import { date, time, timestamp } from './calendar.ts';
import { decimal } from './decimal.ts';
import { duration } from './duration.ts';
import { double, float } from './float.ts';
import { inet } from './inet.ts';
import { longInteger, shortInteger, varint } from './integer.ts';
import { ascii, blob, boolean, text } from './text.ts';
import type { ScalarName } from './type.ts';
import { timeuuid, uuid } from './uuid.ts';

export interface Scalar {
  /** What it takes, to be read after "expected". */
  readonly expects: string;
  /** The one spelling of the value; `undefined` for what is no value of the type. Null never comes here. */
  canonical(value: CqlValue): CqlValue | undefined;
  /** Order of two canonical values, as Cassandra sorts them in sets, maps and clustering keys. */
  compare(one: CqlValue, other: CqlValue): number;
}

export const scalars: Readonly<Record<ScalarName, Scalar>> = {
  ascii,
  bigint: longInteger,
  blob,
  boolean,
  counter: longInteger,
  date,
  decimal,
  double,
  duration,
  float,
  inet,
  int: shortInteger(32),
  smallint: shortInteger(16),
  text,
  time,
  timestamp,
  timeuuid,
  tinyint: shortInteger(8),
  uuid,
  varint,
};
