/**
 * The pages in which the real server reads rows from the database. A page that is exactly full may not be the last, so
 * searches can end with an empty page of documents.
 */
const MAX_ROWS = 1000;
const ROWS_PER_DOCUMENT = 16;

/** The size of the first page of a query that reads whole documents; overflows like a Java int. */
export function approximateRows(documents: number): number {
  return Math.min(Math.imul(documents, ROWS_PER_DOCUMENT), MAX_ROWS);
}

/** The page sizes for a number of rows: each page is twice as large as the one before. */
export function pagesOf(rows: number, firstPageRows: number): number[] {
  const pages: number[] = [];
  let total = 0;
  for (let page = firstPageRows; total < rows; page = Math.min(page * 2, MAX_ROWS)) {
    pages.push(page);
    total += page;
  }
  return pages;
}

/** Whether the rows fill their last page. */
export function fillsPage(rows: number, firstPageRows: number): boolean {
  return pagesOf(rows, firstPageRows).reduce((sum, page) => sum + page, 0) === rows;
}
