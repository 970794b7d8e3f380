/** Paths in documents, in the forms that all layers share. */
import type { Path, Pattern } from './documents.ts';

/** The text of a path as clients write it: `a.b.[2].c`, with backslash escapes. */
export function printPath(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : step.replace(/[\\.,*[]/g, '\\$&'))).join('.');
}

/** A path as a pattern that meets this position alone. */
export function asPattern(path: Path): Pattern {
  return path.map((step) => (typeof step === 'number' ? { index: step } : { name: step }));
}
