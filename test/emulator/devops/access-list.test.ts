/** Access lists, with the bodies that the contract and published clients send. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createClock, type Harness, openEmulator } from '../support/emulator-harness.ts';

const NEW = { name: 'made', cloudProvider: 'GCP', tier: 'serverless', capacityUnits: 1, region: 'us-east1' };
const MISSING = '11111111-2222-4333-8444-555555555555';
const OFFICE = { address: '10.1.2.0/24', enabled: true, description: 'office' };
const HOME = { address: '10.9.9.9', enabled: false, description: 'home' };
const LATER = { address: '172.16.0.0/12', enabled: true, description: 'later' };

const clock = createClock(Date.UTC(2026, 0, 2, 3, 4, 5));
let harness: Harness;
let id: string;
let path: string;
beforeAll(async () => {
  harness = await openEmulator({ now: clock.now });
});
beforeEach(async () => {
  id = (await harness.devops('POST', '/v2/databases', NEW)).headers.get('location') ?? '';
  path = `/v2/databases/${id}/access-list`;
});
afterAll(() => harness.emulator.close());

interface AccessListView {
  readonly databaseId: string;
  readonly addresses: { readonly address: string; readonly lastUpdateDateTime: string }[];
  readonly configurations: { readonly accessListEnabled: boolean };
}

async function read(): Promise<AccessListView> {
  const answer = await harness.devops('GET', path);
  expect(answer.status).toBe(200);
  return answer.body as AccessListView;
}

async function addresses(): Promise<unknown[]> {
  return (await read()).addresses.map(({ lastUpdateDateTime: _, ...address }) => address);
}

async function changed(method: string, body?: unknown, query = ''): Promise<void> {
  const answer = await harness.devops(method, path + query, body);
  expect([answer.status, answer.text]).toEqual([204, '']);
}

async function listed(): Promise<AccessListView[]> {
  return (await harness.devops('GET', '/v2/access-lists')).body as AccessListView[];
}

test('a database without an access list has an empty one, which is not listed', async () => {
  const { id: organizationId } = (await harness.devops('GET', '/v2/currentOrg')).body as { id: string };
  const none = { organizationId, databaseId: id, addresses: [], configurations: { accessListEnabled: false } };
  expect(await read()).toEqual(none);
  expect((await listed()).map(({ databaseId }) => databaseId)).not.toContain(id);
});

describe('addresses', () => {
  test('are added by a bare array, and shown with the time in the form of the live API', async () => {
    await changed('POST', [OFFICE, HOME]);
    const lastUpdateDateTime = '2026-01-02 03:04:05.000 +0000 UTC';
    const expected = [OFFICE, HOME].map((address) => ({ ...address, lastUpdateDateTime }));
    expect((await read()).addresses).toEqual(expected);
    expect((await listed()).find(({ databaseId }) => databaseId === id)?.addresses).toEqual(expected);
  });

  test('are added alone too, and what a client leaves out is taken as enabled', async () => {
    await changed('POST', { address: '10.0.0.1' });
    expect(await addresses()).toEqual([{ address: '10.0.0.1', enabled: true, description: '' }]);
  });

  test('that come again are changed, not doubled', async () => {
    await changed('POST', [OFFICE, HOME]);
    await changed('POST', [{ ...OFFICE, description: 'moved' }, LATER, LATER]);
    expect(await addresses()).toEqual([{ ...OFFICE, description: 'moved' }, HOME, LATER]);
  });

  test.each([
    ['an object', { addresses: [LATER], configurations: { accessListEnabled: true } }, true],
    ['an object without configurations', { addresses: [LATER] }, false],
    ['the bare array that a published client sends', [LATER], false],
  ])('are replaced by PUT with %s', async (_, body, isEnabled) => {
    await changed('POST', [OFFICE, HOME]);
    await changed('PUT', body);
    expect(await addresses()).toEqual([LATER]);
    expect((await read()).configurations).toEqual({ accessListEnabled: isEnabled });
  });

  test('are changed by PATCH, which leaves the others', async () => {
    await changed('POST', [OFFICE, HOME]);
    await changed('PATCH', { addresses: [{ ...HOME, enabled: true }], configurations: { accessListEnabled: true } });
    expect(await addresses()).toEqual([OFFICE, { ...HOME, enabled: true }]);
    await changed('PATCH', { configurations: { accessListEnabled: false } });
    expect(await read()).toMatchObject({ addresses: [{}, {}], configurations: { accessListEnabled: false } });
  });

  test('are deleted by the query, and the whole list without one', async () => {
    await changed('PUT', { addresses: [OFFICE, HOME, LATER], configurations: { accessListEnabled: true } });
    const query = `?addresses=${encodeURIComponent(OFFICE.address)}&addresses=${HOME.address}`;
    await changed('DELETE', undefined, query);
    expect(await addresses()).toEqual([LATER]);
    expect((await harness.devops('DELETE', path + query)).status).toBe(404);
    await changed('DELETE');
    expect(await read()).toMatchObject({ addresses: [], configurations: { accessListEnabled: false } });
    expect((await listed()).map(({ databaseId }) => databaseId)).not.toContain(id);
    await changed('DELETE');
  });
});

test.each([
  ['POST', [{ ...OFFICE, address: '10.1.2' }], '10.1.2'],
  ['POST', [OFFICE, { ...OFFICE, address: '10.1.2.0/33' }], '10.1.2.0/33'],
  ['POST', [{ ...OFFICE, address: '256.1.2.0' }], '256.1.2.0'],
  ['POST', [{ ...OFFICE, address: '::1' }], '::1'],
  ['POST', [{ ...OFFICE, address: '10.1.2.0/' }], '10.1.2.0/'],
  ['POST', [{ enabled: true }], 'address'],
  ['POST', ['10.1.2.0'], 'address'],
  ['POST', 5, 'address'],
  ['PUT', { addresses: [{ ...OFFICE, enabled: 'yes' }] }, 'enabled'],
  ['PUT', { configurations: {} }, 'accessListEnabled'],
  ['PATCH', { configurations: [] }, 'configurations'],
  ['PATCH', 'x', 'body'],
])('%s of %j is refused, and changes nothing', async (method, body, named) => {
  await changed('POST', [HOME]);
  const answer = await harness.devops(method, path, JSON.stringify(body));
  expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(named)]);
  expect(await addresses()).toEqual([HOME]);
});

test('lists need a database, and rights of their own', async () => {
  for (const method of ['GET', 'PUT', 'POST', 'PATCH', 'DELETE']) {
    const body = method === 'GET' || method === 'DELETE' ? undefined : [OFFICE];
    expect((await harness.devops(method, `/v2/databases/${MISSING}/access-list`, body)).status).toBe(404);
  }
  const roles = (await harness.devops('GET', '/v2/organizations/roles')).body as { ID: string; Name: string }[];
  const reader = roles.find(({ Name }) => Name === 'RO User')?.ID;
  const { token } = (await harness.devops('POST', '/v2/tokens', { roles: [reader] })).body as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  expect((await harness.ask('GET', path, { headers })).status).toBe(200);
  expect((await harness.ask('DELETE', path, { headers })).status).toBe(403);
});

test('a list goes with its database', async () => {
  await changed('POST', [OFFICE]);
  await harness.devops('POST', `/v2/databases/${id}/terminate`);
  expect((await listed()).map(({ databaseId }) => databaseId)).not.toContain(id);
});

test('lists are validated without a database, and there is a template that is valid', async () => {
  const validate = async (body?: unknown) => (await harness.devops('POST', '/v2/access-list/validate', body)).body;
  for (const method of ['GET', 'POST']) {
    const template = await harness.devops(method, '/v2/access-list/template');
    expect(template.status).toBe(200);
    expect(await validate(template.body)).toEqual({ valid: true, validationFailures: [] });
  }
  const wrong = { addresses: [{ ...OFFICE, address: 'everywhere' }] };
  expect(await validate(wrong)).toEqual({ valid: false, validationFailures: [expect.stringContaining('everywhere')] });
  expect(await validate()).toEqual({ valid: false, validationFailures: [expect.stringContaining('JSON')] });
});

test('100,000 addresses are added, changed and deleted in one call each', async () => {
  const many = Array.from({ length: 100_000 }, (_, index) => ({
    address: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
  }));
  await changed('POST', many);
  await changed('POST', many);
  expect((await read()).addresses).toHaveLength(many.length);
  await changed(
    'DELETE',
    undefined,
    `?addresses=${many
      .slice(0, 50_000)
      .map(({ address }) => address)
      .join(',')}`,
  );
  expect((await read()).addresses).toHaveLength(50_000);
});
