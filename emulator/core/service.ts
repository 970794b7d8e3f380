/** What one emulated service (REST, Document, auth) is, and the little that they share about HTTP. */

import { type Json, printJson } from '../shared/json.ts';
import { toJson } from '../shared/to-json.ts';
import type { Catalog } from './catalog.ts';
import type { Store } from './store.ts';

/** One database: its own catalog and its own part of the store. */
export interface Database {
  readonly id: string;
  readonly region: string;
  /** What the keys of this database in the store begin with. */
  readonly storagePrefix: string;
  readonly store: Store;
  readonly catalog: Catalog;
}

/** One call to a database's data plane. */
export interface Call {
  readonly method: string;
  /** As it stood in the request line behind the base path, still percent-encoded; begins with `/v1` or `/v2`. */
  readonly path: string;
  readonly query: Query;
  readonly headers: HeaderFields;
  /** What the client called this service: scheme, host and base path, without a slash at the end. */
  readonly baseUrl: string;
  readonly database: Database;
  /** The whole body as text; empty when there was none. */
  body(): Promise<string>;
  /** Throws 401 when the token is unknown or expired. A service calls it when it first needs the back end. */
  authorize(): void;
}

export type Service = (call: Call) => Promise<Reply>;

/** What is read of the headers of a request; `Headers` is one. */
export interface HeaderFields extends Iterable<readonly [name: string, value: string]> {
  get(name: string): string | null;
}

/** What a `Response` says, as plain data: making and reading one of those costs more than many an answer. */
export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** A body that is no text, in place of `body`. */
  readonly bytes?: Uint8Array<ArrayBuffer> | undefined;
  /** The connection is to end when so much of the body has been sent. */
  readonly cutAfterBytes?: number;
}

/** Query parameters as the real services read them: names have no case, of a repeated one the first counts, `+` is a space. */
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

  /** Only `true`, in any case, is true. Absent or empty: the default. */
  flag(name: string, byDefault = false): boolean {
    const value = this.text(name);
    return value === undefined ? byDefault : value.toLowerCase() === 'true';
  }
}

/** gRPC statuses of the bridge, and the HTTP status and text that the services make of each (contracts: REST 2.2, Document 15.3). */
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

/** An answer that ends the call. Services throw it; `answer` in the emulator turns it into a reply. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly status: number;
  readonly grpcStatus: GrpcStatus | null;

  constructor(status: number, description: string | null, grpcStatus: GrpcStatus | null = null) {
    super(description ?? '');
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

/** A failure that the database behind the bridge reports. */
export function backendError(grpcStatus: GrpcStatus, detail: string): ServiceError {
  const [status, prefix] = GRPC[grpcStatus];
  return new ServiceError(
    status,
    `${prefix} (Status.Code.${grpcStatus}->${status}): ${grpcStatus}: ${detail}`,
    grpcStatus,
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
