/**
 * Paths with wildcards and comma lists. The database and the server read them differently: for the database `[*]` matches
 * any step, for the server only list elements.
 */
import type { LeafRow } from '../storage/leaf.ts';
import { ANY_ELEMENT, ANY_STEP, isArrayStep, MAX_DEPTH, splitCommas, unescapeStep } from '../values/path.ts';

/** Steps as written: escaped, with commas and wildcards, and with padded indexes. */
export type StepPattern = readonly string[];

type StepTest = (step: string) => boolean;
type RowTest = (row: Pick<LeafRow, 'path'>) => boolean;

/** Whether a row is at or below a pattern, for the server. `*` matches a missing step too. */
export function onPattern(pattern: StepPattern): RowTest {
  if (pattern.length > MAX_DEPTH) return () => false;
  const tests = pattern.map(serverTest);
  return ({ path }) => tests.every((test, depth) => test(path[depth] ?? ''));
}

/** Whether a row is at or below a pattern, for the database: every step must exist. */
export function onPatternInDatabase(pattern: StepPattern): RowTest {
  const tests = pattern.map(databaseTest);
  return ({ path }) => tests.every((test, depth) => test(path[depth] ?? ''));
}

/** Whether the pattern has a comma list after a wildcard, which the database rejects. */
export function isListAfterWildcard(pattern: StepPattern): boolean {
  const wildcard = pattern.findIndex(isWildcard);
  return wildcard >= 0 && pattern.slice(wildcard).some((step) => splitCommas(step).length !== 1);
}

export function isWildcard(step: string): boolean {
  return step === ANY_STEP || step === ANY_ELEMENT;
}

/** The leading steps that name one key each, unescaped. */
export function literalBeginning(pattern: StepPattern): string[] {
  const end = pattern.findIndex((step) => isWildcard(step) || splitCommas(step).length !== 1);
  return pattern.slice(0, end < 0 ? pattern.length : end).map(unescapeStep);
}

function serverTest(target: string): StepTest {
  if (target === ANY_STEP) return () => true;
  if (target === ANY_ELEMENT) return isArrayStep;
  return oneOf(target);
}

function databaseTest(target: string): StepTest {
  return isWildcard(target) ? (step) => step !== '' : oneOf(target);
}

function oneOf(target: string): StepTest {
  const [first, ...others] = splitCommas(target).map(unescapeStep);
  if (others.length === 0) return (step) => step === first;
  const steps = new Set([first, ...others]);
  return (step) => steps.has(step);
}
