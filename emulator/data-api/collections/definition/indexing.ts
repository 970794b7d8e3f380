/** Which paths of documents are indexed: those can be filtered and sorted by, and are bounded in size. */
import type { Json, JsonObject } from '../../../shared/json.ts';
import { type CommandFailure, refused, structureMismatch } from '../../command/errors.ts';
import { contains, type FieldPath, parsePath } from '../shared/path.ts';
import { invalidProjectionPath } from '../shared/refusals.ts';
import { checkNoStrangers } from './option-fields.ts';
import { hashSetOrder } from './set-order.ts';

export interface Indexing {
  readonly kind: 'allow' | 'deny';
  /** In the order in which they are listed. */
  readonly paths: readonly string[];
}

const ALL = '*';

export function readIndexing(indexing: JsonObject): Indexing {
  checkNoStrangers('createCollection.options.indexing', indexing, ['allow', 'deny']);
  const allow = pathList(indexing, 'allow');
  const deny = pathList(indexing, 'deny');
  if (allow && deny) throw invalidIndexing("'allow' and 'deny' cannot be used together");
  const kind = allow ? 'allow' : 'deny';
  const paths = allow ?? deny;
  if (!paths) throw invalidIndexing("'allow' or 'deny' should be provided");
  if (new Set(paths).size < paths.length) throw invalidIndexing(`'${kind}' cannot contain duplicates`);
  for (const path of paths) checkPath(path);
  return { kind, paths: hashSetOrder(paths) };
}

export function indexingJson({ kind, paths }: Indexing): JsonObject {
  return new Map<string, Json>(paths.length > 0 ? [[kind, [...paths]]] : []);
}

/** @throws CommandFailure - for an empty segment where paths are compared at all */
export function isIndexed(indexing: Indexing | undefined, path: FieldPath): boolean {
  if (!indexing || indexing.paths.length === 0) return true;
  if (isEverything(indexing)) return indexing.kind === 'allow';
  if (path.emptyProblem) throw invalidProjectionPath(path.text, path.emptyProblem);
  const isNamed = indexing.paths.some((named) => contains(parsePath(named).segments, path.segments));
  return indexing.kind === 'allow' ? isNamed : !isNamed;
}

/** Whether anything at or below a path may be indexed. */
export function isIndexedWithin(indexing: Indexing | undefined, segments: readonly string[]): boolean {
  const path = { text: '', segments };
  if (!indexing || indexing.kind === 'deny' || isEverything(indexing)) return isIndexed(indexing, path);
  return isIndexed(indexing, path) || indexing.paths.some((named) => contains(segments, parsePath(named).segments));
}

export function isNothingIndexed(indexing: Indexing | undefined): boolean {
  return indexing?.kind === 'deny' && isEverything(indexing);
}

function isEverything({ paths }: Indexing): boolean {
  return paths.length === 1 && paths[0] === ALL;
}

function pathList(indexing: JsonObject, kind: Indexing['kind']): string[] | undefined {
  const list = indexing.get(kind) ?? null;
  if (list === null) return undefined;
  if (!Array.isArray(list))
    throw structureMismatch(`Cannot construct instance of \`java.util.ArrayList\` for '${kind}'`);
  return list.map((item) => {
    if (typeof item === 'object' && item !== null && (Array.isArray(item) || item instanceof Map)) {
      throw structureMismatch(`Cannot deserialize value of type \`java.lang.String\` in '${kind}'`);
    }
    return item === null ? '' : typeof item === 'object' ? item.text : String(item);
  });
}

/** The names of vectors and texts to embed may begin with `$`. */
function checkPath(path: string): void {
  if (path === '') throw invalidIndexing('path must be represented as a non-empty string');
  if (path.startsWith('$') && path !== '$vector') throw invalidIndexing(`path ('${path}') must not start with '$'`);
  const { escapeProblem } = parsePath(path);
  if (escapeProblem) throw invalidIndexing(`indexing path ('${path}') is not a valid path: ${escapeProblem}`);
}

function invalidIndexing(problem: string): CommandFailure {
  const message = `'createCollection' indexing definition invalid: ${problem}.\n\nResend 'createCollection' with valid indexing definition.`;
  return refused('SCHEMA', 'INVALID_INDEXING_DEFINITION', message);
}
