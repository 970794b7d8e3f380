/** A write below a value of another type can be answered with 200 and be lost (Stargate Document API v2, type conflicts). */
import { InputError } from '../errors.ts';
import type { Json, Path } from '../source.ts';

/** @throws InputError - when a step of the path leads into something that cannot have it */
export function checkParents(data: Json, path: Path): void {
  let at: Json | undefined = data;
  for (const [depth, step] of path.entries()) {
    if (at === undefined || at === null) return;
    const needed = typeof step === 'number' ? 'a list' : 'an object';
    const kind = Array.isArray(at)
      ? 'a list'
      : typeof at === 'object'
        ? 'an object'
        : `the ${typeof at} ${JSON.stringify(at)}`;
    if (kind !== needed) {
      const place = depth === 0 ? 'The document' : `What stands at ${JSON.stringify(path.slice(0, depth).join('.'))}`;
      throw new InputError(
        `${place} is ${kind}, and ${JSON.stringify(step)} can only be written into ${needed}. Replace it as a whole instead.`,
      );
    }
    at = (at as { readonly [step: string]: Json })[String(step)];
  }
}
