/** W3C trace context as the client sent it, for handing on when no tracer makes one of its own. */
import type { CallWatch } from '../../datasources/source/source.ts';

const TRACE_PARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
/** The specification's own bound on what everybody has to hand on. */
const TRACE_STATE = /^[\x20-\x7e]{1,512}$/;

export interface TraceContext {
  readonly traceId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** `undefined` when there is none, or none that is well-formed: a stranger's text goes no further. */
export function readTraceContext(headers: Headers): TraceContext | undefined {
  const traceparent = headers.get('traceparent') ?? '';
  const [, traceId] = TRACE_PARENT.exec(traceparent) ?? [];
  if (traceId === undefined) return undefined;
  const tracestate = headers.get('tracestate') ?? '';
  return { traceId, headers: { traceparent, ...(TRACE_STATE.test(tracestate) && { tracestate }) } };
}

/** Sends the same headers with every call. */
export function handOn(headers: TraceContext['headers']): () => CallWatch {
  const watch: CallWatch = { headers, end() {} };
  return () => watch;
}
