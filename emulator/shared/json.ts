/**
 * JSON as the emulated servers read and write it: members keep their order (a `Map`), numbers keep their
 * spelling, the last of duplicate members wins, and text after the first value is ignored.
 */

import { controlChar, endsWithin, jsonError, noContent, notClosed, noValue, unexpectedChar } from './json-error.ts';

/** A number with its spelling: `1.50`, `1e400` and integers of any length survive. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  /** False for literals with a fraction or an exponent. */
  get isInteger(): boolean {
    return !/[.eE]/.test(this.text);
  }
}

export type JsonObject = Map<string, Json>;
export type Json = null | boolean | string | JsonNumber | Json[] | JsonObject;

export interface ParseOptions {
  /** Reject text after the value instead of ignoring it. */
  readonly isWhole?: boolean;
  /** Reject duplicate members instead of keeping the last. */
  readonly strictMembers?: boolean;
  /** Called for each repeated member of the outermost object, with the members read so far. */
  readonly onRepeatedMember?: (name: string, seen: JsonObject) => void;
}

/** The limit of the real servers' parser. */
const MAX_DEPTH = 1000;

/** Parses the first value of a text; throws `SyntaxError` with the message of the real servers' parser. */
export function parseJson(text: string, options: ParseOptions = {}): Json {
  const { isWhole = false, strictMembers = false, onRepeatedMember } = options;
  const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  const BLANK = /[ \t\r\n]*/y;
  let at = 0;
  let depth = 0;
  let outermost: Json[] | JsonObject | undefined;
  skipBlank();
  if (at >= text.length) throw noContent(text);
  const parsed = value();
  skipBlank();
  if (isWhole && at < text.length) throw unexpectedChar(text, at, 'expected the end');
  return parsed;

  function skipBlank(): void {
    BLANK.lastIndex = at;
    BLANK.exec(text);
    at = BLANK.lastIndex;
  }

  function value(): Json {
    skipBlank();
    switch (text[at]) {
      case '{':
        return nested(object);
      case '[':
        return nested(array);
      case '"':
        return string('in VALUE_STRING');
      case 't':
        return word('true', true);
      case 'f':
        return word('false', false);
      case 'n':
        return word('null', null);
      default:
        return number();
    }
  }

  function nested(read: () => Json): Json {
    depth += 1;
    if (depth > MAX_DEPTH) throw jsonError(`Document nesting depth (${depth}) exceeds the maximum allowed`, text, at);
    const parsed = read();
    depth -= 1;
    return parsed;
  }

  function word<T extends Json>(name: string, meaning: T): T {
    if (!text.startsWith(name, at) || /[\w$]/.test(text[at + name.length] ?? '')) throw noValue(text, at);
    at += name.length;
    return meaning;
  }

  function number(): JsonNumber {
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(text);
    if (!match) throw noValue(text, at);
    if (/\d/.test(text[NUMBER.lastIndex] ?? '')) {
      throw jsonError('Invalid numeric value: Leading zeroes not allowed', text, NUMBER.lastIndex);
    }
    at = NUMBER.lastIndex;
    if (/[\w.$]/.test(text[at] ?? '')) throw unexpectedChar(text, at, 'expected digits, or the end of the number');
    return new JsonNumber(match[0]);
  }

  function string(where: string): string {
    const start = at;
    at += 1;
    for (let char = text[at]; char !== '"'; char = text[at]) {
      if (char === undefined) throw jsonError(`Unexpected end-of-input ${where}`, text, text.length);
      if (char < ' ') throw controlChar(text, at);
      at += char === '\\' ? 2 : 1;
    }
    at += 1;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      throw jsonError('Unrecognized character escape', text, start);
    }
  }

  function array(): Json[] {
    const items: Json[] = [];
    const start = at;
    outermost ??= items;
    at += 1;
    skipBlank();
    if (at >= text.length) throw notClosed(text, 'Array', start);
    while (text[at] !== ']') {
      items.push(value());
      skipComma('Array', ']', start);
    }
    at += 1;
    return items;
  }

  function object(): JsonObject {
    const members: JsonObject = new Map();
    const start = at;
    outermost ??= members;
    at += 1;
    skipBlank();
    if (at >= text.length) throw notClosed(text, 'Object', start);
    while (text[at] !== '}') {
      const name = memberName();
      if (strictMembers && members.has(name)) throw jsonError(`Duplicate field '${name}'`, text, at);
      if (members === outermost && members.has(name)) onRepeatedMember?.(name, members);
      skipColon();
      members.delete(name);
      members.set(name, value());
      skipComma('Object', '}', start);
    }
    at += 1;
    return members;
  }

  function memberName(): string {
    if (text[at] !== '"') throw unexpectedChar(text, at, 'was expecting double-quote to start field name');
    return string('in field name');
  }

  function skipColon(): void {
    skipBlank();
    if (at >= text.length) throw endsWithin(text, 'Object');
    if (text[at] !== ':') throw unexpectedChar(text, at, 'was expecting a colon to separate field name and value');
    at += 1;
    skipBlank();
    if (at >= text.length) throw endsWithin(text, 'Object');
  }

  /** Stops at the closing bracket, or after a comma. */
  function skipComma(kind: 'Object' | 'Array', close: string, start: number): void {
    skipBlank();
    if (at >= text.length) throw notClosed(text, kind, start);
    if (text[at] === close) return;
    if (text[at] !== ',') throw unexpectedChar(text, at, `was expecting comma to separate ${kind} entries`);
    at += 1;
    skipBlank();
    if (at >= text.length) throw endsWithin(text, kind);
    if (text[at] === close)
      throw kind === 'Array'
        ? noValue(text, at)
        : unexpectedChar(text, at, 'was expecting double-quote to start field name');
  }
}

/** Prints a value without blanks. Characters beyond the BMP are written as escaped surrogates, as the real servers do. */
export function printJson(value: Json): string {
  if (value instanceof JsonNumber) return value.text;
  if (typeof value === 'string') return printString(value);
  if (Array.isArray(value)) return `[${value.map(printJson).join(',')}]`;
  if (value instanceof Map) {
    return `{${[...value].map(([name, member]) => `${printString(name)}:${printJson(member)}`).join(',')}}`;
  }
  return String(value);
}

function printString(text: string): string {
  return JSON.stringify(text).replace(
    /[\ud800-\udfff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
