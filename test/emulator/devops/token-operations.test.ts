/** Creates, lists and deletes application tokens, and authenticates service accounts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DevopsHarness, openDevops, READ_ONLY_ROLE, UUID } from './devops-harness.ts';

let harness: DevopsHarness;
beforeAll(async () => {
  harness = await openDevops();
});
afterAll(() => harness.emulator.close());

describe('applications', () => {
  const roles = [READ_ONLY_ROLE];

  test.each(['/v2/tokens', '/v2/clientIdSecrets'])(
    'are created by POST %s; only this answer has the secret',
    async (path) => {
      const answer = await harness.devops('POST', path, { roles, description: 'a test' });
      expect(answer.status).toBe(200);
      const made = answer.body as Record<string, string>;
      expect(made).toMatchObject({
        orgId: expect.stringMatching(UUID),
        roles,
        description: 'a test',
        tokenExpiry: null,
      });
      expect(made.token).toMatch(/^AstraCS:[A-Za-z0-9]{24}:[0-9a-f]{64}$/);
      expect(made.token).toContain(made.clientId);
      const listed = (await harness.devops('GET', path)).text;
      expect(listed).toContain(made.clientId);
      expect(listed).not.toContain(made.secret);
      expect(listed).not.toContain(made.token);
    },
  );

  test('have a token that is made of the hash of the secret', async () => {
    const { subtle } = globalThis.crypto;
    const made = (await harness.devops('POST', '/v2/tokens', { roles })).body as Record<string, string>;
    const hash = await subtle.digest('SHA-256', new TextEncoder().encode(made.secret));
    expect(made.token).toBe(`AstraCS:${made.clientId}:${Buffer.from(hash).toString('hex')}`);
  });

  test.each([
    (clientId: string) => `/v2/clientIdSecrets/${clientId}`,
    (clientId: string) => `/v2/clientIdSecret/${clientId}`,
    (clientId: string) => `/v2/tokens/${clientId}`,
    (clientId: string) => `/v2/tokens?clientId=${clientId}`,
  ])('are deleted by any of the known paths', async (path) => {
    const made = (await harness.devops('POST', '/v2/tokens', { roles })).body as Record<string, string>;
    expect((await harness.devops('DELETE', path(made.clientId ?? ''))).status).toBe(200);
    const headers = { authorization: `Bearer ${made.token}` };
    expect((await harness.ask('GET', '/v2/databases', { headers })).status).toBe(401);
  });

  test('expire at their tokenExpiry', async () => {
    const tokenExpiry = new Date(Date.now() - 1000).toISOString();
    const made = (await harness.devops('POST', '/v2/tokens', { roles, tokenExpiry })).body as Record<string, string>;
    expect(made.tokenExpiry).toBe(tokenExpiry);
    const headers = { authorization: `Bearer ${made.token}` };
    expect((await harness.ask('GET', '/v2/databases', { headers })).status).toBe(401);
  });

  test('need roles', async () => {
    expect((await harness.devops('POST', '/v2/tokens', {})).status).toBe(400);
    expect((await harness.devops('POST', '/v2/tokens', { roles: 'all' })).status).toBe(400);
  });

  test('can sign in as service accounts, without a token', async () => {
    const made = (await harness.devops('POST', '/v2/tokens', { roles })).body as Record<string, string>;
    const account = { clientId: made.clientId, clientName: 'me@example.org', clientSecret: made.secret };
    const signIn = (body: object) => harness.ask('POST', '/v2/authenticateServiceAccount', { body });
    const { status, body } = await signIn(account);
    const { token } = body as { token: string };
    expect([status, token.replace(/^Bearer /, '').slice(0, 3)]).toEqual([200, 'eyJ']);
    expect((await harness.ask('GET', '/v2/databases', { headers: { authorization: token } })).status).toBe(200);
    const forged = { authorization: `${token.slice(0, -4)}AAAA` };
    expect((await harness.ask('GET', '/v2/databases', { headers: forged })).status).toBe(401);
    expect((await signIn({ ...account, clientSecret: 'wrong' })).status).toBe(401);
    expect((await signIn({ ...account, clientName: undefined })).status).toBe(400);
  });
});
