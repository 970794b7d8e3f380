/** Reads GraphQL requests from HTTP: JSON by POST, and queries by GET. Nothing else is taken, forms above all. */
import { createGraphQLError, type GraphQLParams, type Plugin } from 'graphql-yoga';
import type { RequestLimits } from './limits.ts';
import { readBody } from './request-body.ts';

/** Yoga has parsers of its own; this comes after them and replaces what they chose. */
export function useRequestReader({ maxBodyBytes }: Pick<RequestLimits, 'maxBodyBytes'>): Plugin {
  return {
    onRequestParse({ request, setRequestParser, endResponse }) {
      if (request.method === 'GET') setRequestParser(readGet);
      else if (isJson(request)) setRequestParser(async (post) => readPost(await readBody(post, maxBodyBytes)));
      else if (request.method === 'POST') endResponse(new Response(null, { status: 415 }));
    },
  };
}

function isJson(request: Request): boolean {
  const [type, ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return type?.trim() === 'application/json' && /^(charset="?utf-?8"?)?$/.test(charset ?? '');
}

function readPost(text: string): GraphQLParams {
  const body = parseJson(text, 'The body of the request');
  // Yoga refuses lists (batches of operations) in its own words.
  if (Array.isArray(body)) return body as unknown as GraphQLParams;
  if (typeof body !== 'object' || body === null) throw badRequest('The body of the request must be a JSON object.');
  return pick((name) => Reflect.get(body, name));
}

async function readGet(request: Request): Promise<GraphQLParams> {
  const parameters = new URL(request.url).searchParams;
  return pick((name) => {
    const text = parameters.get(name) || undefined;
    const isText = name === 'query' || name === 'operationName' || text === undefined;
    return isText ? text : parseJson(text, `The parameter ${name}`);
  });
}

/** Members that GraphQL over HTTP does not know must be ignored. Yoga checks the types of the others. */
function pick(member: (name: string) => unknown): GraphQLParams {
  const query = member('query') ?? undefined;
  if (query === undefined) throw badRequest('The member query is missing: send the GraphQL document in it.');
  const operationName = member('operationName') ?? undefined;
  if (operationName !== undefined && typeof operationName !== 'string') {
    throw badRequest('The member operationName must be a string.');
  }
  return { query, operationName, variables: member('variables'), extensions: member('extensions') } as GraphQLParams;
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${what} must be valid JSON.`);
  }
}

function badRequest(message: string): Error {
  return createGraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
}
