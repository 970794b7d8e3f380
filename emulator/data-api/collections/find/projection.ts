/** Reads what of documents is to be shown. */
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { refused } from '../../command/errors.ts';
import { kindOf } from '../../command/fields.ts';
import { contains, parsePath } from '../shared/path.ts';
import { invalidProjection, invalidProjectionPath } from '../shared/refusals.ts';
import { readSlice, type Slice } from './slice.ts';

export interface ProjectedPath {
  readonly segments: readonly string[];
  /** Present for a list of which a part is shown. */
  readonly slice?: Slice;
}

export interface Projection {
  /** Whether the paths are what is shown, or what is left out; `nothing` shows not even the identifier. */
  readonly kind: 'inclusion' | 'exclusion' | 'nothing';
  readonly paths: readonly ProjectedPath[];
  readonly showsId: boolean;
  /** Of the members whose names begin with `$`, those that are shown. */
  readonly special: readonly string[];
}

const SPECIAL = ['$vector', '$vectorize', '$lexical'];
const EVERYTHING: Projection = { kind: 'exclusion', paths: [], showsId: true, special: SPECIAL };

interface Entry {
  readonly path: string;
  readonly value: Json;
}

/** @throws CommandFailure - for what is no projection */
export function readDocumentProjection(projection: Json | undefined): Projection {
  if (projection === undefined) return { ...EVERYTHING, special: [] };
  if (!(projection instanceof Map)) {
    const message = `Unsupported projection definition JSON value: must be Object, was ${kindOf(projection)}.`;
    throw refused('PROJECTION', 'UNSUPPORTED_PROJECTION_DEFINITION', message);
  }
  if (projection.has('*')) return wholeProjection(projection);
  return combined([...entriesOf(projection, '')]);
}

function wholeProjection(projection: JsonObject): Projection {
  if (projection.size > 1) throw invalidProjection("wildcard ('*') only allowed as the only root-level path");
  const value = projection.get('*') ?? null;
  if (typeof value !== 'boolean' && !(value instanceof JsonNumber)) {
    throw invalidProjection(`path ('*') value must be Number or Boolean, was ${kindOf(value)}`);
  }
  return isYes(value) ? EVERYTHING : { kind: 'nothing', paths: [], showsId: false, special: [] };
}

/** The members of an object without operators are paths below it. */
function* entriesOf(members: JsonObject, prefix: string): Iterable<Entry> {
  for (const [name, value] of members) {
    if (name === '') throw invalidProjection('empty paths (and path segments) not allowed');
    if (prefix === '' && name.startsWith('$') && !SPECIAL.includes(name)) {
      const names = SPECIAL.map((special) => `'${special}'`).join('/');
      throw invalidProjection(`${names} are only allowed paths that can start with '$' (path '${name}')`);
    }
    const path = prefix + name;
    const isOperator = value instanceof Map && [...value.keys()].some((member) => member.startsWith('$'));
    if (value instanceof Map && !isOperator) yield* entriesOf(value, `${path}.`);
    else yield { path, value };
  }
}

function combined(entries: readonly Entry[]): Projection {
  const paths: ProjectedPath[] = [];
  const special = new Set<string>();
  let showsId: boolean | undefined;
  let kind: 'inclusion' | 'exclusion' | undefined;
  for (const { path, value } of entries) {
    const segments = segmentsOf(path);
    if (value instanceof Map) paths.push({ segments, slice: readSlice(path, value) });
    else if (path === '_id') showsId = yesOrNo(path, value);
    else if (SPECIAL.includes(path)) {
      if (yesOrNo(path, value)) special.add(path);
    } else {
      kind = kindWith(kind, path, yesOrNo(path, value));
      paths.push({ segments });
    }
  }
  checkOverlaps(paths);
  return { kind: kind ?? 'exclusion', paths, showsId: showsId ?? true, special: [...special] };
}

function kindWith(kind: 'inclusion' | 'exclusion' | undefined, path: string, isIncluded: boolean) {
  if (kind === 'exclusion' && isIncluded) throw invalidProjection(`cannot include '${path}' on exclusion projection`);
  if (kind === 'inclusion' && !isIncluded) throw invalidProjection(`cannot exclude '${path}' on inclusion projection`);
  return isIncluded ? 'inclusion' : 'exclusion';
}

function segmentsOf(text: string): readonly string[] {
  const { segments, escapeProblem, emptyProblem } = parsePath(text);
  const problem = escapeProblem ?? emptyProblem;
  if (problem) throw invalidProjectionPath(text, problem);
  return segments;
}

function yesOrNo(path: string, value: Json): boolean {
  if (typeof value === 'boolean' || value instanceof JsonNumber) return isYes(value);
  throw invalidProjection(`path ('${path}') value must be Number, Boolean or Object, was ${kindOf(value)}`);
}

function isYes(value: boolean | JsonNumber): boolean {
  return value instanceof JsonNumber ? /[1-9]/.test(value.text.replace(/[eE].*$/, '')) : value;
}

/** Paths that contain one another stand next to each other when they are sorted. */
function checkOverlaps(paths: readonly ProjectedPath[]): void {
  const sorted = paths.map(({ segments }) => segments).toSorted(bySegments);
  for (const [at, inner] of sorted.entries()) {
    const outer = sorted[at - 1];
    if (outer && contains(outer, inner)) {
      throw invalidProjection(`projection path conflict between '${outer.join('.')}' and '${inner.join('.')}'`);
    }
  }
}

export function bySegments(one: readonly string[], other: readonly string[]): number {
  for (const [at, segment] of one.entries()) {
    const others = other[at];
    if (others === undefined) return 1;
    if (segment !== others) return segment < others ? -1 : 1;
  }
  return one.length - other.length;
}
