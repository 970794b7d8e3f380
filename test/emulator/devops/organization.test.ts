/** Roles and users of the organisation, in the shapes that published clients read. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, openEmulator } from '../support/emulator-harness.ts';

const ROLES = '/v2/organizations/roles';
const USERS = '/v2/organizations/users';
const MISSING = '11111111-2222-4333-8444-555555555555';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHORT_NAMES = [
  'Organization Administrator',
  'Database Administrator',
  'Billing Admin',
  'UI View Only',
  ...['', 'API '].flatMap((kind) =>
    ['User', 'Svc Acct'].flatMap((who) => ['RO', 'R/W', 'Admin'].map((level) => `${kind}${level} ${who}`)),
  ),
];

interface RoleView {
  readonly ID: string;
  readonly Name: string;
  readonly Policy: { readonly description: string; readonly actions: string[]; readonly resources: string[] };
}

interface UserView {
  readonly UserID: string;
  readonly Email: string;
  readonly Status: string;
  readonly Roles: RoleView[];
}

let harness: Harness;
let orgId: string;
beforeAll(async () => {
  harness = await openEmulator();
  orgId = ((await harness.devops('GET', '/v2/currentOrg')).body as { id: string }).id;
});
afterAll(() => harness.emulator.close());

async function roles(): Promise<RoleView[]> {
  return (await harness.devops('GET', ROLES)).body as RoleView[];
}

async function roleNamed(name: string): Promise<RoleView> {
  const found = (await roles()).find((role) => role.Name === name);
  if (!found) throw new Error(`There is no role ${name}`);
  return found;
}

function definition(name: string, part: object = {}) {
  const resources = [`drn:astra:org:${orgId}`, `drn:astra:org:${orgId}:db:*`];
  return { name, policy: { description: 'a test', effect: 'allow', resources, actions: ['org-db-view'], ...part } };
}

async function made(name: string, part?: object): Promise<RoleView> {
  return (await harness.devops('POST', ROLES, definition(name, part))).body as RoleView;
}

/** What a token with one role is answered. */
async function statusAs(roleId: string, method: string, path: string, body?: unknown): Promise<number> {
  const created = await harness.devops('POST', '/v2/tokens', { roles: [roleId] });
  const headers = { authorization: `Bearer ${(created.body as { token: string }).token}` };
  return (await harness.ask(method, path, { headers, body })).status;
}

describe('built-in roles', () => {
  test('have the short names of live answers', async () => {
    expect((await roles()).map(({ Name }) => Name).sort()).toEqual([...SHORT_NAMES].sort());
    for (const { ID, Policy } of await roles()) {
      expect(ID).toMatch(UUID);
      expect(Policy).toMatchObject({ description: expect.any(String), effect: 'allow' });
      expect(Policy.resources[0]).toBe(`drn:astra:org:${orgId}`);
      expect(new Set(Policy.actions).size).toBe(Policy.actions.length);
      expect((await harness.devops('GET', `${ROLES}/${ID}`)).body).toMatchObject({ ID, Policy });
    }
  });

  test('allow what their names say', async () => {
    const table: [string, string, string, number][] = [
      ['RO User', 'GET', '/v2/databases', 200],
      ['RO User', 'POST', '/v2/databases', 401],
      ['RO User', 'GET', '/v2/clientIdSecrets', 403],
      ['RO Svc Acct', 'GET', '/v2/databases', 401],
      ['R/W Svc Acct', 'GET', USERS, 403],
      ['API R/W User', 'GET', USERS, 200],
      ['API Admin User', 'GET', '/v2/availableRegions', 200],
      ['Database Administrator', 'GET', '/v2/clientIdSecrets', 200],
      ['Database Administrator', 'PUT', USERS, 403],
      ['Billing Admin', 'GET', '/v2/databases', 200],
      ['UI View Only', 'GET', '/v2/access-lists', 200],
      ['UI View Only', 'GET', '/v2/currentOrg', 200],
      ['Organization Administrator', 'GET', ROLES, 200],
    ];
    for (const [name, method, path, status] of table) {
      const { ID } = await roleNamed(name);
      expect([name, method, path, await statusAs(ID, method, path)]).toEqual([name, method, path, status]);
    }
  });

  test('can be neither changed nor deleted', async () => {
    const { ID } = await roleNamed('RO User');
    expect((await harness.devops('PUT', `${ROLES}/${ID}`, definition('mine'))).status).toBe(403);
    expect((await harness.devops('DELETE', `${ROLES}/${ID}`)).status).toBe(403);
    expect((await roleNamed('RO User')).ID).toBe(ID);
  });
});

describe('roles of one’s own', () => {
  test('are made, read, changed and deleted', async () => {
    const answer = await harness.devops('POST', ROLES, definition('first'));
    const { ID } = answer.body as RoleView;
    expect([answer.status, answer.body]).toEqual([
      201,
      {
        OrgID: orgId,
        ID: expect.stringMatching(UUID),
        Name: 'first',
        Policy: definition('first').policy,
        LastUpdateDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        LastUpdateUserID: expect.stringMatching(UUID),
      },
    ]);
    expect((await roleNamed('first')).ID).toBe(ID);
    const changed = await harness.devops('PUT', `${ROLES}/${ID}`, definition('second', { actions: ['org-read'] }));
    expect([changed.status, (changed.body as RoleView).Name]).toEqual([200, 'second']);
    expect((await harness.devops('GET', `${ROLES}/${ID}`)).body).toMatchObject({
      Name: 'second',
      Policy: { actions: ['org-read'] },
    });
    const deleted = await harness.devops('DELETE', `${ROLES}/${ID}`);
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect(
        (await harness.devops(method, `${ROLES}/${ID}`, method === 'PUT' ? definition('x') : undefined)).status,
      ).toBe(404);
    }
  });

  test('allow their actions, and nothing once they are deleted', async () => {
    const { ID } = await made('viewer');
    expect(await statusAs(ID, 'GET', '/v2/databases')).toBe(200);
    expect(await statusAs(ID, 'POST', '/v2/databases', {})).toBe(401);
    await harness.devops('DELETE', `${ROLES}/${ID}`);
    expect(await statusAs(ID, 'GET', '/v2/databases')).toBe(401);
  });

  test('have names of their own: 409 for one that is taken', async () => {
    const { ID } = await made('taken');
    expect((await harness.devops('POST', ROLES, definition('taken'))).status).toBe(409);
    expect((await harness.devops('POST', ROLES, definition('RO User'))).status).toBe(409);
    expect((await harness.devops('PUT', `${ROLES}/${ID}`, definition('UI View Only'))).status).toBe(409);
    expect((await harness.devops('PUT', `${ROLES}/${ID}`, definition('taken'))).status).toBe(200);
  });

  test.each([
    [{}, 'name'],
    [{ name: 'a' }, 'policy'],
    [{ name: 'a', policy: [] }, 'policy'],
    [{ name: 5, policy: {} }, 'name'],
    [{ ...definition('a', { effect: 'deny' }) }, 'deny'],
    [{ ...definition('a', { description: undefined }) }, 'description'],
    [{ ...definition('a', { actions: undefined }) }, 'actions'],
    [{ ...definition('a', { actions: 'org-read' }) }, 'actions'],
    [{ ...definition('a', { resources: [1] }) }, 'resources'],
  ])('are refused when a part is wrong: %j', async (body, named) => {
    const answer = await harness.devops('POST', ROLES, body);
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(named)]);
  });

  test('need the rights of their own', async () => {
    const { ID } = await made('reader', { actions: ['org-role-read'] });
    expect(await statusAs(ID, 'GET', ROLES)).toBe(200);
    expect(await statusAs(ID, 'POST', ROLES, definition('no'))).toBe(403);
    expect(await statusAs(ID, 'PUT', `${ROLES}/${ID}`, definition('no'))).toBe(403);
    expect(await statusAs(ID, 'DELETE', `${ROLES}/${ID}`)).toBe(403);
  });
});

describe('users', () => {
  const users = async () => ((await harness.devops('GET', USERS)).body as { Users: UserView[] }).Users;
  const invite = async (email: string, ...names: string[]) => {
    const ids = await Promise.all(names.map(async (name) => (await roleNamed(name)).ID));
    return harness.devops('PUT', USERS, { email, orgID: orgId, roles: ids });
  };
  const userOf = async (email: string) => (await users()).find((user) => user.Email === email);

  test('are listed with the organisation and their roles', async () => {
    const { status, body } = await harness.devops('GET', USERS);
    expect([status, body]).toEqual([
      200,
      { OrgID: orgId, OrgName: expect.any(String), Users: expect.arrayContaining([expect.anything()]) },
    ]);
    const [owner] = (body as { Users: UserView[] }).Users;
    const database = (await harness.devops('GET', `/v2/databases/${harness.emulator.defaultDatabaseId}`)).body;
    expect(owner).toMatchObject({ UserID: (database as { ownerId: string }).ownerId, Status: 'active' });
    expect(owner?.Roles).toEqual([await roleNamed('Organization Administrator')]);
  });

  test('are invited, given other roles and removed', async () => {
    expect((await invite('a@example.org', 'RO User', 'UI View Only')).status).toBe(200);
    const invited = await userOf('a@example.org');
    expect(invited).toEqual({
      UserID: expect.stringMatching(UUID),
      Email: 'a@example.org',
      Status: 'invited',
      Roles: [await roleNamed('RO User'), await roleNamed('UI View Only')],
    });
    const path = `${USERS}/${invited?.UserID}`;
    const { ID } = await roleNamed('R/W User');
    const changed = await harness.devops('PUT', `${path}/roles`, { roles: [ID] });
    expect([changed.status, changed.text]).toEqual([204, '']);
    expect((await harness.devops('GET', path)).body).toMatchObject({ Roles: [{ Name: 'R/W User' }] });
    expect((await harness.devops('DELETE', path)).status).toBe(204);
    expect((await harness.devops('GET', path)).status).toBe(404);
    expect(await userOf('a@example.org')).toBeUndefined();
  });

  test('are one however often they are invited', async () => {
    await invite('b@example.org', 'RO User');
    const first = await userOf('b@example.org');
    await invite('B@example.org', 'R/W User');
    const again = (await users()).filter(({ Email }) => Email.toLowerCase() === 'b@example.org');
    expect(again).toEqual([{ ...first, Roles: [await roleNamed('R/W User')] }]);
  });

  test('lose a role that is deleted', async () => {
    const { ID } = await made('passing');
    await invite('c@example.org', 'passing');
    expect((await userOf('c@example.org'))?.Roles).toHaveLength(1);
    await harness.devops('DELETE', `${ROLES}/${ID}`);
    expect((await userOf('c@example.org'))?.Roles).toEqual([]);
  });

  test('are refused without an address, with roles that are unknown, and for another organisation', async () => {
    const { ID } = await roleNamed('RO User');
    const put = async (body: object) => (await harness.devops('PUT', USERS, body)).status;
    expect(await put({ roles: [ID] })).toBe(400);
    expect(await put({ email: 'd@example.org', roles: [] })).toBe(400);
    expect(await put({ email: 'd@example.org', roles: [MISSING] })).toBe(400);
    expect(await put({ email: 'd@example.org', OrgID: MISSING, roles: [ID] })).toBe(404);
    expect(await userOf('d@example.org')).toBeUndefined();
    expect((await harness.devops('PUT', `${USERS}/${MISSING}/roles`, { roles: [ID] })).status).toBe(404);
  });

  test('keep the owner', async () => {
    const [owner] = await users();
    expect((await harness.devops('DELETE', `${USERS}/${owner?.UserID}`)).status).toBe(403);
    expect((await users())[0]).toEqual(owner);
  });
});
