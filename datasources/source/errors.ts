/**
 * Every failure that a source reports. The gateway maps each class to a public code; nothing here knows GraphQL.
 * Messages are written for the client: they name the offending value and the cure, never a host, a token or a password.
 */
import { shortenMessage } from '../json/shorten.ts';

/** The upstream APIs, by the names that receipts, logs and errors use. */
export type Api = 'auth' | 'devops' | 'rest' | 'document';

/** Which upstream call failed. `route` is a template such as `/v2/keyspaces/{keyspace}/{table}`: never a key or a host. */
export interface FailedCall {
  readonly api: Api;
  readonly method: string;
  readonly route: string;
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

/** The root of the family; only its subclasses are thrown. */
export abstract class SourceError extends Error {
  readonly call: FailedCall | undefined;
  /** When it is worth coming back, where that is known. */
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
}

/** No token, or one that upstream does not know (any more). */
export class UnauthenticatedError extends SourceError {
  override readonly name = 'UnauthenticatedError';
}

/** The token is known, but may not do this. */
export class ForbiddenError extends SourceError {
  override readonly name = 'ForbiddenError';
}

/** The target of a mutation does not exist. Reads by key answer `null` instead. */
export class NotFoundError extends SourceError {
  override readonly name = 'NotFoundError';
}

/** It exists already, or its present state does not allow the change. */
export class ConflictError extends SourceError {
  override readonly name = 'ConflictError';
}

/** Upstream asked to slow down. */
export class RateLimitedError extends SourceError {
  override readonly name = 'RateLimitedError';
}

/** This back end cannot do it at all; see `Database.capabilities`. */
export class NotSupportedError extends SourceError {
  override readonly name = 'NotSupportedError';
}

/** The database is parked, hibernated, resuming, terminated or otherwise not serving. */
export class DatabaseUnavailableError extends SourceError {
  override readonly name = 'DatabaseUnavailableError';
}

/** No answer within the time that the call was given. A write may have happened all the same. */
export class UpstreamTimeoutError extends SourceError {
  override readonly name = 'UpstreamTimeoutError';
}

/** The operation has used up the time for all its calls. What was not sent has not happened. */
export class OperationTimeoutError extends SourceError {
  override readonly name = 'OperationTimeoutError';
}

/** Upstream could not be reached, or hung up, or is left alone for a while because it did so too often. */
export class UpstreamUnavailableError extends SourceError {
  override readonly name = 'UpstreamUnavailableError';
}

/** More calls wait for upstream than may wait; this one was not sent. */
export class OverloadedError extends SourceError {
  override readonly name = 'OverloadedError';
}

/** Upstream failed or answered something that is not in its contract. */
export class UpstreamError extends SourceError {
  override readonly name = 'UpstreamError';
}

/** The operation needed more upstream calls than an operation may make. */
export class BudgetExceededError extends SourceError {
  override readonly name = 'BudgetExceededError';
}
