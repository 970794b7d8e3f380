import { memberOf, toList } from '../../json/json-fields.ts';
import type { Json, PathStep } from '../../source/source.ts';

/** What stands below a value; `undefined` when nothing does. As in `id-path`, a text and a number name the same step. */
export function childOf(value: Json | undefined, step: PathStep): Json | undefined {
  const list = toList(value);
  return list ? list[Number(step)] : memberOf(value, String(step));
}
