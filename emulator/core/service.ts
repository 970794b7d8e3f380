/** The interface of an emulated service (REST, Document, auth), and the HTTP types that services share. */

import { type Json, printJson } from '../shared/json.ts';
import { toJson } from '../shared/to-json.ts';
import type { Catalog } from './catalog.ts';
import type { Store } from './store.ts';

/** One database: its catalog and its part of the store. */
export interface Database {
  readonly id: string;
  readonly region: string;
  /** The prefix of this database's keys in the store. */
  readonly storagePrefix: string;
  readonly store: Store;
  readonly catalog: Catalog;
}

/** One call to a database's data plane. */
export interface Call {
  readonly method: string;
  /** From the request line, after the base path, still percent-encoded; begins with `/v1` or `/v2`. */
  readonly path: string;
  readonly query: Query;
  readonly headers: HeaderFields;
  /** The URL of this service as the client knows it: scheme, host and base path, without a trailing slash. */
  readonly baseUrl: string;
  readonly database: Database;
  /** The whole body as text; empty without a body. */
  body(): Promise<string>;
  /** Throws 401 when the token is unknown or expired. A service calls it before it first uses the database. */
  authorize(): void;
}

export type Service = (call: Call) => Promise<Reply>;

/** The part of `Headers` that services use. */
export interface HeaderFields extends Iterable<readonly [name: string, value: string]> {
  get(name: string): string | null;
}

/** A response as plain data: creating and reading a `Response` costs more than most answers. */
export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** A binary body, instead of `body`. */
  readonly bytes?: Uint8Array<ArrayBuffer> | undefined;
  /** The server closes the connection after this part of the body. */
  readonly cutAfterBytes?: number;
}

/** Query parameters as the real services read them: names are case-insensitive, the first of repeated parameters counts, `+` is a space. */
export class Query {
  readonly #values = new Map<string, string>();

  constructor(parameters: URLSearchParams) {
    for (const [name, value] of parameters) {
      const key = name.toLowerCase();
      if (!this.#values.has(key)) this.#values.set(key, value);
    }
  }

  /** The text of a parameter; absent and empty are both `undefined`. */
  text(name: string): string | undefined {
    return this.#values.get(name.toLowerCase()) || undefined;
  }

  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }

  /** `true` in any letter case is true, other texts are false; absent or empty is the default. */
  flag(name: string, byDefault = false): boolean {
    const value = this.text(name);
    return value === undefined ? byDefault : value.toLowerCase() === 'true';
  }
}

/** gRPC statuses of Stargate's bridge, each with the HTTP status and text of the services (contracts: REST 2.2, Document 15.3). */
const GRPC = {
  INVALID_ARGUMENT: [400, 'Invalid argument for gRPC operation'],
  FAILED_PRECONDITION: [400, 'Invalid state or argument(s) for gRPC operation'],
  ALREADY_EXISTS: [409, 'Resource already exists'],
  NOT_FOUND: [404, 'Unknown gRPC operation'],
  PERMISSION_DENIED: [401, 'Unauthorized gRPC operation'],
  UNAUTHENTICATED: [401, 'Unauthenticated gRPC operation'],
  UNAVAILABLE: [502, 'gRPC service unavailable'],
  DEADLINE_EXCEEDED: [504, 'gRPC service timeout'],
  RESOURCE_EXHAUSTED: [500, 'Unhandled gRPC failure'],
  ABORTED: [500, 'Unhandled gRPC failure'],
  INTERNAL: [500, 'Unhandled gRPC failure'],
  UNKNOWN: [500, 'Unhandled gRPC failure'],
} as const satisfies Record<string, readonly [number, string]>;

export type GrpcStatus = keyof typeof GRPC;

/** An error answer of a service. Services throw it; the data plane turns it into a reply. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly status: number;
  readonly grpcStatus: GrpcStatus | null;

  /** What the database itself said, where it was the database: the description without the words of the bridge. */
  readonly detail: string;

  constructor(
    status: number,
    description: string | null,
    grpcStatus: GrpcStatus | null = null,
    detail = description ?? '',
  ) {
    super(description ?? '');
    this.detail = detail;
    this.status = status;
    this.grpcStatus = grpcStatus;
    this.description = description;
  }

  readonly description: string | null;

  toReply(): Reply {
    return json(this.status, {
      description: this.description,
      code: this.status,
      grpcStatus: this.grpcStatus,
      internalTxId: null,
    });
  }
}

/** An error that the database reports through the bridge. */
export function backendError(grpcStatus: GrpcStatus, detail: string): ServiceError {
  const [status, prefix] = GRPC[grpcStatus];
  return new ServiceError(
    status,
    `${prefix} (Status.Code.${grpcStatus}->${status}): ${grpcStatus}: ${detail}`,
    grpcStatus,
    detail,
  );
}

/** A JSON answer; `body` is plain data or `Json`. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return jsonText(status, printJson(toJson(body) as Json), headers);
}

export function jsonText(status: number, text: string, headers: Record<string, string> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: text };
}

export function empty(status: number, headers: Record<string, string> = {}): Reply {
  return { status, headers, body: null };
}
