/** What the body of a failure says, whichever API sent it. */
import { listOf, textOf } from '../json/json-fields.ts';
import type { Json } from '../json/json-value.ts';

/** Where in the source a JSON parser stopped. */
const PARSER_LOCATION = /\s+at \[Source: .*$/s;
/** Texts of web frameworks that do not help a client. */
const EMPTY_WORDS = /^HTTP \d{3}\b|^Unable to find matching target resource method$/;
const MAX_LENGTH = 500;

/** JSON of any body; `null` for what is no JSON. */
export function parseBody(body: string): Json {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** The message of an error object, of a list of errors, or a bare string; `null` for any other body. */
export function messageOf(body: Json): string | null {
  if (typeof body === 'string') return body;
  const errors = listOf(body, 'errors');
  if (!errors) return textOf(body, 'description') ?? textOf(body, 'message');
  return errors.flatMap((error) => textOf(error, 'message') ?? []).join('; ');
}

/** A message on one line, fit for a client; `undefined` when it says nothing of use. */
export function toClientText(message: string | null): string | undefined {
  const line = message?.replace(PARSER_LOCATION, '').replace(/\s+/g, ' ').trim();
  if (!line || EMPTY_WORDS.test(line)) return undefined;
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
}
