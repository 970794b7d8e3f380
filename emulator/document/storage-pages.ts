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

/** Whether so many rows fill a page to its last row, when each page is twice as big as the one before. */
export function fillsPage(rows: number, firstPageRows: number): boolean {
  let total = 0;
  for (let page = firstPageRows; total < rows; page = Math.min(page * 2, MAX_ROWS)) total += page;
  return total === rows;
}
