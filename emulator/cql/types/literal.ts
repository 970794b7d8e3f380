/** Parses CQL literals of containers: `[1, 'a b']`, `{a: 1}`, `(1, x)`. */
import { ConversionError, unquoted } from './codec.ts';

/** Parses one literal from left to right; `what` is its name in errors, e.g. `List`. */
export class LiteralReader {
  readonly text: string;
  readonly what: string;
  at = 0;

  constructor(text: string, what: string) {
    this.text = text;
    this.what = what;
  }

  refuse(problem: string): ConversionError {
    return new ConversionError(`Invalid ${this.what} value '${this.text}': ${problem}`);
  }

  /** Reads the opening bracket. Stargate's errors show the wrong character or the one after it, depending on the literal. */
  open(bracket: string, { position, shown }: OpeningError): void {
    this.skipBlanks();
    const found = this.text[this.at];
    if (found === undefined) throw this.refuse(`at character ${this.at} expecting '${bracket}' but got EOF`);
    if (found !== bracket) {
      const char = this.text[this.at + shown];
      throw this.refuse(
        `at character ${this.at + position} expecting '${bracket}' but got ${char ? `'${char}'` : 'EOF'}`,
      );
    }
    this.at += 1;
    this.skipBlanks();
  }

  /** Skips a character; false when the next one is another. */
  skip(char: string): boolean {
    if (this.text[this.at] !== char) return false;
    this.at += 1;
    this.skipBlanks();
    return true;
  }

  expect(char: string): void {
    this.skipBlanks();
    if (!this.skip(char)) throw this.refuse(`at character ${this.at} expecting '${char}' but got ${this.#shown()}`);
  }

  /** After an element: true when another one follows, false when the literal ends here. */
  more(bracket: string): boolean {
    this.skipBlanks();
    if (this.text[this.at] === bracket) {
      this.at += 1;
      return false;
    }
    if (this.at >= this.text.length) {
      throw this.refuse(`at character ${this.at} expecting ',' or '${bracket}' but got EOF`);
    }
    this.expect(',');
    return true;
  }

  /** An element without its quotes: a string, a bracketed literal, or a bare word (which may be empty). */
  element(): string {
    const start = this.at;
    const end = elementEnd(this.text, start);
    if (end === undefined) throw this.refuse(`invalid CQL value at character ${start}`);
    this.at = end;
    return unquoted(this.text.slice(start, end));
  }

  skipBlanks(): void {
    while (' \t\n'.includes(this.text[this.at] ?? '.')) this.at += 1;
  }

  #shown(): string {
    const char = this.text[this.at];
    return char === undefined ? 'EOF' : `'${char}'`;
  }
}

export interface OpeningError {
  /** Added to the reported position. */
  readonly position: 0 | 1;
  /** The reported character: the wrong one (0), or the one after it (1). */
  readonly shown: 0 | 1;
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/** The end of the element at `start`; `undefined` when it is incomplete. */
function elementEnd(text: string, start: number): number | undefined {
  if (start >= text.length) return undefined;
  const open: string[] = [];
  for (let at = start; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === "'") {
      const end = stringEnd(text, at);
      if (end === undefined || open.length === 0) return end;
      at = end - 1;
    } else if (char in CLOSING) {
      open.push(CLOSING[char] ?? '');
    } else if ('}])'.includes(char)) {
      if (open.length === 0) return at;
      if (open.pop() !== char) return undefined;
      if (open.length === 0) return at + 1;
    } else if (open.length === 0 && !/[A-Za-z0-9\-+._&]/.test(char)) return at;
  }
  return open.length === 0 ? text.length : undefined;
}

/** The end of the quoted string at `start`, after its closing quote. */
function stringEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== "'") continue;
    if (text[at + 1] !== "'") return at + 1;
    at += 1;
  }
  return undefined;
}
