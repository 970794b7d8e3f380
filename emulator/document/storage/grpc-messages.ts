/** The messages in which the rows of documents come from the database: one for each storage page. */
import { checkMessageSize } from '../../cql/read/message-size.ts';
import type { Leaf, LeafRow } from './leaf.ts';
import type { LeafStore, StoredDocument } from './leaf-store.ts';
import { approximateRows, pagesOf } from './row-pages.ts';

/** 64 path columns and the others, empty or short, and where to go on behind the row. */
const ROW_BYTES = 700;
/** An INSERT of all columns, and as many values. */
const STATEMENT_BYTES = 900;

/**
 * Throws 500 when a page of the rows of one document does not fit a message.
 *
 * @param read - how many of the rows are wanted; the page with the last of them is read to its end
 */
export function checkMessages(id: string, rows: readonly LeafRow[], pageSize = 1, read = rows.length): void {
  const rowCount = pagesOf(read, approximateRows(pageSize)).reduce((sum, page) => sum + page, 0);
  checkPages(sizesOf({ id, rows: rows.slice(0, rowCount) }), approximateRows(pageSize));
}

/**
 * Throws 500 when a page of the rows that a search without conditions reads does not fit a message. The last page is read to its
 * end, into documents behind those that are answered.
 */
export function checkListMessages(leaves: LeafStore, documents: readonly StoredDocument[], pageSize: number): void {
  const sizes = documents.flatMap(sizesOf);
  const pages = pagesOf(sizes.length, approximateRows(pageSize));
  const rowCount = pages.reduce((sum, rows) => sum + rows, 0);
  for (let last = documents.at(-1)?.id; last !== undefined && sizes.length < rowCount; ) {
    const more = leaves.documents(last, pageSize);
    sizes.push(...more.flatMap(sizesOf));
    last = more.at(-1)?.id;
  }
  checkPages(sizes.slice(0, rowCount), approximateRows(pageSize));
}

/** Throws 500 when the statements that write the leaves of one document, one each, do not fit a message. */
export function checkWriteMessage(id: string, leaves: readonly Leaf[]): void {
  checkMessageSize(leaves.reduce((sum, leaf) => sum + STATEMENT_BYTES + contentBytes(id, leaf), 0));
}

function sizesOf({ id, rows }: StoredDocument): number[] {
  return rows.map((row) => rowBytes(id, row));
}

function checkPages(sizes: readonly number[], firstPageRows: number): void {
  let start = 0;
  for (const rows of pagesOf(sizes.length, firstPageRows)) {
    checkMessageSize(sizes.slice(start, start + rows).reduce((sum, size) => sum + size, 0));
    start += rows;
  }
}

/** A real server puts five documents of 400 kB into a message, and not six: what a row holds counts twice. */
function rowBytes(id: string, leaf: Leaf): number {
  return ROW_BYTES + 2 * contentBytes(id, leaf);
}

function contentBytes(id: string, { path, value }: Leaf): number {
  const names = path.reduce((sum, step) => sum + Buffer.byteLength(step), 0);
  return Buffer.byteLength(id) + names + (typeof value === 'string' ? Buffer.byteLength(value) : 0);
}
