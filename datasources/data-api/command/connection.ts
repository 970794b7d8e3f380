/** Sends commands: one POST each, whose body has the command's name as its only member (Data API contract, transport). */
import { exact } from '../../http/body.ts';
import type { HttpClient } from '../../http/client.ts';
import type { HttpAnswer, HttpCall } from '../../http/http-call.ts';
import { contentOf } from '../../http/response-errors.ts';
import { printJson } from '../../json/json.ts';
import type { ExactObject, JsonValue } from '../../json/json-value.ts';
import type { Shape } from '../../json/shape.ts';
import type { OperationScope } from '../../source/source.ts';
import { DATA_API_ERRORS } from './error-reader.ts';
import { failuresOf } from './failure.ts';

/** What a command is about: a database, a keyspace, or a table or collection of it. */
export type CommandTarget =
  | { readonly databaseId: string }
  | { readonly databaseId: string; readonly keyspace: string; readonly table?: never; readonly collection?: never }
  | { readonly databaseId: string; readonly keyspace: string; readonly table: string }
  | { readonly databaseId: string; readonly keyspace: string; readonly collection: string };

/** A command with its members; `undefined` ones are left out. */
export interface Command<T> extends Pick<HttpCall, 'effect' | 'reads' | 'keys' | 'isAnonymous' | 'credentials'> {
  readonly name: string;
  readonly body?: Readonly<Record<string, JsonValue | undefined>>;
  /** Of the whole answer, numbers read exactly. */
  readonly reply: Shape<T>;
}

/** The Data APIs of all databases, for one operation. */
export interface DataApiConnection {
  readonly scope: OperationScope;
  /** The whole answer; see `failureCode` for what it says of a failure. @throws SourceError - see `HttpClient.send` */
  send<T>(target: CommandTarget, command: Command<T>): Promise<HttpAnswer<T>>;
  /** What the answer holds. @throws SourceError - for a failure too */
  run<T>(target: CommandTarget, command: Command<T>): Promise<T>;
}

/** Base URL of the Data API of a database, before `/v1`. May ask the DevOps API, on behalf of the operation. */
export type FindDataApi = (databaseId: string) => Promise<string>;

export function createDataApiConnection(options: {
  readonly http: HttpClient;
  readonly scope: OperationScope;
  readonly findBaseUrl: FindDataApi;
}): DataApiConnection {
  const { http, scope, findBaseUrl } = options;

  async function send<T>(target: CommandTarget, command: Command<T>): Promise<HttpAnswer<T>> {
    const { name, body = {}, reply, ...call } = command;
    const baseUrl = await findBaseUrl(target.databaseId);
    return http.send(
      {
        api: 'data',
        method: 'POST',
        baseUrl,
        command: name,
        body: printJson({ [name]: withoutAbsent(body) }),
        expect: { 200: exact(reply) },
        errors: DATA_API_ERRORS,
        ...call,
        ...routeOf(target),
      },
      scope,
    );
  }

  return { scope, send, run: async (target, command) => contentOf(await send(target, command)) };
}

/** The codes of a failed answer, such as `UNKNOWN_KEYSPACE`; none of a success. */
export function failureCodes({ success, text }: HttpAnswer): readonly string[] {
  return success ? [] : failuresOf(text).map(({ code }) => code);
}

function routeOf(target: CommandTarget): Pick<HttpCall, 'route' | 'parameters'> {
  if (!('keyspace' in target)) return { route: '/v1', parameters: {} };
  const { keyspace, table, collection } = target as { keyspace: string; table?: string; collection?: string };
  if (table !== undefined) return { route: '/v1/{keyspace}/{table}', parameters: { keyspace, table } };
  if (collection !== undefined) return { route: '/v1/{keyspace}/{collection}', parameters: { keyspace, collection } };
  return { route: '/v1/{keyspace}', parameters: { keyspace } };
}

function withoutAbsent(body: Readonly<Record<string, JsonValue | undefined>>): ExactObject {
  const present = Object.entries(body).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined);
  return Object.fromEntries(present);
}
