/**
 * Every operation of the reference, and what only some back ends have: the field that answers it, what comes back, and the
 * upstream request that it became. Where the database lacks the capability it is NOT_SUPPORTED, with a cure.
 */
import { isEnumType } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import type { Capability } from '../../datasources/source/source.ts';
import { createSchema } from '../../schema/schema.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';
import type { Operation } from '../support/operations/operation.ts';
import { OPERATIONS, prepare, TITLED_OPERATIONS } from '../support/operations/operations.ts';

let running: RunningGateway | undefined;

async function start(api: 'stargate' | 'data' = 'stargate'): Promise<RunningGateway> {
  running = await startGateway({ api, upstream: { schemaLifetimeMs: 0 } });
  return running;
}

afterEach(() => running?.close());

/** What a cure is told by. */
const CURE = /\b(leave out|use|give|make|ask|see|send|create|keep|sign in|is there for|check|name|delete)\b/i;

describe.each(['stargate', 'data'] as const)('over %s', (api) => {
  test.each(TITLED_OPERATIONS)('%s', async (_, operation) => {
    const gateway = await start(api);
    const { data: known } = await gateway.query('{ database { capabilities } }');
    const isSupported = ({ capability, isForPasswords }: Operation) =>
      isForPasswords ? api === 'stargate' : !capability || known.database.capabilities.includes(capability);
    const made = await prepare(gateway, operation, isSupported);
    gateway.clearUpstreamRequests();
    const query = operation.query(made);
    if (!isSupported(operation)) {
      const { errors = [] } = await gateway.query(operation.lacking ?? query);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_SUPPORTED']);
      expect(errors[0]?.message).toMatch(CURE);
      return;
    }
    const { data, errors } = await gateway.query(query);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject(operation.data as object);
    const calls = gateway.upstreamRequests().map(({ method, target }) => `${method} ${target}`);
    if (operation.call && api === 'stargate') expect(calls).toContainEqual(expect.stringMatching(operation.call));
  });
});

test('every capability of a database is needed by an operation, or by none that is one field', () => {
  const needed = new Set(OPERATIONS.map(({ capability }) => capability));
  // Of databases as a whole, or of arguments of an operation.
  const others = ['DEVOPS', 'KEYSPACES', 'ROWS', 'DOCUMENTS', 'REPLICATION'];
  const all = createSchema().getType('Capability');
  const names = isEnumType(all) ? all.getValues().map(({ name }) => name) : [];
  expect(names.filter((name) => !needed.has(name as Capability) && !others.includes(name))).toEqual([]);
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
