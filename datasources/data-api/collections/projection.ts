/** What is read of documents (Data API contract, projection). */
import type { JsonValue } from '../../json/json-value.ts';
import { asPattern } from '../../source/document-paths.ts';
import type { DocumentSelection, Path, Pattern } from '../../source/source.ts';
import { MAX_PATH_LENGTH, memberPath } from './member-path.ts';

export type Projection = Readonly<Record<string, JsonValue>>;

/** Answers no document: what a write does is told beside it. */
export const NOTHING: Projection = { '*': 0 };

/** A member of this name cannot be asked for alone. */
const EVERYTHING = '*';

/** Makes a projection restrict: an id or a vector alone would bring the whole document along. */
export const NO_SUCH_MEMBER = 'none-of-the-members-2d1f6c0e';

/** `undefined` for whole documents. Indexes and wildcards are cut off with what follows: upstream answers them wrongly. */
export function toProjection({ fields, vector = false }: DocumentSelection): Projection | undefined {
  const special = vector ? { $vector: 1 } : {};
  const paths = fields && outermost(fields.filter(canExist).map(literalBeginning));
  if (!paths || paths.some(({ length }) => length === 0)) return vector ? special : undefined;
  const included = paths.length === 0 ? [NO_SUCH_MEMBER] : paths.map(memberPath);
  if (included.includes(EVERYTHING)) return vector ? special : undefined;
  return { _id: 1, ...Object.fromEntries(included.map((path) => [path, 1])), ...special };
}

/** Of the members at the root that paths lead into. */
export function projectMembers(paths: readonly Path[]): Projection | undefined {
  return toProjection({ fields: paths.map((path) => asPattern(path.slice(0, 1))) });
}

/** Members that no document has, and the id, which is always read, need no place. */
function canExist(field: Pattern): boolean {
  const [first] = field;
  if (first && 'name' in first && first.name === '_id') return false;
  const beginning = literalBeginning(field);
  return (
    beginning.every((name) => name !== '' && !name.startsWith('$')) && memberPath(beginning).length <= MAX_PATH_LENGTH
  );
}

function literalBeginning(field: Pattern): readonly string[] {
  const names: string[] = [];
  for (const step of field) {
    if (!('name' in step)) break;
    names.push(step.name);
  }
  return names;
}

interface Branch {
  isEnd: boolean;
  readonly below: Map<string, Branch>;
}

/** The paths that are under no other, each once: upstream refuses those that overlap. */
function outermost(paths: readonly (readonly string[])[]): (readonly string[])[] {
  const root: Branch = { isEnd: false, below: new Map() };
  const kept = paths.toSorted((one, other) => one.length - other.length);
  return kept.filter((path) => {
    let at = root;
    for (const name of path) {
      if (at.isEnd) return false;
      const next = at.below.get(name) ?? { isEnd: false, below: new Map() };
      at.below.set(name, next);
      at = next;
    }
    if (at.isEnd) return false;
    at.isEnd = true;
    return true;
  });
}
