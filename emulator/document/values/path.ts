/**
 * Paths inside a document. An object step is a field name, an array step is stored as `[000012]`. Conditions and fields
 * write paths with dots, commas and wildcards; a backslash escapes them.
 */
import { badRequest } from './errors.ts';

/** From the root of the document down, in stored steps. */
export type Path = readonly string[];

export const MAX_DEPTH = 64;
export const MAX_ARRAY_LENGTH = 1_000_000;
export const ANY_STEP = '*';
export const ANY_ELEMENT = '[*]';

const ARRAY_STEP = /^\[.*\]$/;
const UNESCAPED_DOT = /(?<!\\)\./;
const UNESCAPED_COMMA = /(?<!\\),/;
const ESCAPED = /\\([.*,])/g;
const JAVA_INT = /^[+-]?\d+$/;
const INDEX_DIGITS = 6;

export function isArrayStep(step: string): boolean {
  return ARRAY_STEP.test(step);
}

export function depthExceeded() {
  return badRequest(`Max depth of ${MAX_DEPTH} exceeded.`);
}

export function arrayLengthExceeded() {
  return badRequest(`Max array length of ${MAX_ARRAY_LENGTH} exceeded.`);
}

/** The integer that Java's `parseInt` reads, or `undefined`. */
export function javaInt(text: string): number | undefined {
  if (!JAVA_INT.test(text)) return undefined;
  const value = Number(text);
  return value >= -(2 ** 31) && value < 2 ** 31 ? value : undefined;
}

/** The index of a step like `[12]`; `undefined` for other steps and for `[*]`. Throws 400 for `[x]` and `[1000000]`. */
export function arrayIndex(step: string): number | undefined {
  if (!isArrayStep(step) || step === ANY_ELEMENT) return undefined;
  const index = javaInt(step.slice(1, -1));
  if (index === undefined) throw badRequest(`Array path ${step} is not valid.`);
  if (index >= MAX_ARRAY_LENGTH) throw arrayLengthExceeded();
  return index;
}

/** The stored form of a step like `[1]`. As upstream, a negative index passes and makes the document unreadable. */
export function toStoredStep(step: string): string {
  const index = arrayIndex(step);
  return index === undefined ? step : indexStep(index);
}

export function indexStep(index: number): string {
  return `[${String(index).padStart(INDEX_DIGITS, '0')}]`;
}

/** Applies `toStoredStep` to each step of a comma list. A trailing comma is lost. */
export function toStoredSteps(steps: string): string {
  return steps.includes(',') ? splitCommas(steps).map(toStoredStep).join(',') : toStoredStep(steps);
}

export function splitDots(text: string): string[] {
  return javaSplit(text, UNESCAPED_DOT);
}

export function splitCommas(text: string): string[] {
  return javaSplit(text, UNESCAPED_COMMA);
}

/** Splits like Java: drops trailing empty parts, unless the separator does not occur. */
export function javaSplit(text: string, separator: RegExp | string): string[] {
  const parts = text.split(separator);
  if (parts.length === 1) return parts;
  while (parts.at(-1) === '') parts.pop();
  return parts;
}

export function unescapeStep(step: string): string {
  return step.replace(ESCAPED, '$1');
}

export function startsWith(path: Path, prefix: Path): boolean {
  return path.length >= prefix.length && prefix.every((step, depth) => path[depth] === step);
}
