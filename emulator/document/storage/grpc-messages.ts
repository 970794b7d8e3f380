/** The size limit of gRPC messages between the database and the Document API: each page of rows is one message. */
import { checkMessageSize } from '../../cql/read/message-size.ts';
import type { Leaf, LeafRow } from './leaf.ts';
import type { LeafStore, StoredDocument } from './leaf-store.ts';
import { approximateRows, pagesOf } from './row-pages.ts';

/** Estimated size of 64 path columns and the other columns, empty or short, and the row's page state. */
const ROW_BYTES = 700;
/** Estimated size of an INSERT of all columns with its values. */
const STATEMENT_BYTES = 900;

/**
 * Throws 500 when a page of one document's rows exceeds the limit.
 *
 * @param read - the number of wanted rows; the page of the last one is read completely
 */
export function checkMessages(id: string, rows: readonly LeafRow[], pageSize = 1, read = rows.length): void {
  const rowCount = pagesOf(read, approximateRows(pageSize)).reduce((sum, page) => sum + page, 0);
  checkPages(sizesOf({ id, rows: rows.slice(0, rowCount) }), approximateRows(pageSize));
}

/**
 * Throws 500 when a page of a search without conditions exceeds the limit. The last page is read completely, with rows of
 * documents after the answered ones.
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

/** Throws 500 when the statements that write the leaves of one document, one each, exceed the limit. */
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

/** The content of a row counts twice: a real server fits five documents of 400 kB into a message, but not six. */
function rowBytes(id: string, leaf: Leaf): number {
  return ROW_BYTES + 2 * contentBytes(id, leaf);
}

function contentBytes(id: string, { path, value }: Leaf): number {
  const names = path.reduce((sum, step) => sum + Buffer.byteLength(step), 0);
  return Buffer.byteLength(id) + names + (typeof value === 'string' ? Buffer.byteLength(value) : 0);
}
