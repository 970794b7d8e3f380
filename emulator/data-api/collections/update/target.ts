/** The place in a document that an update changes. */
import type { Json, JsonObject } from '../../../shared/json.ts';
import { kindOf } from '../../command/fields.ts';
import { type FieldPath, isPosition } from '../shared/path.ts';
import { limitViolation } from './limits.ts';
import { badPath } from './refusals.ts';

export interface UpdateTarget {
  /** `undefined` where there is nothing yet. */
  readonly value: Json | undefined;
  /** Of a list. */
  readonly isElement: boolean;
  set(value: Json): void;
  /** An element of a list becomes null: lists do not get shorter. */
  remove(): void;
}

/** No document can hold more elements than characters. */
const MAX_POSITION = 4_000_000;

/** `undefined` where nothing is and nothing could be. */
export function findTarget(document: JsonObject, { segments }: FieldPath): UpdateTarget | undefined {
  let container: Json = document;
  for (const [at, segment] of segments.entries()) {
    const target = memberOf(container, segment);
    if (!target || at === segments.length - 1) return target;
    if (target.value === undefined) return undefined;
    container = target.value;
  }
  return undefined;
}

/** Makes the objects that are missing on the way. @throws CommandFailure - for a way through what holds no members */
export function makeTarget(document: JsonObject, { text, segments }: FieldPath): UpdateTarget {
  let container: Json = document;
  for (const segment of segments.slice(0, -1)) {
    const target = requireMember(container, segment, text);
    const next: Json = target.value === undefined ? new Map<string, Json>() : target.value;
    if (target.value === undefined) target.set(next);
    container = next;
  }
  return requireMember(container, segments.at(-1) ?? '', text);
}

function requireMember(container: Json, segment: string, path: string): UpdateTarget {
  const target = memberOf(container, segment);
  if (target) return target;
  const problem = `only Object nodes have properties (got ${kindOf(container)})`;
  throw badPath(`cannot create field ('${segment}') in path '${path}'; ${problem}`);
}

function memberOf(container: Json, segment: string): UpdateTarget | undefined {
  if (container instanceof Map) return objectMember(container, segment);
  return Array.isArray(container) && isPosition(segment) ? element(container, Number(segment)) : undefined;
}

function objectMember(members: JsonObject, name: string): UpdateTarget {
  return {
    value: members.get(name),
    isElement: false,
    set: (value) => void members.set(name, value),
    remove: () => void members.delete(name),
  };
}

/** A list is filled with nulls up to the position. */
function element(list: Json[], position: number): UpdateTarget {
  return {
    value: list[position],
    isElement: true,
    set(value) {
      if (position > MAX_POSITION)
        throw limitViolation(`position ${position} exceeds maximum allowed (${MAX_POSITION})`);
      while (list.length < position) list.push(null);
      list[position] = value;
    },
    remove() {
      list[position] = null;
    },
  };
}
