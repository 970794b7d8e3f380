/** Which parts of a row or document a field reads. */

/** Names of columns, or paths as text. */
export type SelectedParts = ReadonlySet<string> | 'all';

/** Arguments of a field by their names, as the operation has them. */
export type Arguments = { readonly [name: string]: unknown };

const NOTHING: SelectedParts = new Set();

/** The columns that a field of a row reads besides the key. */
export function readOfRow(field: string, { column, columns, idColumn, key }: Arguments): SelectedParts {
  switch (field) {
    case 'value':
      return texts([column]);
    case 'values':
      return Array.isArray(columns) ? texts(columns) : 'all';
    case 'relatedRow':
    case 'relatedRows':
      return sources(key);
    case 'relatedDocument':
      return texts([idColumn]);
    default:
      return NOTHING;
  }
}

/** The paths that a field of a document reads. */
export function readOfDocument(field: string, { path, fields, idPath, key }: Arguments): SelectedParts {
  switch (field) {
    case 'value':
      return texts([path]);
    case 'data':
      return Array.isArray(fields) ? texts(fields) : 'all';
    case 'relatedRow':
    case 'relatedRows':
      return sources(key);
    case 'relatedDocument':
      return texts([idPath]);
    default:
      return NOTHING;
  }
}

/** The union of two sets of parts. */
export function unite(one: SelectedParts = NOTHING, other: SelectedParts = NOTHING): SelectedParts {
  return one === 'all' || other === 'all' ? 'all' : new Set([...one, ...other]);
}

/** The `from` of each part of a related key; a single part needs no list. */
function sources(key: unknown): SelectedParts {
  const parts: readonly unknown[] = Array.isArray(key) ? key : [key];
  return texts(
    parts.map((part) => (typeof part === 'object' && part !== null && 'from' in part ? part.from : undefined)),
  );
}

function texts(values: readonly unknown[]): SelectedParts {
  return new Set(values.filter((value) => typeof value === 'string'));
}
