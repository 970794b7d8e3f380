import { GraphQLError, Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  ForbiddenError,
  InputError,
  RateLimitedError,
  UpstreamUnavailableError,
} from '../../../datasources/source/errors.ts';
import { maskError } from '../../../gateway/execution/errors.ts';

const CALL = { api: 'rest', method: 'GET', route: '/v2/keyspaces/{keyspace}/{table}', retryable: true } as const;
const field = parse('{ a }').definitions[0];

function located(originalError: Error): GraphQLError {
  return new GraphQLError(originalError.message, { path: ['a'], originalError, ...(field && { nodes: field }) });
}

describe('failures of the sources', () => {
  test('keep message and path, and get their code', () => {
    const error = maskError(located(new InputError('Say it otherwise.')));
    expect(error.toJSON()).toEqual({
      message: 'Say it otherwise.',
      path: ['a'],
      locations: [{ line: 1, column: 1 }],
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test('name the call, without how long it took', () => {
    const call = { ...CALL, status: 403, durationMs: 5 };
    const { extensions } = maskError(located(new ForbiddenError('No.', { call, cause: new Error('https://host/') })));
    expect(extensions).toEqual({ code: 'FORBIDDEN', upstream: { ...CALL, status: 403 } });
  });

  test('have no status where there was no answer', () => {
    const { extensions } = maskError(new UpstreamUnavailableError('Gone.', { call: CALL }));
    expect(extensions).toEqual({ code: 'UPSTREAM_UNAVAILABLE', upstream: CALL });
  });

  test('say how long to wait, where upstream did', () => {
    expect(maskError(new RateLimitedError('Slow down.', { retryAfterMs: 1500 })).extensions).toEqual({
      code: 'RATE_LIMITED',
      retryAfterMs: 1500,
    });
  });
});

describe('anything else', () => {
  test.each([
    new Error('password=hunter2'),
    new TypeError('secret'),
    'a text',
    undefined,
    { extensions: { code: 'X' } },
    Object.assign(new Error('secret'), { extensions: { code: 'X' } }),
  ])('is masked: %o', (thrown) => {
    for (const error of [thrown, thrown instanceof Error ? located(thrown) : thrown]) {
      const masked = maskError(error);
      expect(masked.message).toBe('Unexpected error.');
      expect(masked.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
      expect(JSON.stringify(masked)).not.toMatch(/hunter2|secret/);
    }
  });

  test('of GraphQL’s own with a code stays as it is', () => {
    const error = new GraphQLError('Mine.', { extensions: { code: 'BAD_REQUEST' } });
    expect(maskError(error)).toBe(error);
  });

  test('of GraphQL’s own about a variable or an argument is BAD_USER_INPUT', () => {
    const argument = located(new GraphQLError('Argument.', { nodes: { kind: Kind.VARIABLE } as never }));
    expect(maskError(new GraphQLError('Variable.')).toJSON()).toMatchObject({
      message: 'Variable.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(maskError(argument).extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test('of GraphQL’s own about what a resolver answered is a fault of ours', () => {
    expect(maskError(located(new GraphQLError('Enum cannot represent value.'))).message).toBe('Unexpected error.');
  });
});
