/** Every operation of the reference: the field that answers it, what comes back, and the upstream request that it became. */
import { afterEach, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../support/gateway.ts';
import { prepare, TITLED_OPERATIONS } from '../support/operations/operations.ts';

let running: RunningGateway | undefined;

async function start(): Promise<RunningGateway> {
  running = await startGateway({ upstream: { schemaLifetimeMs: 0 } });
  return running;
}

afterEach(() => running?.close());

test.each(TITLED_OPERATIONS)('%s', async (_, operation) => {
  const gateway = await start();
  const query = operation.query(await prepare(gateway, operation));
  gateway.clearUpstreamRequests();
  const { data, errors } = await gateway.query(query);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject(operation.data as object);
  const calls = gateway.upstreamRequests().map(({ method, target }) => `${method} ${target}`);
  if (operation.call) expect(calls).toContainEqual(expect.stringMatching(operation.call));
});

test('devops: create a token for a service account', async () => {
  const unknown =
    'mutation { authenticateServiceAccount(input: { clientId: "a", clientName: "b", clientSecret: "c" }) { token } }';
  const gateway = await start();
  const { errors } = await gateway.query(unknown, {}, {});
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(gateway.upstreamRequests()).toMatchObject([
    { api: 'devops', method: 'POST', target: '/v2/authenticateServiceAccount' },
  ]);
});
