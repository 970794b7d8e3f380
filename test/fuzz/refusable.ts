/** How readers are tried with anything at all. */
export const RUNS = { numRuns: 500 };

/** What came out, or `undefined` when it was refused as it should be. */
export function refusable<T>(refusal: new (message: string) => Error, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof refusal) return undefined;
    throw error;
  }
}

export function decodeTwice(segment: string): string {
  const [once = ''] = decodeURIComponent(segment).split(';');
  return /%[0-9a-f]{2}/i.test(once) ? decodeURIComponent(once) : once;
}
