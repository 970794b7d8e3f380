/**
 * Every failure that a client may see, with its public code. Nothing here knows GraphQL.
 * Messages are written for the client: they name the offending value and the cure, never a host, a token or a password.
 */
import { shortenMessage } from '../json/shorten.ts';

/** The upstream APIs, by the names that receipts, logs and errors use. */
export type Api = 'auth' | 'data' | 'devops' | 'document' | 'rest';

/** Which upstream call failed. `route` is a template such as `/v2/keyspaces/{keyspace}/{table}`: never a key or a host. */
export interface FailedCall {
  readonly api: Api;
  readonly method: string;
  readonly route: string;
  /** Of an API whose requests are commands: its name, such as `find`. */
  readonly command?: string;
  /** HTTP status; absent when there was no answer. */
  readonly status?: number;
  /** The same call may succeed if it is sent again later. */
  readonly retryable: boolean;
  readonly durationMs?: number;
}

export interface SourceErrorOptions {
  readonly call?: FailedCall | undefined;
  readonly cause?: unknown;
  readonly retryAfterMs?: number | undefined;
}

/** The public list: `extensions.code` of an error, and `WriteError.code`. */
export type SourceErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'BAD_USER_INPUT'
  | 'INVALID_CURSOR'
  | 'RATE_LIMITED'
  | 'NOT_SUPPORTED'
  | 'DATABASE_UNAVAILABLE'
  | 'UPSTREAM_TIMEOUT'
  | 'UPSTREAM_UNAVAILABLE'
  | 'UPSTREAM_ERROR'
  | 'UPSTREAM_BUDGET_EXCEEDED';

/** The root of the family; only its subclasses are thrown. */
export abstract class SourceError extends Error {
  abstract readonly code: SourceErrorCode;
  readonly call: FailedCall | undefined;
  /** How long to wait before the next attempt, where that is known. */
  readonly retryAfterMs: number | undefined;
  constructor(message: string, { call, cause, retryAfterMs }: SourceErrorOptions = {}) {
    super(shortenMessage(message), { cause });
    this.call = call;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What the client sent cannot be carried out as it is: a name, key, value, filter or option. Also an upstream 400. */
export class InputError extends SourceError {
  override readonly name = 'InputError';
  readonly code = 'BAD_USER_INPUT';
}

/** No token, or one that upstream does not accept (any more). */
export class UnauthenticatedError extends SourceError {
  override readonly name = 'UnauthenticatedError';
  readonly code = 'UNAUTHENTICATED';
}

/** The token is known, but may not do this. */
export class ForbiddenError extends SourceError {
  override readonly name = 'ForbiddenError';
  readonly code = 'FORBIDDEN';
}

/** The target of a mutation does not exist. Reads by key answer `null` instead. */
export class NotFoundError extends SourceError {
  override readonly name = 'NotFoundError';
  readonly code = 'NOT_FOUND';
}

/** It exists already, or its present state does not allow the change. */
export class ConflictError extends SourceError {
  override readonly name = 'ConflictError';
  readonly code = 'CONFLICT';
}

/** A cursor that this graph did not create, that was altered, or that belongs to a list with other arguments. */
export class InvalidCursorError extends SourceError {
  override readonly name = 'InvalidCursorError';
  readonly code = 'INVALID_CURSOR';
}

/** Upstream asked to slow down. */
export class RateLimitedError extends SourceError {
  override readonly name = 'RateLimitedError';
  readonly code = 'RATE_LIMITED';
}

/** This back end cannot do it at all; see `Database.capabilities`. */
export class NotSupportedError extends SourceError {
  override readonly name = 'NotSupportedError';
  readonly code = 'NOT_SUPPORTED';
}

/** The database is parked, hibernated, resuming, terminated or otherwise not serving. */
export class DatabaseUnavailableError extends SourceError {
  override readonly name = 'DatabaseUnavailableError';
  readonly code = 'DATABASE_UNAVAILABLE';
}

/** No answer within the call's timeout. A write may have happened nevertheless. */
export class UpstreamTimeoutError extends SourceError {
  override readonly name = 'UpstreamTimeoutError';
  readonly code = 'UPSTREAM_TIMEOUT';
}

/** The operation has used up the time for all its calls. Calls that were not sent have not happened. */
export class OperationTimeoutError extends SourceError {
  override readonly name = 'OperationTimeoutError';
  readonly code = 'UPSTREAM_TIMEOUT';
}

/** Upstream could not be reached or closed the connection, or its circuit breaker is open. */
export class UpstreamUnavailableError extends SourceError {
  override readonly name = 'UpstreamUnavailableError';
  readonly code = 'UPSTREAM_UNAVAILABLE';
}

/** The queue of calls to this host is full; this call was not sent. */
export class OverloadedError extends SourceError {
  override readonly name = 'OverloadedError';
  readonly code = 'UPSTREAM_UNAVAILABLE';
}

/** Upstream failed or answered something that is not in its contract. */
export class UpstreamError extends SourceError {
  override readonly name = 'UpstreamError';
  readonly code = 'UPSTREAM_ERROR';
}

/** The operation needed more upstream calls than an operation may make. */
export class BudgetExceededError extends SourceError {
  override readonly name = 'BudgetExceededError';
  readonly code = 'UPSTREAM_BUDGET_EXCEEDED';
}
