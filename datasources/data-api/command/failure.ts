/** What an answer of the Data API says of its failure: a list of errors, mostly inside a 200 (Data API contract, envelope). */
import { parseBody, toClientText } from '../../http/response-text.ts';
import { listOf, memberOf, textOf } from '../../json/json-fields.ts';

/** One error of an answer. Older servers leave out all but code and message. */
export interface ApiFailure {
  /** In capitals, such as `UNKNOWN_KEYSPACE`; empty where none is said. */
  readonly code: string;
  readonly family: 'REQUEST' | 'SERVER';
  /** Such as `FILTER`; may be empty. */
  readonly scope: string;
  /** Fit for the client, on one line: what the server says of the request, and of its own failures the title alone. */
  readonly text: string | undefined;
}

/** The errors of a body, in their order; none for any other body. */
export function failuresOf(body: string): readonly ApiFailure[] {
  // Most answers have none, and may be large: the word is looked for first.
  if (!body.includes('"errors"')) return [];
  return (listOf(parseBody(body), 'errors') ?? []).map(toFailure);
}

/** Whether the errors of a body belong to single documents: it says of each document how it went. */
export function isPartial(body: string): boolean {
  if (!body.includes('"documentResponses"')) return false;
  return listOf(memberOf(parseBody(body), 'status'), 'documentResponses') !== null;
}

/** Reads an error object, also one beside `documentResponses`. */
export function toFailure(error: unknown): ApiFailure {
  const family = textOf(error, 'family') === 'SERVER' ? 'SERVER' : 'REQUEST';
  const [title, message] = [textOf(error, 'title'), textOf(error, 'message')];
  return {
    code: textOf(error, 'errorCode') ?? '',
    family,
    scope: textOf(error, 'scope') ?? '',
    text: toClientText(family === 'REQUEST' ? (message ?? title) : title),
  };
}
