/** Numbers of the client, which must not lose a digit silently. */
import { GraphQLError } from 'graphql';
import { isSameNumber } from '../../datasources/cql/decimal.ts';
import { NumberText } from '../../datasources/json/json-value.ts';
import type { Json } from '../../datasources/source/source.ts';

export interface Numbers {
  /** Reads the text of a number in a literal. */
  readonly read: (text: string) => Json;
  /** Reads a variable, whose numbers are `NumberText` where a double would print them otherwise. */
  readonly readParsed: (value: Json) => Json;
}

/**
 * Numbers in CQL values. What a double would print otherwise stays a `NumberText`, until the type of the column decides whether
 * its digits matter.
 */
export const cqlNumbers: Numbers = {
  read: readCqlNumber,
  readParsed: (value) => {
    refuseRounded(value);
    return value;
  },
};

/** Numbers in documents, which are doubles: what a double cannot carry exactly is refused. */
export const jsonNumbers: Numbers = { read: readDouble, readParsed: toDoubles };

/** From here on JavaScript prints a number with an exponent: it was meant as a floating-point number. */
const FIRST_WITH_EXPONENT = 1e21;
/** This many significant digits identify each double, so many programs print them. */
const DOUBLE_DIGITS = 17;

function readCqlNumber(text: string): Json {
  const number = Number(text);
  const isKept = String(number) === text && (Number.isSafeInteger(number) || !isWhole(text));
  // No client sends an instance of a class, and what reads values of columns knows this one.
  return isKept ? number : (new NumberText(text) as unknown as Json);
}

/**
 * An integer beyond 2^53 may have been rounded by the client's JSON printer. One that is a double passes, for a column may be
 * of doubles; others refuse it.
 */
function refuseRounded(value: Json): void {
  if (value instanceof NumberText) {
    if (isWhole(value.text) && !isSameNumber(value.text, String(Number(value.text)))) throw inexact(value.text);
  } else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) refuseRounded(member);
  }
}

function readDouble(text: string): number {
  const number = Number(text);
  const isKept = isWhole(text) ? Number.isSafeInteger(number) : Number.isFinite(number) && isDouble(text, number);
  if (isKept) return number;
  throw inexact(text);
}

function isDouble(text: string, number: number): boolean {
  return isSameNumber(text, String(number)) || isSameNumber(text, number.toPrecision(DOUBLE_DIGITS));
}

function toDoubles(value: Json): Json {
  if (typeof value === 'number') return checkDouble(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof NumberText) return readDouble(value.text);
  if (Array.isArray(value)) return value.map(toDoubles);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toDoubles(member)]));
}

function checkDouble(number: number): number {
  const isInexact = Number.isInteger(number) && !Number.isSafeInteger(number);
  if (isInexact && Math.abs(number) < FIRST_WITH_EXPONENT) throw inexact(String(number));
  return number;
}

function isWhole(text: string): boolean {
  return /^-?\d+$/.test(text);
}

function inexact(text: string): GraphQLError {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return new GraphQLError(`The number ${shown} cannot be carried exactly as a JSON number. Send it as a string.`);
}
