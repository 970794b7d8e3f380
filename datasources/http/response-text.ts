import { listOf, textOf } from '../json/json-fields.ts';
import type { Json } from '../source/source.ts';
import type { HttpAnswer } from './http-answer.ts';

/** What an answer says about its failure. */
export interface Complaint {
  /** Fit for the client: one line, without the words of the protocols between; absent when nothing of use was said. */
  readonly text: string | undefined;
  /** gRPC name such as `PERMISSION_DENIED`, where the failure came from the database. */
  readonly grpcStatus: string | null;
  /** As it came. */
  readonly rawText: string;
}

/** Upstream wraps what the database says: `Invalid argument … (Status.Code.X->400): X: <text>`. */
const GRPC_PREFIX = /^[^:]*\(Status\.Code\.\w+->\d+\): (?:[A-Z_]+: )*/;
/** Where in the source a JSON parser stopped. */
const PARSER_LOCATION = /\s+at \[Source: .*$/s;
/** Texts of web frameworks that tell a client nothing. */
const EMPTY_WORDS = /^HTTP \d{3}\b|^Unable to find matching target resource method$/;
const MAX_LENGTH = 500;

/** Reads any body: error objects of all APIs, a bare string, `null`, HTML, nothing. */
export function readComplaint({ text: rawText }: HttpAnswer): Complaint {
  const body = parseOrNull(rawText);
  return { text: toClientText(findText(body)), grpcStatus: textOf(body, 'grpcStatus'), rawText };
}

function parseOrNull(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function findText(body: Json): string | null {
  if (typeof body === 'string') return body;
  const errors = listOf(body, 'errors');
  if (!errors) return textOf(body, 'description') ?? textOf(body, 'message');
  return errors.flatMap((error) => textOf(error, 'message') ?? []).join('; ');
}

function toClientText(text: string | null): string | undefined {
  const line = text?.replace(GRPC_PREFIX, '').replace(PARSER_LOCATION, '').replace(/\s+/g, ' ').trim();
  if (!line || EMPTY_WORDS.test(line)) return undefined;
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
}
