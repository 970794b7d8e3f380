/** Two text orders: the database compares UTF-8 bytes, the server UTF-16 code units. */
import type { Path } from './path.ts';

export type TextOrder = (left: string, right: string) => number;

export const byCodeUnits: TextOrder = (left, right) => (left < right ? -1 : left > right ? 1 : 0);

export const byBytes: TextOrder = (left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right));

/** The order of leaf rows: step by step, a path before its extensions. */
export function comparePaths(left: Path, right: Path): number {
  for (const [depth, step] of left.entries()) {
    const other = right[depth];
    if (other === undefined) return 1;
    const order = byBytes(step, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
