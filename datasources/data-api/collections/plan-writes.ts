/**
 * Where values have to be set so that they come to stand at their paths. Upstream makes no lists on the way, and does not lead through
 * null: the highest step that is missing or null is set to all that stands below.
 */
import { checkParents } from '../../documents/type-conflict.ts';
import { childOf } from '../../documents/values.ts';
import type { ExactObject, JsonValue } from '../../json/json-value.ts';
import { ownValue, setOwnValue } from '../../shared/own-value.ts';
import { InputError } from '../../source/errors.ts';
import type { Json, Path } from '../../source/source.ts';
import { memberPath } from './member-path.ts';

export interface PathWrite {
  readonly path: Path;
  readonly value: Json;
}

export interface WritePlan {
  /** By the text of a path. */
  readonly sets: ExactObject;
  /** What the document was seen to have: conditions by the text of a path, which keep other writers out in between. */
  readonly guards: ExactObject;
}

/** Longer lists do not fit a document, which has 4,000,000 characters: each null takes five. */
const MAX_PADDING = 800_000;

/**
 * @param document - with all members that the paths lead into
 * @param writes - of paths that do not lead through each other
 * @throws InputError - where a path leads through a value of another type
 */
export function planWrites(document: Json, writes: readonly PathWrite[]): WritePlan {
  const sets = new Map<string, JsonValue>();
  const guards = new Map<string, JsonValue>();
  const build = createBuilder();
  for (const { path, value } of writes) {
    checkParents(document, path);
    const depth = findGap(document, path, guards);
    const position = memberPath(path.slice(0, depth));
    sets.set(position, build(sets.get(position), path.slice(depth), value));
  }
  return { sets: Object.fromEntries(sets), guards: Object.fromEntries(guards) };
}

/** Conditions for the lists that a path leads through. */
export function guardLists(document: Json, path: Path): ExactObject {
  const guards = new Map<string, JsonValue>();
  findGap(document, path, guards);
  return Object.fromEntries(guards);
}

/** How many steps lead to what is set. */
function findGap(document: Json, path: Path, guards: Map<string, JsonValue>): number {
  let at: Json | undefined = document;
  for (const [depth, step] of path.entries()) {
    if (Array.isArray(at)) guards.set(memberPath(path.slice(0, depth)), { $size: at.length });
    const isInList = Array.isArray(at);
    at = childOf(at, step);
    if (depth === path.length - 1 || (at !== undefined && at !== null)) continue;
    if (at === null) guards.set(memberPath(path.slice(0, depth + 1)), null);
    else if (!isInList) guards.set(memberPath(path.slice(0, depth + 1)), { $exists: false });
    return depth + 1;
  }
  return path.length;
}

/** Puts values into lists and objects that are made for them. */
function createBuilder() {
  let padding = 0;

  function listFor(known: JsonValue | undefined, index: number): JsonValue[] {
    const list = Array.isArray(known) ? (known as JsonValue[]) : [];
    padding += Math.max(0, index - list.length);
    if (padding > MAX_PADDING) {
      throw new InputError(
        `The index ${index} is far beyond the end of its list: documents have no room for as many nulls before it. Write the elements in their order.`,
      );
    }
    while (list.length < index) list.push(null);
    return list;
  }

  return function build(known: JsonValue | undefined, path: Path, value: Json): JsonValue {
    const [step, ...rest] = path;
    if (step === undefined) return value;
    if (typeof step === 'number') {
      const list = listFor(known, step);
      list[step] = build(list[step], rest, value);
      return list;
    }
    const members = (known ?? {}) as Record<string, JsonValue>;
    setOwnValue(members, step, build(ownValue(members, step), rest, value));
    return members;
  };
}
