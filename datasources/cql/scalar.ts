/** What the gateway knows of a simple CQL type: what it takes, and the one spelling of each of its values. */
import type { CqlValue } from '../source.ts';

export interface Scalar {
  /** What it takes, to be read after "expected". */
  readonly expects: string;
  /** The one spelling of the value; `undefined` for what is no value of the type. Null never comes here. */
  canonical(value: CqlValue): CqlValue | undefined;
  /** Order of two canonical values, as Cassandra sorts them in sets, maps and clustering keys. */
  compare(one: CqlValue, other: CqlValue): number;
}
