import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, openHarness, query } from './document-harness.ts';

const BOATS = {
  aurora: { kind: 'ketch', length: 14.5, crew: 4, home: { port: 'Bergen' }, owners: [{ share: 0.5 }, { share: 0.2 }] },
  borealis: { kind: 'sloop', length: 9, crew: 2, home: { port: 'Tromsø' }, owners: [{ share: 1 }] },
  cygnus: { kind: 'sloop', length: 11.2, crew: 'three', home: { berth: 7 }, owners: {} },
  delphin: { kind: 'dinghy', length: 4, home: 'trailer', owners: { first: { share: 0.5 } } },
};

let harness: Harness;
beforeAll(async () => {
  harness = openHarness();
  for (const [id, boat] of Object.entries(BOATS)) await harness.ask('PUT', `/boats/${id}`, boat);
});
afterAll(() => harness.close());

const ask: Harness['ask'] = (...request) => harness.ask(...request);
const find = async (where: unknown) => {
  const { body } = await ask('GET', `/boats${query({ where, 'page-size': 20 })}`);
  return body.data ? Object.keys(body.data).sort() : body.description;
};

/** All pages: how many each holds. */
async function pages(path: string, parameters: Record<string, unknown>): Promise<number[]> {
  const sizes: number[] = [];
  for (let state = ''; ; ) {
    const { body } = await ask('GET', `${path}${query(parameters)}${state}`);
    sizes.push(Object.keys(body?.data ?? {}).length);
    if (!body?.pageState) return sizes;
    state = `&page-state=${encodeURIComponent(body.pageState)}`;
  }
}

describe('searching a collection', () => {
  it.each([
    [{ kind: { $eq: 'sloop' } }, ['borealis', 'cygnus']],
    [{ crew: { $ne: 4 } }, ['borealis', 'cygnus', 'delphin']],
    [{ crew: { $in: [2, 'three'] } }, ['borealis', 'cygnus']],
    [{ 'home.port': { $exists: false } }, ['cygnus', 'delphin']],
    [{ 'owners.*.share': { $lt: 0.5 } }, ['aurora']],
    [{ length: { $gt: 5, $lt: 12 } }, ['borealis', 'cygnus']],
    [{ $not: { $or: [{ kind: { $eq: 'sloop' } }, { crew: { $gt: 3 } }] } }, []],
    [{ $or: [{ kind: { $eq: 'dinghy' }, crew: { $eq: 2 } }] }, ['borealis', 'delphin']],
  ])('finds by %j', async (where, ids) => {
    expect(await find(where)).toEqual(ids);
  });

  it('takes [*] for any step in the database, for an element in the server', async () => {
    expect(await find({ 'owners.[*].share': { $eq: 0.5 } })).toEqual(['aurora', 'delphin']);
    expect(await find({ 'owners.[*].share': { $in: [77] } })).toEqual(['delphin']);
    expect(await find({ $or: [{ 'owners.[*].share': { $in: [0.5] } }] })).toEqual(['aurora', 'delphin']);
    expect(await find({ $or: [{ 'owners.[*].share': { $in: [0.5] } }, { crew: { $eq: 99 } }] })).toEqual(['aurora']);
  });

  it('refuses what the database refuses', async () => {
    expect(await find({ '*.port,berth.x': { $eq: 1 } })).toMatch(/IN restrictions/);
    expect(await find({ $and: [{ crew: { $eq: 1 } }, { crew: { $gt: 0 } }] })).toMatch(/includes an Equal/);
    expect(await find({ kind: { $eq: null } })).toBe("Operation '$eq' does not support the provided value null.");
  });

  it('ends a full last page with a state only if candidates are left', async () => {
    expect(await pages('/boats', { 'page-size': 2 })).toEqual([2, 2]);
    expect(await pages('/boats', { 'page-size': 2, where: { kind: { $eq: 'sloop' } } })).toEqual([2]);
    const [one, other] = [{ kind: { $eq: 'sloop' } }, { kind: { $eq: 'yawl' } }];
    expect(await pages('/boats', { 'page-size': 2, where: { $or: [one, other] } })).toEqual([2, 0]);
    expect(await pages('/boats', { 'page-size': 2, where: { $or: [one, one] } })).toEqual([2]);
  });

  it('keeps of each document the fields that are asked for', async () => {
    const { body } = await ask(
      'GET',
      `/boats${query({ where: { crew: { $eq: 4 } }, fields: ['owners.[1].share', 'kind'] })}`,
    );
    expect(body.data).toEqual({ aurora: { kind: 'ketch', owners: [null, { share: 0.2 }] } });
  });

  it.each([
    ['*not-base64*', 'Illegal base64 character 2a'],
    ['Z2FyYmFnZQ==', /INTERNAL: Invalid value for the paging state/],
  ])('answers 500 to the page state %s', async (state, description) => {
    const { status, body } = await ask('GET', `/boats${query({ 'page-state': state })}`);
    expect(status).toBe(500);
    expect(body.description).toMatch(description);
  });
});

describe('searching inside a document', () => {
  it('answers fragments from the root, lists as objects', async () => {
    const { body } = await ask('GET', `/boats/aurora${query({ where: { 'owners.[*].share': { $gt: 0.3 } } })}`);
    expect(body).toEqual({ documentId: 'aurora', data: [{ owners: { '[0]': { share: 0.5 } } }] });
  });

  it('answers 204 when nothing matches, and to the page after the last match', async () => {
    expect((await ask('GET', `/boats/nobody${query({ 'page-size': 1 })}`)).status).toBe(204);
    expect(await pages('/boats/aurora/owners/*', { 'page-size': 1 })).toEqual([1, 1]);
    const parameters = { 'page-size': 1, where: { 'owners.*.share': { $gt: 0.3 } } };
    expect(await pages('/boats/aurora', parameters)).toEqual([1, 0]);
  });

  it('fails on a whole document whose leaves fill a page of the storage', async () => {
    await ask(
      'PUT',
      '/boats/sixteen',
      Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`k${index}`, index])),
    );
    expect((await ask('GET', '/boats/sixteen?page-size=1')).status).toBe(500);
    expect((await ask('GET', '/boats/sixteen?page-size=2')).status).toBe(200);
    await ask('DELETE', '/boats/sixteen');
  });
});
