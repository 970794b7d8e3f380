/**
 * The pages in which the real server reads rows from the database. A page that is exactly full does not show that it
 * was the last, which is where empty pages of documents come from.
 */
const MAX_ROWS = 1000;
const ROWS_PER_DOCUMENT = 16;

/** The size of the first page of a query that reads whole documents; it overflows as Java's numbers do. */
export function approximateRows(documents: number): number {
  return Math.min(Math.imul(documents, ROWS_PER_DOCUMENT), MAX_ROWS);
}

/** The sizes of the pages that are read for so many rows: each is twice as big as the one before. */
export function pagesOf(rows: number, firstPageRows: number): number[] {
  const pages: number[] = [];
  let total = 0;
  for (let page = firstPageRows; total < rows; page = Math.min(page * 2, MAX_ROWS)) {
    pages.push(page);
    total += page;
  }
  return pages;
}

/** Whether so many rows fill their last page. */
export function fillsPage(rows: number, firstPageRows: number): boolean {
  return pagesOf(rows, firstPageRows).reduce((sum, page) => sum + page, 0) === rows;
}
