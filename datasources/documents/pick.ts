/** Selects parts of JSON. */
import type { Json, Path, Pattern, PatternStep } from '../source/source.ts';

/** The value at a path; `null` when there is none. */
export function valueAt(data: Json, path: Path): Json {
  let at: Json | undefined = data;
  for (const step of path) at = child(at, step);
  return at ?? null;
}

/**
 * The parts that the patterns select, in their positions: elements before a selected one are null, other members are left out.
 * A pattern without a match selects nothing; without any match the result is an empty object.
 */
export function pick(data: Json, patterns: readonly Pattern[]): Json {
  const selected = select(data, patterns);
  return selected === undefined ? {} : selected;
}

/** The same, and `undefined` without any match. */
export function select(data: Json, patterns: readonly Pattern[]): Json | undefined {
  return cut(data, [toTree(patterns)]);
}

/** Patterns share their common prefixes, so that a member is compared with all of them at once. */
interface Tree {
  /** Whether a pattern ends here. */
  isEnd: boolean;
  /** By the text of a step. */
  readonly below: Map<string, Tree>;
  /** By the member name or index that a step matches. */
  readonly meeting: Map<string | number, Tree[]>;
  readonly anyMember: Tree[];
  readonly anyElement: Tree[];
}

function toTree(patterns: readonly Pattern[]): Tree {
  const root = createTree();
  for (const pattern of patterns) {
    let at = root;
    for (const step of pattern) at = stepInto(at, step);
    at.isEnd = true;
  }
  return root;
}

function createTree(): Tree {
  return { isEnd: false, below: new Map(), meeting: new Map(), anyMember: [], anyElement: [] };
}

function stepInto(tree: Tree, step: PatternStep): Tree {
  const text = JSON.stringify(step);
  const known = tree.below.get(text);
  if (known) return known;
  const made = createTree();
  tree.below.set(text, made);
  for (const single of 'oneOf' in step ? step.oneOf : [step]) lead(tree, single, made);
  return made;
}

function lead(tree: Tree, step: PatternStep, to: Tree): void {
  if ('any' in step) tree[step.any === 'member' ? 'anyMember' : 'anyElement'].push(to);
  else if (!('oneOf' in step)) {
    const name = 'name' in step ? step.name : step.index;
    const trees = tree.meeting.get(name) ?? [];
    trees.push(to);
    tree.meeting.set(name, trees);
  }
}

function cut(data: Json, trees: readonly Tree[]): Json | undefined {
  if (trees.length === 0) return undefined;
  if (trees.some(({ isEnd }) => isEnd)) return data;
  if (Array.isArray(data)) return cutList(data, trees);
  if (typeof data !== 'object' || data === null) return undefined;
  const members = Object.entries(data).flatMap(([name, member]) => {
    const kept = cut(member, treesBelow(trees, name));
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

function cutList(list: readonly Json[], trees: readonly Tree[]): Json | undefined {
  const kept = list.map((item, index) => cut(item, treesBelow(trees, index)));
  const length = kept.findLastIndex((item) => item !== undefined) + 1;
  return length > 0 ? kept.slice(0, length).map((item) => item ?? null) : undefined;
}

/** The rest of the patterns that begin with this step. */
function treesBelow(trees: readonly Tree[], step: string | number): Tree[] {
  return trees.flatMap(({ meeting, anyMember, anyElement }) => [
    ...(meeting.get(step) ?? []),
    ...anyMember,
    ...(typeof step === 'number' ? anyElement : []),
  ]);
}

function child(data: Json | undefined, step: string | number): Json | undefined {
  if (Array.isArray(data)) return typeof step === 'number' ? (data as readonly Json[])[step] : undefined;
  if (typeof data !== 'object' || data === null || typeof step === 'number') return undefined;
  return Object.hasOwn(data, step) ? (data as { readonly [name: string]: Json })[step] : undefined;
}
