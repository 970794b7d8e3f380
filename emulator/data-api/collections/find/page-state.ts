/** Where a page ended and how many documents may still follow, as the opaque text that the client sends back. */
import { ConversionError } from '../../../cql/types/codec.ts';
import { parseBase64 } from '../../../cql/types/codec-text.ts';
import { failed } from '../../command/errors.ts';

export interface PageState {
  /** Of the last document that has been shown. */
  readonly after: Uint8Array;
  /** Absent without a limit. */
  readonly remaining?: number;
}

const MAGIC = 0x00da_7a91;
const HEADER_BYTES = 8;
const UNLIMITED = 2 ** 31 - 1;

export function printDocumentPageState({ after, remaining = UNLIMITED }: PageState): string {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeInt32BE(MAGIC);
  header.writeInt32BE(remaining, 4);
  return Buffer.concat([header, after]).toString('base64');
}

/** @throws CommandFailure - for what is no page state, as a fault of the server */
export function readDocumentPageState(text: string): PageState {
  const bytes = Buffer.from(decoded(text));
  if (bytes.length <= HEADER_BYTES || bytes.readInt32BE(0) !== MAGIC) throw invalidPageState();
  const remaining = bytes.readInt32BE(4);
  const after = bytes.subarray(HEADER_BYTES);
  return remaining === UNLIMITED ? { after } : { after, remaining };
}

function decoded(text: string): Uint8Array {
  try {
    return parseBase64(text);
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    throw failed('', 'UNEXPECTED_SERVER_ERROR', 'Error Class: IllegalArgumentException: the page state is no Base64');
  }
}

export function invalidPageState() {
  return failed('DATABASE', 'UNEXPECTED_DRIVER_ERROR', 'Invalid value for the paging state');
}
