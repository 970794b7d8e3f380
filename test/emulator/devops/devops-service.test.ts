/** The DevOps API: authentication, errors and the organization. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DevopsHarness, errorsOf, MISSING, openDevops, READ_ONLY_ROLE, UUID } from './devops-harness.ts';

let harness: DevopsHarness;
let id: string;
beforeAll(async () => {
  harness = await openDevops();
});
beforeEach(async () => {
  id = await harness.create();
});
afterAll(() => harness.emulator.close());

describe('tokens of the caller', () => {
  test.each([
    ['no header', {}, 340012],
    ['another scheme', { authorization: 'Basic AstraCS:a:b' }, 340012],
    ['a token of the auth service', { authorization: `Bearer ${MISSING}` }, 340012],
    ['the header of the data plane', { 'x-cassandra-token': 'AstraCS:a:b' }, 340012],
    ['an unknown application', { authorization: 'Bearer AstraCS:a:b' }, 340018],
  ])('%s: 401', async (_, headers, code) => {
    const answer = await harness.ask('GET', '/v2/databases', { headers });
    expect([answer.status, errorsOf(answer)[0]?.ID]).toEqual([401, code]);
  });

  test('that lack a permission: 401 on database operations, 403 on those for tokens', async () => {
    const made = await harness.devops('POST', '/v2/tokens', { roles: [READ_ONLY_ROLE] });
    const headers = { authorization: `Bearer ${(made.body as { token: string }).token}` };
    const statusOf = async (method: string, path: string) => (await harness.ask(method, path, { headers })).status;
    expect(await statusOf('GET', '/v2/databases')).toBe(200);
    expect(await statusOf('POST', '/v2/databases')).toBe(401);
    expect(await statusOf('POST', `/v2/databases/${id}/keyspaces/a`)).toBe(401);
    expect(await statusOf('POST', `/v2/databases/${id}/terminate`)).toBe(401);
    expect(await statusOf('GET', '/v2/clientIdSecrets')).toBe(403);
  });
});

describe('errors', () => {
  test('are an array of objects with ID and message', async () => {
    const answer = await harness.devops('GET', `/v2/databases/${MISSING}`);
    expect(answer.status).toBe(404);
    expect(errorsOf(answer)).toEqual([{ ID: expect.any(Number), message: expect.any(String) }]);
  });

  test.each([
    'terminate',
    'park',
    'unpark',
    'resize',
    'resetPassword',
    'secureBundleURL',
    'keyspaces/a',
    'datacenters',
  ])('POST …/%s of a missing database: 404', async (operation) => {
    expect((await harness.devops('POST', `/v2/databases/${MISSING}/${operation}`, {})).status).toBe(404);
  });

  test.each(['0', 'x', 'not-a-uuid', `${MISSING}x`, MISSING.slice(1), '%20'])(
    'an invalid UUID names no database: 404 on every path (%s)',
    async (wrong) => {
      const calls: [string, string][] = [
        ['GET', ''],
        ['GET', '/datacenters'],
        ['GET', '/access-list'],
        ['DELETE', '/keyspaces/a'],
        ...['terminate', 'park', 'resize', 'resetPassword', 'secureBundleURL', 'keyspaces/a', 'datacenters'].map(
          (operation): [string, string] => ['POST', `/${operation}`],
        ),
      ];
      for (const [method, below] of calls) {
        const answer = await harness.devops(method, `/v2/databases/${wrong}${below}`);
        expect([below, answer.status, answer.body]).toEqual([below, 404, { errors: expect.anything() }]);
      }
    },
  );

  test('unknown paths are 404, unknown methods 405', async () => {
    expect((await harness.devops('GET', '/v2/nothing')).status).toBe(404);
    const answer = await harness.devops('DELETE', '/v2/databases');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});

test('the organization is the one of the databases', async () => {
  const organization = (await harness.devops('GET', '/v2/currentOrg')).body as { id: string };
  expect(organization).toEqual({ id: expect.stringMatching(UUID), name: expect.any(String) });
  expect((await harness.read(id)).orgId).toBe(organization.id);
});
