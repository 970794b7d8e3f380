/** Parses GraphQL requests: JSON by POST, and queries by GET. Other types, such as forms, are refused. */
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { mayHoldInexact } from '../../datasources/json/json.ts';
import { parseWithCare } from '../../datasources/json/json-parser.ts';
import { memoizeTexts } from '../../datasources/shared/memoize-texts.ts';
import { LIMIT_SETTINGS, type RequestLimits } from '../config/limit-settings.ts';
import { isValueDeeper } from '../limits/nesting.ts';
import { createRefusal } from '../shared/refusal.ts';
import { readBody } from './request-body.ts';

/** A request with `query`, `documentId` or both. */
export interface DocumentParams extends GraphQLParams {
  /** The member `documentId`, or the hash in Apollo's `extensions.persistedQuery`. */
  readonly documentId?: string | undefined;
}

export interface ParserOptions extends Pick<RequestLimits, 'maxBodyBytes' | 'maxNesting'> {
  /** HTTP status for JSON that is no GraphQL request. */
  readonly illFormedStatus: number;
}

/** Replaces Yoga's own parsers. */
export function useRequestParser(options: ParserOptions): Plugin {
  return {
    onRequestParse({ request, setRequestParser }) {
      if (request.method === 'GET') setRequestParser((get) => pick(readGet(get), options));
      else if (isJson(request.headers.get('content-type') ?? ''))
        setRequestParser(async (post) => pick(await readPost(post, options), options));
      else throw refuseType(request.headers.get('content-type'));
    },
  };
}

function refuseType(type: string | null): Error {
  const given = type === null ? 'it has no type' : `its type is ${JSON.stringify(type.slice(0, 100))}`;
  const isUpload = type?.toLowerCase().startsWith('multipart/form-data');
  const cure = isUpload ? ' Uploads are not supported: send bytes as base64, in a variable.' : '';
  const message = `Send the request as JSON in UTF-8, with "Content-Type: application/json"; ${given}.${cure}`;
  return createRefusal(message, { code: 'BAD_REQUEST', status: 415, headers: { accept: 'application/json' } });
}

const isJson = memoizeTexts((contentType) => {
  const [type, ...parameters] = contentType.toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return type?.trim() === 'application/json' && /^(charset="?utf-?8"?)?$/.test(charset ?? '');
});

async function readPost(request: Request, { maxBodyBytes, illFormedStatus }: ParserOptions): Promise<object> {
  const body = parseJson(await readBody(request, maxBodyBytes), 'The body of the request');
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  const hint = Array.isArray(body)
    ? ': send each operation in a request of its own, or several fields in one operation'
    : '';
  throw badRequest(`The body of the request must be a JSON object${hint}.`, illFormedStatus);
}

function readGet(request: Request): object {
  const parameters = [...new URL(request.url).searchParams].filter(([, text]) => text !== '');
  // The first of repeated parameters counts.
  const members = parameters.reverse().map(([name, text]) => {
    const isJsonText = name === 'variables' || name === 'extensions';
    return [name, isJsonText ? parseJson(text, `The parameter ${name}`) : text];
  });
  return Object.fromEntries(members);
}

/** Unknown members must be ignored, by GraphQL over HTTP. */
function pick(request: object, { maxNesting, illFormedStatus }: ParserOptions): DocumentParams {
  function member(name: string, type: 'string' | 'object'): unknown {
    const value: unknown = (Object.hasOwn(request, name) ? Reflect.get(request, name) : undefined) ?? undefined;
    const isRight = value === undefined || (typeof value === type && !Array.isArray(value));
    if (isRight) return value;
    throw badRequest(`The member ${name} must be ${type === 'string' ? 'a string' : 'an object'}.`, illFormedStatus);
  }

  const objects = { variables: member('variables', 'object'), extensions: member('extensions', 'object') };
  if (Object.values(objects).some((value) => isValueDeeper(value, maxNesting))) {
    const message = `There are more than the ${maxNesting} levels of lists and objects that are allowed`;
    throw badRequest(`${message} (${LIMIT_SETTINGS.maxNesting.env}).`, illFormedStatus);
  }
  const query = member('query', 'string');
  const documentId = member('documentId', 'string') ?? readHash(objects.extensions);
  if (query === undefined && documentId === undefined) {
    throw badRequest('The member query is missing: send the GraphQL document in it.', illFormedStatus);
  }
  return { query, documentId, ...objects, operationName: member('operationName', 'string') } as DocumentParams;
}

function readHash(extensions: unknown): string | undefined {
  const { persistedQuery } = Object(extensions) as { readonly persistedQuery?: unknown };
  const { version, sha256Hash } = Object(persistedQuery) as Record<string, unknown>;
  return version === 1 && typeof sha256Hash === 'string' ? sha256Hash : undefined;
}

/** Numbers are a `NumberText` where a double would print them otherwise. */
function parseJson(text: string, what: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return mayHoldInexact(text) ? parseWithCare(text) : value;
  } catch (error) {
    // Deep nesting can exhaust the stack of `parseWithCare` only.
    const fault = error instanceof RangeError ? 'is nested too deeply' : 'must be valid JSON';
    throw badRequest(`${what} ${fault}.`, 400);
  }
}

function badRequest(message: string, status: number): Error {
  return createRefusal(message, { code: 'BAD_REQUEST', status });
}
