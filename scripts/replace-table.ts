/** Puts a generated table into a page of `docs/`. */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * @param page - its name, such as `errors.md`
 * @param head - the names of the columns, by which the table is found
 * @param rows - the cells of each row, in Markdown
 * @throws Error - when the page has no such table
 */
export function replaceTable(page: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const file = new URL(`../docs/${page}`, import.meta.url);
  const text = readFileSync(file, 'utf8');
  const old = new RegExp(`^\\| ${head.join(' +\\| ')} +\\|\\n(?:\\|.*\\n)*`, 'm');
  if (!old.test(text)) throw new Error(`docs/${page} has no table with the columns ${head.join(', ')}.`);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`);
  writeFileSync(
    file,
    text.replace(old, () => lines.join('')),
  );
}
