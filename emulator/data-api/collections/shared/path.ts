/** Paths into documents: names and positions with dots between, in which `&.` and `&&` stand for the sign itself. */
import type { Json, JsonObject } from '../../../shared/json.ts';

export interface FieldPath {
  readonly text: string;
  readonly segments: readonly string[];
  /** Present when a `&` escapes nothing. */
  readonly escapeProblem?: string;
  /** Present when the path or a segment is empty. */
  readonly emptyProblem?: string;
}

export function parsePath(text: string): FieldPath {
  const segments: string[] = [];
  let segment = '';
  let escapeProblem: string | undefined;
  let isEmptyWithin = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '.') {
      isEmptyWithin ||= segment === '';
      segments.push(segment);
      segment = '';
    } else if (sign === '&') {
      const next = text[at + 1];
      if (next !== '&' && next !== '.') {
        escapeProblem ??= `The ampersand character '&' at position ${at} must be followed by either '&' or '.' to form a valid escape sequence.`;
      }
      segment += next ?? '';
      at += 1;
    } else segment += sign;
  }
  const isEmptyAtEnd = segment === '';
  segments.push(segment);
  const emptyProblem = isEmptyWithin
    ? 'The path cannot contain an empty segment.'
    : 'Path cannot end with a dot. Each segment must be a non-empty string.';
  return {
    text,
    segments,
    ...(escapeProblem !== undefined && { escapeProblem }),
    ...((isEmptyWithin || isEmptyAtEnd) && { emptyProblem }),
  };
}

/** The text of the path to a member of this name. */
export function encodedName(name: string): string {
  return /[&.]/.test(name) ? name.replace(/[&.]/g, '&$&') : name;
}

/** The value at a path; positions count in lists, names in objects. */
export function fieldAt(document: JsonObject, segments: readonly string[]): Json | undefined {
  let value: Json | undefined = document;
  for (const segment of segments) {
    if (value instanceof Map) value = value.get(segment);
    else if (Array.isArray(value)) value = isPosition(segment) ? value[Number(segment)] : undefined;
    else return undefined;
  }
  return value;
}

export function isPosition(segment: string): boolean {
  return /^(0|[1-9]\d*)$/.test(segment);
}

/** Whether one path is the other, or leads to what the other is inside of. */
export function contains(outer: readonly string[], inner: readonly string[]): boolean {
  return outer.length <= inner.length && outer.every((segment, at) => inner[at] === segment);
}
