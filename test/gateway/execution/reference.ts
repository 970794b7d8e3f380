/** Answers operations by plain graphql: the same schema, the same upstream and the same masking of errors, but no gateway. */
import { type DocumentNode, execute, GraphQLError, parse, validate } from 'graphql';
import type { AstraConfig } from '../../../datasources/back-ends/astra.ts';
import { createUpstream } from '../../../datasources/back-ends/upstream.ts';
import { createLoadCount } from '../../../datasources/loaders/load-count.ts';
import { createLoaders } from '../../../datasources/loaders/loaders.ts';
import type { Upstream } from '../../../datasources/source/source.ts';
import { toAstra } from '../../../gateway/cli/connect.ts';
import { readServeConfig } from '../../../gateway/config/serve-config.ts';
import { maskError } from '../../../gateway/execution/errors.ts';
import type { Context } from '../../../resolvers/shared/context.ts';
import { createSchema } from '../../../schema/schema.ts';
import type { RunningGateway } from '../../support/gateway.ts';

export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** What a client is given: HTTP status, and the text of the body with `REQUEST_ID` in the place of the request's id. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface Reference {
  answer(operation: Operation): Promise<Answer>;
  close(): Promise<void>;
}

/** Nothing is given up because of how busy the machine is, and nothing is tried again. */
export const CALM: Partial<AstraConfig> = {
  schemaLifetimeMs: 600_000,
  resilience: { maxRetries: 0, breakerMinCalls: 1_000_000, maxCallsWaiting: 1_000_000 },
};

/** An operation may ask for as much as it likes: what is refused before it is executed has tests of its own. */
export const GENEROUS = {
  maxBodyBytes: 100_000_000,
  maxDocumentBytes: 100_000_000,
  maxNesting: 1000,
  maxDepth: 1000,
  maxRootFields: 1_000_000,
  maxTokens: 1_000_000,
  maxAliases: 10_000,
  maxDirectives: 10_000,
  maxFields: 1_000_000,
  maxCost: Number.POSITIVE_INFINITY,
  maxCalls: 1_000_000,
};

const REQUEST_ID = 'the id of the request';
const schema = createSchema();

/** An upstream of its own, and contexts of operations over it. */
export interface Contexts {
  readonly upstream: Upstream;
  open(): Context;
}

/** @param gateway - whose emulator is asked; the gateway itself is not */
export function openContexts({ emulator, emulatorUrl }: RunningGateway): Contexts {
  const { upstream: patience, limits } = readServeConfig({}, {});
  const { applicationToken: token, defaultDatabaseId: databaseId, defaultDatabaseRegion: region } = emulator;
  const upstream = createUpstream({ ...toAstra({ url: emulatorUrl, databaseId, region }, patience), ...CALM });

  return {
    upstream,
    open() {
      const tokens = { devops: token, data: token };
      const source = upstream.open({ tokens, requestId: 'reference', maxCalls: GENEROUS.maxCalls, onCall: () => {} });
      return { source, loaders: createLoaders(source, createLoadCount()), limits, endpoint: '/graphql' };
    },
  };
}

/** @param gateway - as of `openContexts` */
export function createReference(gateway: RunningGateway): Reference {
  const { upstream, open } = openContexts(gateway);
  return {
    async answer({ query, variables: variableValues, operationName }) {
      const document = parseOrFail(query);
      if (document instanceof GraphQLError) return refuse([withCode(document, 'GRAPHQL_PARSE_FAILED')]);
      const invalid = validate(schema, document);
      if (invalid.length > 0) return refuse(invalid.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')));
      const contextValue = open();
      const { data, errors = [] } = await execute({ schema, document, contextValue, variableValues, operationName });
      const masked = errors.map((error) => withRequestId(maskError(error)));
      if (data === undefined) return refuse(masked);
      return { status: 200, text: JSON.stringify({ ...(masked.length > 0 && { errors: masked }), data }) };
    },
    close: () => upstream.close(),
  };
}

/** What the gateway answers over HTTP, with the media type that tells every refusal by its status. */
export async function askGateway(gateway: RunningGateway, operation: Operation): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    'x-request-id': 'asked',
    authorization: `Bearer ${gateway.emulator.applicationToken}`,
  };
  const response = await fetch(gateway.url, { method: 'POST', headers, body: JSON.stringify(operation) });
  const text = await response.text();
  return { status: response.status, text: text.replaceAll('"requestId":"asked"', `"requestId":"${REQUEST_ID}"`) };
}

/** Errors of fields that are answered side by side come in the order in which upstream answers; all else has one order. */
export function inOneOrder({ status, text }: Answer) {
  const { errors = [], ...rest } = JSON.parse(text);
  return {
    status,
    errors: errors.map((error: object) => JSON.stringify(error)).toSorted(),
    rest: JSON.stringify(rest, null, 1),
  };
}

function parseOrFail(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function refuse(errors: readonly GraphQLError[]): Answer {
  return { status: 400, text: JSON.stringify({ errors }) };
}

function withCode({ message, nodes = [], source, positions }: GraphQLError, code: string): GraphQLError {
  return withRequestId(new GraphQLError(message, { nodes, source, positions, extensions: { code } }));
}

function withRequestId({ message, nodes, source, positions, path, extensions }: GraphQLError): GraphQLError {
  const known = { ...extensions, requestId: REQUEST_ID };
  return new GraphQLError(message, { nodes: nodes ?? null, source, positions, path, extensions: known });
}
