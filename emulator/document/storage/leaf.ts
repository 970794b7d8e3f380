/** The stored form of documents: one row for each leaf. */
import { type Json, JsonNumber } from '../../shared/json.ts';
import { fromDouble, toDouble } from '../values/numbers.ts';
import type { Path } from '../values/path.ts';

/** `null` is a leaf with no value in any column. */
export type LeafValue = string | number | boolean | null;

export interface Leaf {
  readonly path: Path;
  readonly value: LeafValue;
}

/** A stored leaf. */
export interface LeafRow extends Leaf {
  /** Write time in microseconds, different for each write. */
  readonly time: number;
  /** Expiry in seconds since 1970; 0 for never. */
  readonly expiresAtSeconds: number;
}

/** Empty containers are leaves too, with these texts as values. */
const EMPTY_OBJECT = 'EMPTYOBJ-bccbeee1-6173-4120-8492-7d7bafaefb1f';
const EMPTY_ARRAY = 'EMPTYARRAY-9df4802a-c135-42d6-8be3-d23d9520a4e7';

/** The leaf value of a scalar or an empty container; `undefined` for a container that has leaves of its own. */
export function toLeafValue(value: Json): LeafValue | undefined {
  if (value instanceof JsonNumber) return toDouble(value);
  if (Array.isArray(value)) return value.length === 0 ? EMPTY_ARRAY : undefined;
  if (value instanceof Map) return value.size === 0 ? EMPTY_OBJECT : undefined;
  return value;
}

/** As upstream, a text equal to a marker reads as an empty container. */
export function fromLeafValue(value: LeafValue): Json {
  if (value === EMPTY_OBJECT) return new Map();
  if (value === EMPTY_ARRAY) return [];
  return typeof value === 'number' ? fromDouble(value) : value;
}
