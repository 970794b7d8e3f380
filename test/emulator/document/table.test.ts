import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../../emulator/emulator.ts';
import { query } from './document-harness.ts';

let emulator: Emulator;
let base: string;

beforeAll(async () => {
  emulator = await createEmulator();
  const { databases, defaultDatabaseId } = emulator;
  const region = databases.find(defaultDatabaseId)?.record.datacenters[0]?.region;
  base = `http://emulator/${defaultDatabaseId}-${region}/api/rest/v2`;
  await ask('POST', '/schemas/namespaces', { name: 'harbour' });
  await ask('PUT', '/namespaces/harbour/collections/boats/one', { a: { b: 'x' }, n: 1.5, yes: true, no: null });
  await ask('PUT', '/namespaces/harbour/collections/boats/two', { a: [7], n: 'x' });
});
afterAll(() => emulator.close());

async function ask(method: string, path: string, body?: unknown) {
  const headers = { 'x-cassandra-token': emulator.applicationToken, 'content-type': 'application/json' };
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const response = await emulator.fetch(new Request(base + path, init));
  return (await response.json().catch(() => undefined)) as { data: Record<string, unknown>[]; pageState?: string };
}

describe('a collection seen as a table', () => {
  it('has a row for each leaf, in the order of paths', async () => {
    const fields = 'p0,p1,leaf,text_value,dbl_value,bool_value';
    const { data } = await ask('GET', `/keyspaces/harbour/boats/one${query({ fields })}`);
    const none = { text_value: null, dbl_value: null, bool_value: null };
    expect(data).toEqual([
      { p0: 'a', p1: 'b', leaf: 'b', ...none, text_value: 'x' },
      { p0: 'n', p1: '', leaf: 'n', ...none, dbl_value: 1.5 },
      { p0: 'no', p1: '', leaf: 'no', ...none },
      { p0: 'yes', p1: '', leaf: 'yes', ...none, bool_value: true },
    ]);
  });

  it('is found by steps of the path and by the indexes', async () => {
    const rows = async (where: unknown) =>
      (await ask('GET', `/keyspaces/harbour/boats${query({ where, fields: 'key,leaf' })}`)).data;
    expect(await rows({ key: { $eq: 'one' }, p0: { $gt: 'n' } })).toEqual([
      { key: 'one', leaf: 'no' },
      { key: 'one', leaf: 'yes' },
    ]);
    const found = await rows({ text_value: { $eq: 'x' } });
    expect(found).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining([
        { key: 'one', leaf: 'b' },
        { key: 'two', leaf: 'n' },
      ]),
    );
  });

  it('comes in pages', async () => {
    const leaves: unknown[] = [];
    for (let state = ''; ; ) {
      const page = await ask('GET', `/keyspaces/harbour/boats/rows?fields=key,leaf&page-size=1${state}`);
      leaves.push(...page.data.map(({ key, leaf }) => `${key} ${leaf}`));
      if (!page.pageState) break;
      state = `&page-state=${encodeURIComponent(page.pageState)}`;
    }
    expect(leaves.sort()).toEqual(['one b', 'one n', 'one no', 'one yes', 'two [000000]', 'two n']);
  });

  it('holds nothing after the collection is made again', async () => {
    await ask('DELETE', '/namespaces/harbour/collections/boats');
    await ask('POST', '/namespaces/harbour/collections', { name: 'boats' });
    expect((await ask('GET', '/keyspaces/harbour/boats/rows')).data).toEqual([]);
  });
});
