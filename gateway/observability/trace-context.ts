/** The client's W3C trace context, which is propagated when there is no tracer. */
import type { CallWatch } from '../../datasources/source/source.ts';

const TRACE_PARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
/** The specification requires at most this length to be propagated. */
const TRACE_STATE = /^[\x20-\x7e]{1,512}$/;

export interface TraceContext {
  readonly traceId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** `undefined` without a well-formed context, so that no arbitrary text goes upstream. */
export function readTraceContext(headers: Headers): TraceContext | undefined {
  const traceparent = headers.get('traceparent') ?? '';
  const [, traceId] = TRACE_PARENT.exec(traceparent) ?? [];
  if (traceId === undefined) return undefined;
  const tracestate = headers.get('tracestate') ?? '';
  return { traceId, headers: { traceparent, ...(TRACE_STATE.test(tracestate) && { tracestate }) } };
}

/** Adds the same headers to every call. */
export function propagate(headers: TraceContext['headers']): () => CallWatch {
  const watch: CallWatch = { headers, end() {} };
  return () => watch;
}
