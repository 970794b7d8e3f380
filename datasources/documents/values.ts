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
  return valueIn(data, path) !== undefined;
}

/** The value at a path, whose indexes lead into lists and names into objects; `undefined` when there is none. */
export function valueIn(data: Json, path: Path): Json | undefined {
  let at: Json | undefined = data;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) !== (typeof step === 'number')) return undefined;
    at = childOf(at, step);
  }
  return at;
}
