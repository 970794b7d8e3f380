/** Values inside documents. */
import { memberOf, toList } from '../json/json-fields.ts';
import type { Json, Path, PathStep } from '../source/source.ts';

/** The member or element at one step below a value; `undefined` when there is none. As in `id-path`, a text and a number name the same step. */
export function childOf(value: Json | undefined, step: PathStep): Json | undefined {
  const list = toList(value);
  return list ? list[Number(step)] : memberOf(value, String(step));
}

/** Whether there is a value at a path; null is a value. */
export function hasValueAt(data: Json, path: Path): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return true;
  if (typeof data !== 'object' || data === null || Array.isArray(data) !== (typeof step === 'number')) return false;
  const child = childOf(data, step);
  return child !== undefined && hasValueAt(child, rest);
}
