/**
 * Line and column of errors in a document. graphql scans the text from its start for each error and each copy of one. Therefore
 * it gets an empty text, and this file finds the line breaks once for each text when an answer is printed.
 */
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type ParseOptions,
  parse,
  Source,
  type SourceLocation,
} from 'graphql';
import { memoize } from '../../datasources/shared/memoize.ts';

const texts = new WeakMap<Source, string>();
const lineBreaksOf = memoize((source: Source) => [...textOf(source).matchAll(/\r\n|[\n\r]/g)].map(toLineBreak));

/**
 * Parses like graphql. Errors about nodes of the document have positions, and get lines when they are printed.
 *
 * @throws GraphQLError - where the text is no document
 */
export function parseUnlocated(text: string | Source, options?: ParseOptions): DocumentNode {
  const source = typeof text === 'string' ? new Source(text) : new Source(text.body, text.name, text.locationOffset);
  const document = parse(source, options);
  texts.set(source, source.body);
  source.body = '';
  return document;
}

/** The text of a parsed document. */
export function documentText({ loc }: DocumentNode): string | undefined {
  return loc && textOf(loc.source);
}

/** The result with the locations of its errors. */
export function withLocations(result: ExecutionResult): object {
  return result.errors ? { ...result, errors: result.errors.map(withOwnLocations) } : result;
}

/** Returns the same as `getLocation` of graphql. */
export function locate(source: Source, position: number): SourceLocation {
  const breaks = lineBreaksOf(source);
  let [from, to] = [0, breaks.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((breaks[middle]?.start ?? 0) < position) from = middle + 1;
    else to = middle;
  }
  return { line: from + 1, column: position + 1 - (breaks[from - 1]?.end ?? 0) };
}

function withOwnLocations(error: GraphQLError): object {
  const { source, positions } = error;
  if (!source || !positions) return error;
  return { ...error.toJSON(), locations: positions.map((position) => locate(source, position)) };
}

function textOf(source: Source): string {
  return texts.get(source) ?? source.body;
}

function toLineBreak({ index, 0: { length } }: RegExpExecArray) {
  return { start: index, end: index + length };
}
