/** The careful half of `json.ts`: a parser that keeps the digits of numbers and the order of members. */
import { type ExactObject, fromMembers, type JsonValue, NumberText } from './json-value.ts';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BLANK = 0x20;

/**
 * Parses a whole text.
 *
 * @throws SyntaxError
 */
export function parseWithCare(text: string): JsonValue {
  let at = 0;

  function parseValue(): JsonValue {
    skipBlanks();
    switch (text[at]) {
      case '{':
        return parseObject();
      case '[':
        return parseArray();
      case '"':
        return parseString();
      case 'n':
        return parseWord('null', null);
      case 't':
        return parseWord('true', true);
      case 'f':
        return parseWord('false', false);
      default:
        return parseNumber();
    }
  }

  function parseObject(): ExactObject {
    const names: string[] = [];
    const values: JsonValue[] = [];
    at++;
    if (skip('}')) return {};
    do {
      skipBlanks();
      names.push(parseString());
      expect(':');
      values.push(parseValue());
    } while (skip(','));
    expect('}');
    return fromMembers(names, values);
  }

  function parseArray(): JsonValue[] {
    const elements: JsonValue[] = [];
    at++;
    if (skip(']')) return elements;
    do elements.push(parseValue());
    while (skip(','));
    expect(']');
    return elements;
  }

  /** Leaves escapes and refusals to `JSON.parse`, except for the common string that has no backslash. */
  function parseString(): string {
    if (text[at] !== '"') fail();
    const start = at;
    let end = text.indexOf('"', start + 1);
    const hasEscapes = text.slice(start, end).includes('\\');
    while (hasEscapes && end > 0 && isEscaped(end)) end = text.indexOf('"', end + 1);
    if (end < 0) fail();
    at = end + 1;
    return hasEscapes ? JSON.parse(text.slice(start, at)) : text.slice(start + 1, end);
  }

  /** Whether an odd number of backslashes stands before the quote. */
  function isEscaped(quote: number): boolean {
    let first = quote;
    while (text[first - 1] === '\\') first--;
    return (quote - first) % 2 === 1;
  }

  function parseWord(word: string, value: null | boolean): null | boolean {
    if (!text.startsWith(word, at)) fail();
    at += word.length;
    return value;
  }

  function parseNumber(): number | NumberText {
    NUMBER.lastIndex = at;
    const digits = NUMBER.exec(text)?.[0] ?? fail();
    at += digits.length;
    const number = Number(digits);
    return String(number) === digits ? number : new NumberText(digits);
  }

  function skipBlanks(): void {
    while (text.charCodeAt(at) <= BLANK) at++;
  }

  function skip(character: string): boolean {
    skipBlanks();
    if (text[at] !== character) return false;
    at++;
    return true;
  }

  function expect(character: string): void {
    if (!skip(character)) fail();
  }

  function fail(): never {
    throw new SyntaxError(`Unexpected ${at < text.length ? `character at ${at}` : 'end of the text'}`);
  }

  const value = parseValue();
  skipBlanks();
  if (at < text.length) fail();
  return value;
}
