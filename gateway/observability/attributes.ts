/**
 * Attributes of spans and metrics: names of OpenTelemetry's semantic conventions, and own names that begin with `astra.`.
 * Routes are templates; hosts, keys, variables, documents and headers have no attribute.
 */
import type { Attributes } from '@opentelemetry/api';
import type { StartedCall, UpstreamCall } from '../../datasources/source/source.ts';
import type { OperationName, RequestOutcome } from '../shared/request-state.ts';

/** Attributes that samplers can use, because they are known before the call is sent. */
export function startedCallAttributes(call: StartedCall): Attributes {
  const { keys } = call;
  return {
    ...requestAttributes(call),
    ...(keys !== undefined && { 'astra.batch.size': keys }),
  };
}

/** What kind of request it is, for metrics too. */
export function requestAttributes({ api, method, route, command }: StartedCall): Attributes {
  return {
    'http.request.method': method,
    'url.template': route,
    'astra.api': api,
    ...(command !== undefined && { 'db.operation.name': command }),
  };
}

export function endedCallAttributes(call: UpstreamCall): Attributes {
  return { ...answerAttributes(call), 'http.response.body.size': call.responseBytes };
}

/** Status and kind of failure, for metrics too. */
export function answerAttributes(call: Answered): Attributes {
  const errorType = errorTypeOf(call);
  return {
    ...(call.status !== undefined && { 'http.response.status_code': call.status }),
    ...(call.errorCode !== undefined && { 'db.response.status_code': call.errorCode }),
    ...(errorType !== undefined && { 'error.type': errorType }),
  };
}

type Answered = Pick<UpstreamCall, 'status' | 'failure' | 'errorCode'>;

/** The reason for a missing answer, or the code or status of a failed one. A 404 is no failure: it means that the object does not exist. */
function errorTypeOf({ status, failure, errorCode }: Answered): string | undefined {
  if (failure !== undefined || errorCode !== undefined) return failure ?? errorCode;
  return status !== undefined && status >= 400 && status !== 404 ? String(status) : undefined;
}

export function operationAttributes({ type, name }: OperationName): Attributes {
  return { 'graphql.operation.type': type, ...(name !== undefined && { 'graphql.operation.name': name }) };
}

/** `error.type` is the code of the first fault, or else of the first error. */
export function outcomeAttributes({ status, errorCodes }: RequestOutcome): Attributes {
  const errorType = errorCodes.find(isFault) ?? errorCodes[0];
  return { 'http.response.status_code': status, ...(errorType !== undefined && { 'error.type': errorType }) };
}

/** Whether a code means a fault of the gateway or of upstream; other codes are errors of the client. */
export function isFault(code: string): boolean {
  return ['INTERNAL_SERVER_ERROR', 'DATABASE_UNAVAILABLE'].includes(code) || /^UPSTREAM_(?!BUDGET)/.test(code);
}
