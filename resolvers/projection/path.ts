/** Paths in documents as text: `a.b.[2].c`, with backslash escapes; where a path searches, with `*`, `[*]` and alternatives. */
import { InputError } from '../../datasources/source/errors.ts';
import type { Path, Pattern, PatternStep } from '../../datasources/source/source.ts';

/** The highest index that a list in a document can have. */
const MAX_INDEX = 999_999;

/** Characters with a special meaning, unless a backslash escapes them. */
const ESCAPED = '.,*[]\\';

/**
 * The path of one position; the empty text is the root.
 *
 * @throws InputError - for wildcards and alternatives too
 */
export function toPath(text: string): Path {
  return toPattern(text).map((step) => {
    if ('name' in step) return step.name;
    if ('index' in step) return step.index;
    throw new InputError(
      `The path "${text}" must name one position. Put a backslash before a "*" or "," that belongs to a name.`,
    );
  });
}

/** A path that may hold wildcards and alternatives. @throws InputError */
export function toPattern(text: string): Pattern {
  return text === '' ? [] : split(text, '.').map((part) => toStep(part, text));
}

function toStep(part: string, text: string): PatternStep {
  const alternatives = split(part, ',');
  if (alternatives.length > 1) return { oneOf: alternatives.map((alternative) => toSingleStep(alternative, text)) };
  return toSingleStep(part, text);
}

function toSingleStep(part: string, text: string): PatternStep {
  if (part === '') throw refusal(text, 'has an empty step', 'Leave out the dot or comma that is too much.');
  if (part === '*') return { any: 'member' };
  if (part === '[*]') return { any: 'element' };
  return part.startsWith('[') ? { index: toIndex(part, text) } : { name: toName(part, text) };
}

function toIndex(part: string, text: string): number {
  if (!part.endsWith(']')) {
    throw refusal(
      text,
      `has an unclosed "[" in "${part}"`,
      'Write "[2]" for an index, or "\\[" for a bracket in a name.',
    );
  }
  const digits = part.slice(1, -1);
  if (/^\d+$/.test(digits) && Number(digits) <= MAX_INDEX) return Number(digits);
  throw refusal(text, `has "${part}" for an index`, `Write a whole number from 0 to ${MAX_INDEX} in the brackets.`);
}

function toName(part: string, text: string): string {
  return part.replace(/\\(.?)|\[/gsu, (match: string, escaped: string) => {
    if (match === '[') {
      throw refusal(
        text,
        `has a bracket within "${part}"`,
        'Write "list.[2]" for an index, or "\\[" for a bracket in a name.',
      );
    }
    if (escaped !== '' && ESCAPED.includes(escaped)) return escaped;
    throw refusal(text, `has a backslash that escapes nothing in "${part}"`, 'Write "\\\\" for a backslash.');
  });
}

/** Splits at each separator that is not escaped. */
function split(text: string, separator: string): string[] {
  const parts = [''];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === separator) parts.push('');
    else {
      const length = text[at] === '\\' ? 2 : 1;
      parts.push(parts.pop() + text.slice(at, at + length));
      at += length - 1;
    }
  }
  return parts;
}

function refusal(text: string, fault: string, cure: string): InputError {
  return new InputError(`The path "${text}" ${fault}. ${cure}`);
}
