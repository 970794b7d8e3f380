/** Cuts parts out of JSON that is here already. */
import type { Json, Path, Pattern, PatternStep } from '../datasources/source.ts';

/** What is at a place; `null` when nothing is. */
export function valueAt(data: Json, path: Path): Json {
  let at: Json | undefined = data;
  for (const step of path) at = child(at, step);
  return at ?? null;
}

/**
 * The parts that the patterns name, in their places: elements before a selected one are null, other members are left out.
 * A pattern that leads nowhere selects nothing; when nothing is left the answer is an empty object.
 */
export function pick(data: Json, patterns: readonly Pattern[]): Json {
  const kept = cut(data, patterns);
  return kept === undefined ? {} : kept;
}

function cut(data: Json, patterns: readonly Pattern[]): Json | undefined {
  if (patterns.some((pattern) => pattern.length === 0)) return data;
  if (Array.isArray(data)) return cutList(data, patterns);
  if (typeof data !== 'object' || data === null) return undefined;
  const members = Object.entries(data).flatMap(([name, member]) => {
    const kept = cut(member, tails(patterns, name));
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

function cutList(list: readonly Json[], patterns: readonly Pattern[]): Json | undefined {
  const kept = list.map((item, index) => cut(item, tails(patterns, index)));
  const length = kept.findLastIndex((item) => item !== undefined) + 1;
  return length > 0 ? kept.slice(0, length).map((item) => item ?? null) : undefined;
}

/** What is left of the patterns that begin with this step. */
function tails(patterns: readonly Pattern[], step: string | number): Pattern[] {
  return patterns.flatMap(([head, ...tail]) => (head && meets(head, step) ? [tail] : []));
}

function meets(pattern: PatternStep, step: string | number): boolean {
  if ('name' in pattern) return pattern.name === step;
  if ('index' in pattern) return pattern.index === step;
  if ('any' in pattern) return pattern.any === 'member' || typeof step === 'number';
  return pattern.oneOf.some((alternative) => meets(alternative, step));
}

function child(data: Json | undefined, step: string | number): Json | undefined {
  if (Array.isArray(data)) return typeof step === 'number' ? (data as readonly Json[])[step] : undefined;
  if (typeof data !== 'object' || data === null || typeof step === 'number') return undefined;
  return Object.hasOwn(data, step) ? (data as { readonly [name: string]: Json })[step] : undefined;
}
