/** The `fields` parameter: the leaves of a document in an answer. */
import { type Json, parseJson, printJson } from '../../shared/json.ts';
import type { LeafRow } from '../storage/leaf.ts';
import { badRequest } from '../values/errors.ts';
import { asParsed } from '../values/numbers.ts';
import { splitDots, toStoredSteps, unescapeStep } from '../values/path.ts';
import { onPattern, type StepPattern } from './step-pattern.ts';

/** Patterns: a leaf must be at or below one of them. An empty list keeps everything. */
export type Fields = readonly StepPattern[];

/** Throws 400 unless the text is a JSON array of strings. */
export function parseFields(text: string | undefined): Fields {
  if (text === undefined) return [];
  const value = readTree(text, 'The `fields` parameter expects a valid JSON array containing field names.');
  if (!Array.isArray(value)) {
    throw badRequest(`\`fields\` must be a JSON array, found ${value === undefined ? '' : printJson(asParsed(value))}`);
  }
  return value.map((field) => {
    if (typeof field !== 'string') throw badRequest(`Each field must be a string, found ${printJson(asParsed(field))}`);
    return splitFieldPath(field);
  });
}

/** The steps of a field. They are unescaped here and again in comparisons, so `\,` does not escape a comma. */
export function splitFieldPath(field: string): string[] {
  return splitDots(field).map((step) => unescapeStep(toStoredSteps(step)));
}

/** The JSON value of a parameter; `undefined` for a blank one. */
export function readTree(text: string, complaint: string): Json | undefined {
  if (text.trim() === '') return undefined;
  try {
    return parseJson(text);
  } catch {
    throw badRequest(complaint);
  }
}

/** @param base - the pattern that the fields are relative to */
export function prefixFields(base: StepPattern, fields: Fields): Fields {
  return fields.map((field) => [...base, ...field]);
}

export function keepFields(rows: readonly LeafRow[], fields: Fields): readonly LeafRow[] {
  if (fields.length === 0) return rows;
  const tests = fields.map(onPattern);
  return rows.filter((row) => tests.some((test) => test(row)));
}
