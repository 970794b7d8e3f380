/** What may be kept of errors that nobody foresaw: their texts may quote anything. */

const MAX_LENGTH = 300;

/** Takes out what looks like a URL, a token or other long secret, and cuts the text to a line. */
export function redact(text: string): string {
  return text
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s"']+/gi, '[url]')
    .replace(/AstraCS:\S+/g, '[token]')
    .replace(/\bBearer\s+\S+/gi, '[token]')
    .replace(/[\w+/=-]{24,}/g, '[long word]')
    .replace(/\s+/g, ' ')
    .slice(0, MAX_LENGTH);
}

/** Where it was thrown: folder, file and line, without the rest of the stack or of the path. */
export function placeOf(error: unknown): string | undefined {
  const stack = error instanceof Error ? error.stack : undefined;
  return /([\w-]+\/[\w.-]+\.[cm]?[jt]s:\d+):\d+/.exec(stack ?? '')?.[1];
}
