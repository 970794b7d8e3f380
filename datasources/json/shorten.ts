/** Keeps messages short: they quote what clients send, which may be megabytes. */
import { NumberText } from './json-value.ts';

const MAX_QUOTED = 100;
const MAX_MESSAGE = 2000;
const MAX_SENTENCE = 400;
const MAX_NAMES = 50;
/** Of a surrogate pair, at a cut: it would not be well-formed. */
const HALF_AT_END = /[\ud800-\udbff]$/;

/** The text as it is, or its beginning and an ellipsis. */
export function shorten(text: string, maxLength = MAX_QUOTED): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength).replace(HALF_AT_END, '')}…`;
}

/** A message as it is, or its beginning and its last sentence, which names the cure. */
export function shortenMessage(message: string): string {
  if (message.length <= MAX_MESSAGE) return message;
  const last = message.slice(-MAX_SENTENCE);
  const sentence = last.indexOf('. ') < 0 ? '' : last.slice(last.indexOf('. ') + 1);
  return shorten(message, MAX_MESSAGE - MAX_SENTENCE) + sentence;
}

/** Names as a list, the first of them where they are many. */
export function listNames(names: readonly string[], toText: (name: string) => string = String): string {
  const listed = names.slice(0, MAX_NAMES).map((name) => toText(shorten(name)));
  return [...listed, ...(names.length > MAX_NAMES ? [`and ${names.length - MAX_NAMES} more`] : [])].join(', ');
}

/** A value as JSON, cut where it is long; no more of it is looked at than is shown. */
export function show(value: unknown): string {
  let text = '';
  const isFull = () => text.length > MAX_QUOTED;

  function write(part: unknown): void {
    if (typeof part === 'string') text += JSON.stringify(part.slice(0, MAX_QUOTED + 1));
    else if (part instanceof NumberText) text += shorten(part.text);
    else if (typeof part !== 'object' || part === null) text += JSON.stringify(part) ?? 'nothing';
    else if (Array.isArray(part)) writeAll('[', part, ']', write);
    else writeAll('{', Object.keys(part), '}', (name) => writeMember(name, Reflect.get(part, name)));
  }

  function writeMember(name: string, member: unknown): void {
    write(name);
    text += ':';
    write(member);
  }

  function writeAll<T>(open: string, parts: readonly T[], close: string, writePart: (part: T) => void): void {
    text += open;
    for (const [index, part] of parts.entries()) {
      if (isFull()) return;
      if (index > 0) text += ',';
      writePart(part);
    }
    text += close;
  }

  write(value);
  return shorten(text);
}
