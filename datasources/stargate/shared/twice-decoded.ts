/**
 * A path segment that upstream decodes twice, cutting it at the first `;` in between: keys of rows, and steps below a document.
 * A text with `;` or `%` is encoded twice, or another row or position would be written.
 */
export function encodeTwiceDecoded(text: string): string {
  const once = encodeURIComponent(text);
  return /[;%]/.test(text) ? encodeURIComponent(once) : once;
}
