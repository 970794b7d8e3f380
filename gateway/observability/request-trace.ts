/** The trace of one request: a span for the request, one below it for each upstream call, and the ids that calls carry. */
import {
  type Context,
  context,
  isSpanContextValid,
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
import { handOn, readTraceContext } from './trace-context.ts';

/** By the conventions the operation's type alone is the name, so that there are few; this stands until it is known. */
const UNNAMED = 'GraphQL Operation';

/**
 * Without a tracer (no SDK is started) nothing is measured, and the trace that the client belongs to is handed on as it
 * came; without either there is no trace at all.
 */
export function startRequestTrace(headers: Headers): RequestTrace | undefined {
  const tracer = trace.getTracer('astra-graphql');
  const parent = parentOf(headers);
  const span = tracer.startSpan(UNNAMED, { kind: SpanKind.SERVER }, parent);
  return isSpanContextValid(span.spanContext()) ? traceBySpan(tracer, span, parent) : traceByClient(headers);
}

const HEADER_GETTER: TextMapGetter<Headers> = {
  keys: (headers) => [...headers.keys()],
  get: (headers, name) => headers.get(name) ?? undefined,
};

/** A span that is active already, such as that of an instrumented HTTP server, read the headers itself. */
function parentOf(headers: Headers): Context {
  const active = context.active();
  return trace.getSpan(active) ? active : propagation.extract(active, headers, HEADER_GETTER);
}

function traceBySpan(tracer: Tracer, span: Span, parent: Context): RequestTrace {
  const within = trace.setSpan(parent, span);
  return {
    traceId: span.spanContext().traceId,
    watchCall: span.isRecording() ? (call) => startCallSpan(tracer, call, within) : handOn(toHeaders(within)),
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
  const span = tracer.startSpan(`${call.method} ${call.route}`, options, parent);
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

/** Of the ids alone: baggage that a client sent is no affair of upstream's. */
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
    watchCall: handOn(received.headers),
    run: (task) => task(),
    nameOperation() {},
    end() {},
  };
}
