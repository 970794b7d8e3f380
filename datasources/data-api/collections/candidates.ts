/** The places in a document that a path with wildcards and alternatives names. */
import { valueIn } from '../../documents/values.ts';
import type { Json, Path, PathStep, Pattern, PatternStep } from '../../source/source.ts';

export interface Candidate {
  readonly path: Path;
  readonly value: Json;
}

/** In the order of the document, each once. */
export function candidatesIn(document: Json, pattern: Pattern): readonly Candidate[] {
  let candidates: readonly Candidate[] = [{ path: [], value: document }];
  for (const step of pattern) {
    candidates = candidates.flatMap(({ path, value }) =>
      stepsInto(value, step).flatMap((next) => {
        const child = valueIn(value, [next]);
        return child === undefined ? [] : [{ path: [...path, next], value: child }];
      }),
    );
  }
  return candidates;
}

function stepsInto(value: Json, step: PatternStep): readonly PathStep[] {
  if ('name' in step) return [step.name];
  if ('index' in step) return [step.index];
  if (typeof value !== 'object' || value === null) return [];
  const all: readonly PathStep[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  if ('any' in step) return step.any === 'element' && !Array.isArray(value) ? [] : all;
  const wanted = new Set(step.oneOf.flatMap((each) => stepsInto(value, each)));
  return all.filter((each) => wanted.has(each));
}
