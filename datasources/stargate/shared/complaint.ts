import { messageOf, parseBody, toClientText } from '../../http/response-text.ts';
import { numberOf, textOf } from '../../json/json-fields.ts';

/** What an answer of the REST, Document or auth API says about its failure. */
export interface Complaint {
  /** Fit for the client: one line, without the words of the protocols between; absent when nothing of use was said. */
  readonly text: string | undefined;
  /** gRPC name such as `PERMISSION_DENIED`, where the failure came from the database. */
  readonly grpcStatus: string | null;
}

/** Stargate wraps what the database says: `Invalid argument … (Status.Code.X->400): X: <text>`. */
const GRPC_PREFIX = /^[^:]*\(Status\.Code\.\w+->\d+\): (?:[A-Z_]+: )*/;

/** Reads any body: error objects, a bare string, `null`, HTML, nothing. */
export function readComplaint(text: string): Complaint {
  const body = parseBody(text);
  const message = messageOf(body)?.replace(GRPC_PREFIX, '') ?? null;
  return { text: toClientText(message), grpcStatus: textOf(body, 'grpcStatus') };
}

/** The code of an error object; `null` for anything else. */
export function readErrorCode(text: string): number | null {
  const body = parseBody(text);
  return (textOf(body, 'description') ?? textOf(body, 'message')) === null ? null : numberOf(body, 'code');
}
