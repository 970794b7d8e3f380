import { memberOf, toList } from '../../json/json-fields.ts';
import type { Json, Path, PathStep } from '../../source/source.ts';

/** What stands below a value; `undefined` when nothing does. As in `id-path`, a text and a number name the same step. */
export function childOf(value: Json | undefined, step: PathStep): Json | undefined {
  const list = toList(value);
  return list ? list[Number(step)] : memberOf(value, String(step));
}

/** Whether a path leads to something; null is something. */
export function hasValueAt(data: Json, path: Path): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return true;
  if (typeof data !== 'object' || data === null || Array.isArray(data) !== (typeof step === 'number')) return false;
  const child = childOf(data, step);
  return child !== undefined && hasValueAt(child, rest);
}
