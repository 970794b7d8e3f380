/** The messages of the real servers' parser (Jackson) for text that is not JSON, with their location. */

/** A position in a text, in the parser's words. */
export function locationText(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return `[Source: REDACTED (\`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION\` disabled); line: ${before.length}, column: ${column}]`;
}

/** A problem at an offset. */
export function jsonError(problem: string, text: string, at: number): SyntaxError {
  return new SyntaxError(`${problem}\n at ${locationText(text, at)}`);
}

/** An unexpected character at an offset. */
export function unexpectedChar(text: string, at: number, expected: string): SyntaxError {
  const char = text[at] ?? '';
  return jsonError(`Unexpected character ('${char}' (code ${char.charCodeAt(0)})): ${expected}`, text, at);
}

const VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

/** No value begins at an offset; an unknown word is shown whole. */
export function noValue(text: string, at: number): SyntaxError {
  const word = /[\p{L}\p{N}_$]*/uy;
  word.lastIndex = at;
  const token = word.exec(text)?.[0] ?? '';
  if (token === '' || /^\d/.test(token)) return unexpectedChar(text, at, `expected a valid value ${VALUES}`);
  return jsonError(`Unrecognized token '${token}': was expecting ${VALUES}`, text, at + token.length);
}

/** The text ends inside an object or array that begins at an offset. */
export function notClosed(text: string, kind: 'Object' | 'Array', start: number): SyntaxError {
  const marker = `start marker at ${locationText(text, start)}`;
  return jsonError(`Unexpected end-of-input: expected close marker for ${kind} (${marker})`, text, text.length);
}

/** The text ends where an object or array must continue. */
export function endsWithin(text: string, kind: 'Object' | 'Array'): SyntaxError {
  return jsonError(`Unexpected end-of-input within/between ${kind} entries`, text, text.length);
}

/** The text is blank. */
export function noContent(text: string): SyntaxError {
  const line = text.split('\n').length;
  return new SyntaxError(
    `No content to map due to end-of-input\n at [Source: REDACTED (\`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION\` disabled); line: ${line}]`,
  );
}

/** An unescaped control character inside a string. */
export function controlChar(text: string, at: number): SyntaxError {
  const code = `(CTRL-CHAR, code ${text.charCodeAt(at)})`;
  const rule = 'has to be escaped using backslash to be included in string value';
  return jsonError(`Illegal unquoted character (${code}): ${rule}`, text, at);
}
