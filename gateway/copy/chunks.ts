/** Cuts lists into pieces that one call of a bulk write carries. */

/** The Data API takes 100 at a time. */
const MOST_ITEMS = 100;
/** Characters of JSON, of which a body of the Data API may hold 20 million bytes. A single item may have more. */
const MOST_CHARACTERS = 4_000_000;

export function toChunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  let characters = 0;
  for (const item of items) {
    const own = JSON.stringify(item).length;
    const last = chunks.at(-1);
    if (last && last.length < MOST_ITEMS && characters + own <= MOST_CHARACTERS) {
      last.push(item);
      characters += own;
    } else {
      chunks.push([item]);
      characters = own;
    }
  }
  return chunks;
}
