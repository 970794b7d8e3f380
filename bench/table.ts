/** Tables in Markdown, which are readable on a terminal too. */

/** @param textColumns - how many columns from the left hold text; figures stand to the right of theirs */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[], textColumns = 1): string {
  const widths = head.map((name, column) => Math.max(3, name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column < textColumns ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  const print = (cells: readonly string[]) => `| ${cells.map(pad).join(' | ')} |`;
  const rule = widths.map((width, column) => (column < textColumns ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [print(head), print(rule), ...rows.map(print)].join('\n');
}

/** Three digits that count: `1230`, `12.3`, `0.123`. */
export function printNumber(value: number): string {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toFixed(Math.min(digits, 3));
}

export function printRatio(value: number): string {
  return Number.isFinite(value) ? `${printNumber(value)}×` : '–';
}
