/**
 * JSON as the emulated servers read and write it: members keep their order (a `Map`), numbers keep their
 * spelling, the last of duplicate members wins, and text after the first value is ignored.
 */

/** A number as it was spelled: `1.50`, `1e400` and integers of any length survive. */
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
  /** Refuse duplicate members instead of keeping the last. */
  readonly strictMembers?: boolean;
  /** Told of each member that the outermost object repeats, with those seen so far. */
  readonly onRepeatedMember?: (name: string, seen: JsonObject) => void;
}

/** Parses the first value of a text; throws `SyntaxError` with the offset where it is not JSON. */
export function parseJson(text: string, { strictMembers = false, onRepeatedMember }: ParseOptions = {}): Json {
  const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  const BLANK = /[ \t\r\n]*/y;
  let at = 0;
  let outermost: Json[] | JsonObject | undefined;
  return value();

  function fail(): never {
    throw new SyntaxError(
      `Unexpected ${at < text.length ? `character '${text[at]}'` : 'end of input'} at offset ${at}`,
    );
  }

  function skipBlank(): void {
    BLANK.lastIndex = at;
    BLANK.exec(text);
    at = BLANK.lastIndex;
  }

  function value(): Json {
    skipBlank();
    switch (text[at]) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return string();
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

  function word<T extends Json>(name: string, meaning: T): T {
    if (!text.startsWith(name, at)) fail();
    at += name.length;
    if (/[\w$]/.test(text[at] ?? '')) fail();
    return meaning;
  }

  function number(): JsonNumber {
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(text);
    if (!match) fail();
    at = NUMBER.lastIndex;
    if (/[\w.$]/.test(text[at] ?? '')) fail();
    return new JsonNumber(match[0]);
  }

  function string(): string {
    const start = at;
    at += 1;
    for (;;) {
      const character = text[at];
      if (character === undefined || character < ' ') fail();
      if (character === '"') break;
      at += character === '\\' ? 2 : 1;
    }
    at += 1;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      at = start;
      return fail();
    }
  }

  function array(): Json[] {
    const items: Json[] = [];
    outermost ??= items;
    at += 1;
    skipBlank();
    if (text[at] === ']') {
      at += 1;
      return items;
    }
    for (;;) {
      items.push(value());
      skipBlank();
      const next = text[at];
      if (next !== ',' && next !== ']') fail();
      at += 1;
      if (next === ']') return items;
    }
  }

  function object(): JsonObject {
    const members: JsonObject = new Map();
    outermost ??= members;
    at += 1;
    skipBlank();
    if (text[at] === '}') {
      at += 1;
      return members;
    }
    for (;;) {
      skipBlank();
      if (text[at] !== '"') fail();
      const name = string();
      if (strictMembers && members.has(name)) throw new SyntaxError(`Duplicate field '${name}'`);
      if (members === outermost && members.has(name)) onRepeatedMember?.(name, members);
      skipBlank();
      if (text[at] !== ':') fail();
      at += 1;
      members.delete(name);
      members.set(name, value());
      skipBlank();
      const next = text[at];
      if (next !== ',' && next !== '}') fail();
      at += 1;
      if (next === '}') return members;
    }
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

/** Plain data (of the emulator's own making) as JSON that can be printed. */
export function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'bigint') return new JsonNumber(String(value));
  if (typeof value === 'boolean' || typeof value === 'string' || value instanceof JsonNumber) return value;
  if (Array.isArray(value)) return value.map(toJson);
  const members = value instanceof Map ? [...value] : Object.entries(value as object);
  return new Map(
    members.filter(([, member]) => member !== undefined).map(([name, member]) => [name as string, toJson(member)]),
  );
}
