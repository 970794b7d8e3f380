import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, type Harness, openHarness } from './harness.ts';

const MEGABYTE = 1024 * 1024;

let harness: Harness;

beforeAll(async () => {
  harness = await openHarness();
  await harness.collection('all');
  await harness.collection('none', { indexing: { deny: ['*'] } });
  await harness.collection('some', { indexing: { allow: ['in.side'] } });
});

afterAll(() => harness.close());

const text = (length: number) => 'x'.repeat(length);
const list = (length: number) => Array.from({ length }, (_, at) => at);
const members = (count: number) => Object.fromEntries(list(count).map((at) => [`m${at}`, at]));

/** Whether a document with this is taken where all, nothing and a part is indexed. */
const CASES: Readonly<Record<string, readonly [value: unknown, all: boolean, none: boolean, some: boolean]>> = {
  'text of 8000 bytes': [text(8000), true, true, true],
  'text of 8001 bytes': [text(8001), false, true, false],
  'text of 4001 signs of two bytes': ['ä'.repeat(4001), false, true, false],
  'text in a list': [[text(8001)], false, true, false],
  '1000 elements': [list(1000), true, true, true],
  '1001 elements': [list(1001), false, true, false],
  '1000 members': [members(1000), true, true, true],
  '1001 members': [members(1001), false, true, false],
  '2100 members in all': [{ a: members(700), b: members(700), c: members(700) }, false, true, false],
};

describe('limits', () => {
  it.each(Object.entries(CASES))('%s', async (_, [value, ...wanted]) => {
    const taken = [];
    for (const name of ['all', 'none', 'some']) {
      const answer = await harness.command(`/shop/${name}`, { insertOne: { document: { in: { side: value } } } });
      taken.push(answer.errors === undefined);
      if (answer.errors) expect(codes(answer)).toEqual(['DOCUMENT/SHRED_DOC_LIMIT_VIOLATION']);
    }
    expect(taken).toEqual(wanted);
  });

  it('count four million characters, and no more', async () => {
    const insert = (length: number) =>
      harness.command('/shop/none', { insertOne: { document: { _id: 1, text: text(length) } } });
    const rest = '{"_id":1,"text":""}'.length;
    expect(codes(await insert(4_000_001 - rest))).toEqual(['DOCUMENT/SHRED_DOC_LIMIT_VIOLATION']);
    expect(codes(await insert(4_000_000 - rest))).toEqual([]);
  });

  it('let a body have 20 MB, and no more', async () => {
    const body = (length: number) => `{"insertOne":{"document":{"text":"${text(length)}"}}}`;
    const taken = await harness.send('/shop/none', body(19 * MEGABYTE));
    expect([taken.status, taken.text]).toEqual([200, expect.stringContaining('SHRED_DOC_LIMIT_VIOLATION')]);
    expect((await harness.send('/shop/none', body(21 * MEGABYTE))).status).toBe(413);
  });

  it('refuse numbers of more than 100 digits wherever they stand', async () => {
    const filter = `{"find":{"filter":{"n":[${'9'.repeat(101)}]}}}`;
    expect(codes(await harness.command('/shop/all', filter))).toEqual(['DOCUMENT/SHRED_DOC_LIMIT_VIOLATION']);
    const long = `{"insertOne":{"document":{"_id":"digits","text":"${'9'.repeat(200)}"}}}`;
    expect((await harness.command('/shop/all', long)).status).toEqual({ insertedIds: ['digits'] });
  });
});
