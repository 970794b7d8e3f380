/**
 * Every operation of the reference and the field that answers it, in an order in which each finds what it needs: the query, what
 * comes back, and the upstream request that it became.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../support/gateway.ts';
import { told } from '../support/operation.ts';
import { operations } from '../support/operations.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({ upstream: { schemaLifetimeMs: 0 } });
});

afterAll(() => gateway.close());

beforeEach(() => gateway.clearUpstreamRequests());

test.each(operations.map((operation) => [`${operation.api}: ${operation.name}`, operation] as const))(
  '%s',
  async (_, operation) => {
    const { data, errors } = await gateway.query(operation.query());
    expect(errors).toBeUndefined();
    expect(data).toMatchObject(operation.data as object);
    if (operation.call)
      expect(gateway.upstreamRequests().map(({ method, target }) => `${method} ${target}`)).toContainEqual(
        expect.stringMatching(operation.call),
      );
    Object.assign(told, operation.keep?.(data));
  },
);

test('devops: create a token for a service account', async () => {
  const unknown =
    'mutation { authenticateServiceAccount(input: { clientId: "a", clientName: "b", clientSecret: "c" }) { token } }';
  const { errors } = await gateway.query(unknown, {}, {});
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(gateway.upstreamRequests()).toMatchObject([
    { api: 'devops', method: 'POST', target: '/v2/authenticateServiceAccount' },
  ]);
});
