/** Formats numbers with their units. */

/** Such as `850 B` or `12.3 kB`; a kilobyte is 1,000 bytes. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${toThree(bytes / 1000)} kB` : `${toThree(bytes / 1_000_000)} MB`;
}

/** Such as `0.8 ms`, `124 ms` or `1.25 s`. */
export function formatMs(ms: number): string {
  return ms < 1000 ? `${toThree(ms)} ms` : `${toThree(ms / 1000)} s`;
}

/** The number with its noun, such as `1 call` or `3 calls`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Three significant digits. */
function toThree(value: number): string {
  return String(Number(value.toPrecision(3)));
}
