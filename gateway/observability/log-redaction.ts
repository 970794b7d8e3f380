/** Redacts unexpected errors for the log: their messages may quote anything. */

const MAX_LENGTH = 300;

/** Replaces URLs, tokens and other long words, and shortens the text to one line. */
export function redact(text: string): string {
  return text
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s"']+/gi, '[url]')
    .replace(/AstraCS:\S+|\bCassandra:[\w+/=-]+:\S+/g, '[token]')
    .replace(/\bBearer\s+\S+/gi, '[token]')
    .replace(/[\w+/=-]{24,}/g, '[long word]')
    .replace(/\s+/g, ' ')
    .slice(0, MAX_LENGTH);
}

/** The folder, file and line where the error was thrown, without the rest of stack and path. */
export function locationOf(error: unknown): string | undefined {
  const stack = error instanceof Error ? error.stack : undefined;
  return /([\w-]+\/[\w.-]+\.[cm]?[jt]s:\d+):\d+/.exec(stack ?? '')?.[1];
}
