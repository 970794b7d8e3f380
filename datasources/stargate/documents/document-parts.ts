/**
 * Fragments of a search in a document: each begins at the root and holds what was found, with lists as objects whose members
 * are `[0]`, `[1]` … (Stargate Document API v2, search inside a document).
 */
import type { DocumentPart, Json, Path, PathStep } from '../../source/source.ts';

/** @param depth - how many steps lead from the root to the part */
export function toPart(fragment: Json, depth: number): DocumentPart {
  const path: PathStep[] = [];
  let at = fragment;
  while (path.length < depth) {
    const [entry] = entriesOf(at);
    if (!entry) break;
    path.push(toStep(entry[0]));
    at = entry[1];
  }
  return { path: path satisfies Path, data: restored(at) };
}

function entriesOf(data: Json): readonly (readonly [string, Json])[] {
  return typeof data === 'object' && data !== null ? Object.entries(data) : [];
}

function toStep(name: string): PathStep {
  const index = INDEX.exec(name)?.[1];
  return index === undefined ? name : Number(index);
}

/** Upstream has no longer lists. */
const INDEX = /^\[(\d{1,6})\]$/;

/** Lists become lists again; elements that were not selected are null. */
function restored(data: Json): Json {
  const entries = entriesOf(data).map(([name, member]) => [toStep(name), restored(member)] as const);
  if (Array.isArray(data) || entries.length === 0) return data;
  if (!entries.every(([step]) => typeof step === 'number')) return Object.fromEntries(entries);
  const list: Json[] = [];
  for (const [step, member] of entries) list[Number(step)] = member;
  return Array.from(list, (member) => member ?? null);
}
