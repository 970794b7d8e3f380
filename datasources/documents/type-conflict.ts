/** Refuses writes that lead through a value of another type, where they would be lost, or that conflict with each other. */

import { show } from '../json/shorten.ts';
import { InputError } from '../source/errors.ts';
import type { Json, Path, PathStep } from '../source/source.ts';
import { childOf } from './values.ts';

/** @throws InputError - when a step of the path leads into something that cannot have it */
export function checkParents(data: Json, path: Path): void {
  let at: Json | undefined = data;
  for (const [depth, step] of path.entries()) {
    if (at === undefined || at === null) return;
    if (kindOf(at) !== kindFor(step)) {
      const parent = depth === 0 ? 'The document' : `The value at ${show(path.slice(0, depth).join('.'))}`;
      throw new InputError(
        `${parent} is ${kindOf(at)}, and ${show(step)} can only be written into ${kindFor(step)}. Replace it as a whole instead.`,
      );
    }
    at = childOf(at, step);
  }
}

/** A position that paths lead through. */
interface PathNode {
  /** The first of these paths. */
  readonly path: Path;
  readonly below: Map<PathStep, PathNode>;
  isEnd: boolean;
}

/** @throws InputError - when two paths lead through each other, or need a list and an object in the same position */
export function checkTogether(paths: readonly Path[]): void {
  const root: PathNode = { path: [], below: new Map(), isEnd: false };
  for (const path of paths) {
    let at = root;
    for (const step of path) at = stepInto(at, step, path);
    if (at.isEnd || at.below.size > 0) throw leadThrough(at.path, path);
    at.isEnd = true;
  }
}

function stepInto({ path: other, below, isEnd }: PathNode, step: PathStep, path: Path): PathNode {
  if (isEnd) throw leadThrough(other, path);
  const known = below.get(step);
  if (known) return known;
  const [sibling] = below.keys();
  if (sibling !== undefined && kindFor(sibling) !== kindFor(step)) {
    throw new InputError(`The paths ${textsOf(other, path)} need a list and an object in the same position.`);
  }
  const node: PathNode = { path, below: new Map(), isEnd: false };
  below.set(step, node);
  return node;
}

function leadThrough(path: Path, other: Path): InputError {
  return new InputError(
    `The paths ${textsOf(path, other)} lead through each other. Set the value at the shorter one alone.`,
  );
}

const textsOf = (...paths: readonly Path[]) => paths.map((path) => `"${path.join('.')}"`).join(' and ');

function kindFor(step: PathStep): string {
  return typeof step === 'number' ? 'a list' : 'an object';
}

function kindOf(value: NonNullable<Json>): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${show(value)}`;
}
