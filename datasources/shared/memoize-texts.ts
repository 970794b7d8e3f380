import { createBoundedCache } from './bounded-cache.ts';

const MAX_ENTRIES = 500;
const MAX_LENGTH = 500;

/** A function of a text that clients repeat, such as a header. Results of the last texts are kept, and none of long ones. */
export function memoizeTexts<V>(compute: (text: string) => V): (text: string) => V {
  const results = createBoundedCache<{ readonly value: V }>({ maxEntries: MAX_ENTRIES });
  return (text) => {
    if (text.length > MAX_LENGTH) return compute(text);
    const known = results.get(text);
    if (known) return known.value;
    const value = compute(text);
    results.set(text, { value });
    return value;
  };
}
