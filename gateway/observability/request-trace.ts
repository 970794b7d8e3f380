/** The trace of one request: a span for the request, a child span for each upstream call, and the trace headers of calls. */
import {
  type Context,
  context,
  isSpanContextValid,
  ProxyTracerProvider,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapGetter,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { CallWatch, StartedCall } from '../../datasources/source/source.ts';
import type { RequestTrace } from '../shared/request-state.ts';
import {
  endedCallAttributes,
  isFault,
  operationAttributes,
  outcomeAttributes,
  startedCallAttributes,
} from './attributes.ts';
import { propagate, readTraceContext } from './trace-context.ts';

/** By convention the operation's type is the span's name, for low cardinality; this is the name until the type is known. */
const UNNAMED = 'GraphQL Operation';

/**
 * Without a tracer (no SDK is started) there are no spans, and the client's trace context is propagated unchanged; without
 * either there is no trace.
 */
export function startRequestTrace(headers: Headers): RequestTrace | undefined {
  if (isUntraced()) return traceByClient(headers);
  const tracer = trace.getTracer('astra-graphql');
  const parent = parentOf(headers);
  const span = tracer.startSpan(UNNAMED, { kind: SpanKind.SERVER }, parent);
  return isSpanContextValid(span.spanContext()) ? traceBySpan(tracer, span, parent) : traceByClient(headers);
}

/** What the API has until an SDK is started. */
const NO_PROVIDER = new ProxyTracerProvider().getDelegate();

/** Whether nobody makes spans, reads them from headers or has one that is active. */
export function isUntraced(): boolean {
  const provider = trace.getTracerProvider();
  const hasProvider = !(provider instanceof ProxyTracerProvider) || provider.getDelegate() !== NO_PROVIDER;
  return !hasProvider && propagation.fields().length === 0 && trace.getActiveSpan() === undefined;
}

const HEADER_GETTER: TextMapGetter<Headers> = {
  keys: (headers) => [...headers.keys()],
  get: (headers, name) => headers.get(name) ?? undefined,
};

/** An active span, such as that of an instrumented HTTP server, has already extracted the headers. */
function parentOf(headers: Headers): Context {
  const active = context.active();
  return trace.getSpan(active) ? active : propagation.extract(active, headers, HEADER_GETTER);
}

function traceBySpan(tracer: Tracer, span: Span, parent: Context): RequestTrace {
  const within = trace.setSpan(parent, span);
  return {
    traceId: span.spanContext().traceId,
    watchCall: span.isRecording() ? (call) => startCallSpan(tracer, call, within) : propagate(toHeaders(within)),
    run: (task) => context.with(within, task),
    nameOperation(operation) {
      if (span.isRecording()) span.updateName(operation.type).setAttributes(operationAttributes(operation));
    },
    end(outcome) {
      if (span.isRecording()) {
        span.setAttributes(outcomeAttributes(outcome));
        if (outcome.errorCodes.some(isFault)) span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    },
  };
}

function startCallSpan(tracer: Tracer, call: StartedCall, parent: Context): CallWatch {
  const options = { kind: SpanKind.CLIENT, attributes: startedCallAttributes(call) };
  const span = tracer.startSpan(`${call.command ?? call.method} ${call.route}`, options, parent);
  return {
    headers: toHeaders(trace.setSpan(parent, span)),
    end(ended) {
      const attributes = endedCallAttributes(ended);
      span.setAttributes(attributes);
      if (attributes['error.type'] !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** The trace ids alone: the client's baggage is not sent upstream. */
function toHeaders(within: Context): Record<string, string> {
  const headers: Record<string, string> = {};
  const span = trace.getSpan(within);
  if (span) propagation.inject(trace.setSpan(ROOT_CONTEXT, span), headers);
  return headers;
}

function traceByClient(headers: Headers): RequestTrace | undefined {
  const received = readTraceContext(headers);
  if (!received) return undefined;
  return {
    traceId: received.traceId,
    watchCall: propagate(received.headers),
    run: (task) => task(),
    nameOperation() {},
    end() {},
  };
}
