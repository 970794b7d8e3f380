/** Writes that would be answered with 200 and be lost, or meet another one (Stargate Document API v2, type conflicts). */
import { InputError } from '../errors.ts';
import type { Json, Path, PathStep } from '../source.ts';
import { childOf } from './document-child.ts';

/** @throws InputError - when a step of the path leads into something that cannot have it */
export function checkParents(data: Json, path: Path): void {
  let at: Json | undefined = data;
  for (const [depth, step] of path.entries()) {
    if (at === undefined || at === null) return;
    if (kindOf(at) !== kindFor(step)) {
      const place = depth === 0 ? 'The document' : `What stands at ${JSON.stringify(path.slice(0, depth).join('.'))}`;
      throw new InputError(
        `${place} is ${kindOf(at)}, and ${JSON.stringify(step)} can only be written into ${kindFor(step)}. Replace it as a whole instead.`,
      );
    }
    at = childOf(at, step);
  }
}

/** @throws InputError - when two paths lead through each other, or need a list and an object in the same place */
export function checkTogether(paths: readonly Path[]): void {
  for (const [index, path] of paths.entries()) {
    for (const other of paths.slice(index + 1)) checkPair(path, other);
  }
}

function checkPair(path: Path, other: Path): void {
  const depth = path.findIndex((step, at) => step !== other[at]);
  const [step, otherStep] = depth < 0 ? [] : [path[depth], other[depth]];
  const texts = `"${path.join('.')}" and "${other.join('.')}"`;
  if (step === undefined || otherStep === undefined) {
    throw new InputError(`The paths ${texts} lead through each other. Set the value at the shorter one alone.`);
  }
  if (kindFor(step) !== kindFor(otherStep)) {
    throw new InputError(`The paths ${texts} need a list and an object in the same place.`);
  }
}

function kindFor(step: PathStep): string {
  return typeof step === 'number' ? 'a list' : 'an object';
}

function kindOf(value: NonNullable<Json>): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${JSON.stringify(value)}`;
}
