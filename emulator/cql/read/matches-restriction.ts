/** Tests a row against a restriction that neither the primary key nor an index has applied. */
import { equalBytes } from '../types/bytes.ts';
import { indexedKeys, soughtKey } from '../write/index-target.ts';
import type { Bound, Restriction } from '../write/restriction.ts';
import type { TableSchema } from '../write/schema.ts';

/** @param value - the stored value; a row without one matches nothing */
export function matchesRestriction(
  schema: TableSchema,
  restriction: Restriction,
  value: Uint8Array | undefined,
): boolean {
  if (!value) return false;
  const { column } = restriction;
  if (restriction.kind === 'contains') {
    return restriction.contained.every((one) => {
      const sought = soughtKey(schema, { column, kind: 'contains', contained: [one] });
      return indexedKeys(schema, column, one.target, value).some((key) => sought && equalBytes(key, sought));
    });
  }
  const own = column.codec.toOrdered(value);
  if (restriction.kind === 'slice') return isBetween(own, restriction, column.codec.toOrdered);
  const wanted = restriction.kind === 'in' ? restriction.values : [restriction.value];
  return wanted.some((one) => one && equalBytes(column.codec.toOrdered(column.arrange(one)), own));
}

function isBetween(
  own: Uint8Array,
  { lower, upper }: { readonly lower?: Bound; readonly upper?: Bound },
  toOrdered: (value: Uint8Array) => Uint8Array,
): boolean {
  const order = ({ value }: Bound) => (value ? Buffer.compare(own, toOrdered(value)) : 0);
  const isAbove = !lower || order(lower) > 0 || (lower.inclusive && order(lower) === 0);
  return isAbove && (!upper || order(upper) < 0 || (upper.inclusive && order(upper) === 0));
}
