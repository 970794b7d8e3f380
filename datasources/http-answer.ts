import { UpstreamError } from './errors.ts';
import { failedCall, type HttpCall } from './http-call.ts';
import { parseJson } from './json.ts';
import type { JsonValue } from './json-value.ts';
import type { Json } from './source.ts';

/** A whole answer, whatever its status. */
export interface HttpAnswer {
  readonly call: HttpCall;
  readonly status: number;
  readonly durationMs: number;
  readonly text: string;
  /** A header's value, or `null`. */
  header(name: string): string | null;
  /** The body with exact numbers and the order of members. An empty body, HTML or a cut text is an `UpstreamError`. */
  json(): JsonValue;
  /** The body as `JSON.parse` reads it, for data whose numbers are doubles. Fails as `json` does. */
  plainJson(): Json;
}

export function createAnswer(
  call: HttpCall,
  response: { readonly status: number; readonly headers: { get(name: string): string | null } },
  text: string,
  durationMs: number,
): HttpAnswer {
  const { status, headers } = response;
  function parse<T>(read: (text: string) => T): T {
    try {
      return read(text);
    } catch (cause) {
      const failed = failedCall(call, { status, retryable: call.isIdempotent, durationMs });
      throw new UpstreamError(notJson(call, text), { call: failed, cause });
    }
  }
  return {
    call,
    status,
    durationMs,
    text,
    header: (name) => headers.get(name),
    json: () => parse(parseJson),
    plainJson: () => parse((body): Json => JSON.parse(body)),
  };
}

function notJson(call: HttpCall, text: string): string {
  const what = text.trim() === '' ? 'an empty body' : 'something that is not JSON';
  return `Upstream answered ${what} to ${call.method} ${call.route}.`;
}
