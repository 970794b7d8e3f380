/** The README and the pages of `docs/`, with their blocks of code. */
import { readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);

export interface Block {
  readonly page: string;
  /** Of the line with its opening fence, from 1 on. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** The JSON that follows it at once: the answer to a query. */
  readonly answer: string | undefined;
}

export const PAGES: readonly string[] = [
  'README.md',
  ...readdirSync(new URL('docs/', ROOT))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** @param page - from the root, such as `docs/errors.md` */
export function readPage(page: string): string {
  return readFileSync(new URL(page, ROOT), 'utf8');
}

export function blocksOf(page: string): Block[] {
  const text = readPage(page);
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$(?:\n+```json\n([\s\S]*?)^```$)?/gm)].flatMap((found) => {
    const [, language = '', code = '', answer] = found;
    const line = text.slice(0, found.index).split('\n').length;
    return [{ page, line, language, text: code, answer }];
  });
}

/** The cells of each row of a table whose first cell is code, without that code's marks. */
export function rowsOf(page: string): string[][] {
  return [...readPage(page).matchAll(/^\| `(.*) \|$/gm)].map(([, row = '']) =>
    row.split(/(?<!\\)\|/).map((cell, index) => (index === 0 ? cell.trim().replace(/`$/, '') : cell.trim())),
  );
}
