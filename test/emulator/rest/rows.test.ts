import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { allPages, type Harness, openHarness, TABLES, where } from './rest-harness.ts';

let rest: Harness;
beforeAll(async () => {
  rest = await openHarness();
});
afterAll(() => rest.close());

describe('rows of a partition', () => {
  interface Write {
    readonly method: 'POST' | 'PATCH' | 'DELETE' | 'SWEEP';
    readonly p: number;
    readonly c: number;
    readonly v: number | null;
    readonly s: number | null | undefined;
  }
  const small = fc.integer({ min: 0, max: 3 });
  const nullable = fc.option(small);
  const writes = fc.array(
    fc.record({
      method: fc.constantFrom<Write['method']>('POST', 'PATCH', 'PATCH', 'DELETE', 'SWEEP'),
      p: small,
      c: small,
      v: nullable,
      s: fc.option(nullable, { nil: undefined }),
    }),
    { maxLength: 25 },
  );

  /** What Cassandra keeps: a marker for each inserted row, values, and static values of the partition. */
  class Model {
    readonly rows = new Map<string, { marker: boolean; v: number | null }>();
    readonly statics = new Map<number, number | null>();

    write({ method, p, c, v, s }: Write): void {
      const key = `${p}/${c}`;
      if (method === 'DELETE') this.rows.delete(key);
      else if (method === 'SWEEP') {
        for (const other of [...this.rows.keys()]) if (other.startsWith(`${p}/`)) this.rows.delete(other);
        this.statics.delete(p);
      } else {
        const marker = method === 'POST' || (this.rows.get(key)?.marker ?? false);
        if (marker || v !== null) this.rows.set(key, { marker, v });
        else this.rows.delete(key);
        if (s !== undefined) this.statics.set(p, s);
      }
    }

    partition(p: number): unknown[] {
      const s = this.statics.get(p) ?? null;
      const rows = [3, 2, 1, 0].flatMap((c) => {
        const row = this.rows.get(`${p}/${c}`);
        return row ? [{ p, c, s, v: row.v }] : [];
      });
      return rows.length === 0 && s !== null ? [{ p, c: null, s, v: null }] : rows;
    }
  }

  async function play(table: string, write: Write): Promise<void> {
    const { method, p, c, v, s } = write;
    const values = s === undefined ? { v } : { v, s };
    if (method === 'POST') await rest.ask('POST', table, { p, c, ...values });
    else if (method === 'PATCH') await rest.ask('PATCH', `${table}/${p}/${c}`, values);
    else await rest.ask('DELETE', method === 'SWEEP' ? `${table}/${p}` : `${table}/${p}/${c}`);
  }

  test('are those that were written, whatever the order of writes and the size of pages', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(writes, fc.integer({ min: 1, max: 4 }), async (sequence, pageSize) => {
        count += 1;
        const table = `/played_${count}`;
        await rest.table(table.slice(1), { p: 'int', c: 'int desc', s: 'int static', v: 'int' }, ['p'], ['c']);
        const model = new Model();
        for (const write of sequence) {
          model.write(write);
          await play(table, write);
        }
        const expected = [0, 1, 2, 3].map((p) => model.partition(p));
        for (const p of [0, 1, 2, 3]) expect(await allPages(rest, `${table}/${p}`, pageSize)).toEqual(expected[p]);
        // Tokens of the ints 0 to 3 ascend in the order 1, 0, 2, 3.
        const inTokenOrder = [1, 0, 2, 3].flatMap((p) => expected[p]);
        expect(await allPages(rest, `${table}/rows`, pageSize)).toEqual(inTokenOrder);
        const named = `${table}?${where({ p: { $in: [3, 0, 2, 1] } })}`;
        expect(await allPages(rest, named, pageSize)).toEqual(expected.flat());
      }),
      { numRuns: 40 },
    );
  });
});

test('rows are turned round page by page', async () => {
  await rest.table('turned', { p: 'int', c: 'int' }, ['p'], ['c']);
  for (let c = 0; c < 7; c += 1) await rest.ask('POST', '/turned', { p: 1, c });
  const sort = encodeURIComponent('{"c":"desc"}');
  const rows = await allPages(rest, `/turned?sort=${sort}&${where({ p: { $eq: 1 }, c: { $gt: 1, $lte: 5 } })}`, 2);
  expect(rows).toEqual([5, 4, 3, 2].map((c) => ({ p: 1, c })));
});

test('keys too long for the store keep their rows apart and together', async () => {
  await rest.table('long', { p: 'text', c: 'text', v: 'int' }, ['p'], ['c']);
  const keys = ['a', 'b'].map((end) => 'k'.repeat(50_000) + end);
  for (const p of keys)
    for (const c of ['x', 'y', 'z'.repeat(3000)]) await rest.ask('POST', '/long', { p, c, v: p.length + c.length });
  for (const p of keys) {
    const { body } = await rest.ask('GET', `/long?${where({ p: { $eq: p } })}`);
    expect(body.data.map((row) => String(row.c).length)).toEqual([1, 1, 3000]);
    expect(body.data.every((row) => row.p === p)).toBe(true);
  }
  await rest.ask('DELETE', `/long/${keys[0]}`);
  expect(await allPages(rest, '/long/rows', 2)).toHaveLength(3);
});

describe('time to live', () => {
  test('values and markers end by it, and a row with them', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      await rest.table('mortal', { id: 'int', v: 'int', w: 'int' }, ['id']);
      await rest.ask('PATCH', '/mortal/1', { w: 1 });
      await rest.ask('PUT', `${TABLES}/mortal`, { name: 'mortal', tableOptions: { defaultTimeToLive: 60 } });
      await rest.ask('POST', '/mortal', { id: 1, v: 1 });
      await rest.ask('POST', '/mortal', { id: 2, v: 2 });
      vi.setSystemTime(Date.now() + 59_000);
      expect((await rest.ask('GET', '/mortal/2')).body.count).toBe(1);
      vi.setSystemTime(Date.now() + 2000);
      expect((await rest.ask('GET', '/mortal/rows')).body.data).toEqual([{ id: 1, v: null, w: 1 }]);
    } finally {
      vi.useRealTimers();
    }
  });
});

test('data outlives the process, and dropped tables take it along', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rest-'));
  try {
    const before = await openHarness(folder);
    await before.table('kept', { id: 'int', v: 'text' }, ['id']);
    await before.ask('POST', '/kept', { id: 1, v: 'still here' });
    await before.close();
    const after = await openHarness(folder);
    expect((await after.ask('GET', '/kept/1')).body.data).toEqual([{ id: 1, v: 'still here' }]);
    await after.ask('DELETE', `${TABLES}/kept`);
    await after.table('kept', { id: 'int', v: 'text' }, ['id']);
    expect((await after.ask('GET', '/kept/rows')).body.count).toBe(0);
    await after.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('what is checked before the token, and what after it', () => {
  test.each([
    ['POST', '/any', '{"torn"', 400],
    ['GET', '/any', undefined, 400],
    ['GET', '/any/1?page-size=two', undefined, 404],
    ['GET', '/any/1', undefined, 401],
    ['POST', '/any', '{"id":1}', 401],
    ['POST', '/v2/schemas/keyspaces', '{}', 400],
    ['DELETE', '/v2/schemas/keyspaces/none', undefined, 401],
  ] as const)('%s %s %s', async (method, path, body, status) => {
    expect((await rest.ask(method, path, body, 'bad')).status).toBe(status);
  });
});

test('decimals that are one to the database are one element or key, spelled as the first of them', async () => {
  const types = { id: 'int', s: 'set<decimal>', m: 'map<decimal,text>', f: 'frozen<map<decimal,text>>' };
  await rest.table('sums', types, ['id']);
  const map = "{2:'c', 1.50:'a', 1.5:'b'}";
  await rest.ask('POST', '/sums', { id: 1, s: '{1.50, 1.5, 1}', m: map, f: map });
  const { text } = await rest.ask('GET', '/sums/1?raw=true');
  expect(text).toBe('[{"id":1,"f":{"1.50":"b","2":"c"},"m":{"1.50":"b","2":"c"},"s":[1,1.50]}]');
});
