/** Puts values together to a document. */
import { printPath } from '../../datasources/source/document-paths.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { Json, Path, PathStep } from '../../datasources/source/source.ts';

/** A value of a document at its place. */
export interface Placed {
  readonly path: Path;
  readonly value: Json;
}

/**
 * The object that has each value at its path. Elements of a list that nothing is given for are null.
 *
 * @throws InputError - where two values have one path, or one lies inside the other
 */
export function assemble(values: readonly Placed[]): Json {
  refuseOverlaps(values);
  const root: Container = {};
  for (const { path, value } of values) {
    let at: Container | Json[] = root;
    for (const [index, step] of path.entries()) {
      const next = path[index + 1];
      at = next === undefined ? put(at, step, value) : enter(at, step, typeof next === 'number');
    }
  }
  return root;
}

type Container = { [name: string]: Json };

function refuseOverlaps(values: readonly Placed[]): void {
  const whole = new Set<string>();
  for (const { path } of values) {
    const text = JSON.stringify(path);
    if (whole.has(text)) throw overlap(path);
    whole.add(text);
  }
  for (const { path } of values) {
    for (let length = 1; length < path.length; length += 1) {
      const leading = path.slice(0, length);
      if (whole.has(JSON.stringify(leading))) throw overlap(leading);
    }
  }
}

function overlap(path: Path): InputError {
  return new InputError(`Two fields give a value for "${printPath(path)}", or for a part of it. Give one of the two.`);
}

/** The container at a step, made where it is missing. */
function enter(at: Container | Json[], step: PathStep, isList: boolean): Container | Json[] {
  const known = Object.hasOwn(at, step) ? Reflect.get(at, step) : null;
  if (known !== null) return known as Container | Json[];
  const made = isList ? [] : {};
  put(at, step, made);
  return made;
}

function put<T extends Container | Json[]>(at: T, step: PathStep, value: Json): T {
  if (Array.isArray(at)) while (at.length < Number(step)) at.push(null);
  Object.defineProperty(at, step, { value, enumerable: true, writable: true, configurable: true });
  return at;
}
