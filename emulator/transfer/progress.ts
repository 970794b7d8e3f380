/** How far an export or an import has come. */
export interface TransferProgress {
  /** Rows and documents. */
  readonly done: number;
  /** Of all lines so far, in UTF-8, with the line feed behind each. */
  readonly bytes: number;
  /** Of the whole, from 0 to 1, where that can be told. */
  readonly share?: number;
}

export type OnProgress = (progress: TransferProgress) => void;

/** Rows that are read, and lines that are written, at once; between two such portions, others get their turn. */
export const PORTION_LINES = 500;
/** Fewer, as a document may be large. */
export const PORTION_DOCUMENTS = 50;
/** Of lines that are written at once: a portion ends with the one that reaches it. */
export const PORTION_BYTES = 4 * 1024 * 1024;

export function lineBytes(line: string): number {
  return Buffer.byteLength(line) + 1;
}
