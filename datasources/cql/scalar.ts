/** What the gateway knows of a simple CQL type: what it takes, and the one spelling of each of its values. */
import type { CqlValue } from '../source/source.ts';

export interface Scalar {
  /** What it takes, to be read before "is needed". */
  readonly expects: string;
  /** A sentence about a value that is refused though it is nearly right; `undefined` where there is nothing more to say. */
  hint?(value: CqlValue): string | undefined;
  /** The one spelling of the value; `undefined` for what is no value of the type. Null never comes here. */
  canonical(value: CqlValue): CqlValue | undefined;
  /** Order of two canonical values, as Cassandra sorts them in sets, maps and clustering keys. */
  compare(one: CqlValue, other: CqlValue): number;
}
