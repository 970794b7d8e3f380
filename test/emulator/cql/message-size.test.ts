/** Between a service and the database stands gRPC, whose messages hold 4 MiB: a larger page is refused whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness as DocumentHarness, openHarness as openDocuments } from '../document/document-harness.ts';
import { type Harness, openHarness } from '../rest/rest-harness.ts';

const LIMIT = 4_194_304;
const TOO_LARGE =
  /^Unhandled gRPC failure \(Status\.Code\.RESOURCE_EXHAUSTED->500\): RESOURCE_EXHAUSTED: gRPC message exceeds maximum size 4194304: (\d+)$/;

const refused = { status: 500, body: { code: 500, grpcStatus: 'RESOURCE_EXHAUSTED', internalTxId: null } };

describe('rows', () => {
  let rest: Harness;

  beforeAll(async () => {
    rest = await openHarness();
    await rest.table('logs', { p: 'int', c: 'int', v: 'text', n: 'map<text, frozen<list<bigint>>>' }, ['p'], ['c']);
    for (let c = 0; c < 850; c += 1) await rest.ask('POST', '/logs', { p: 1, c, v: 'x'.repeat(5000) });
    await rest.ask('POST', '/logs', { p: 2, c: 0, n: { a: Array.from({ length: 100_000 }, (_, i) => i) } });
  }, 60_000);
  afterAll(() => rest.close());

  it('of 5 kB: 830 fit a page, 850 do not, whichever way they are read', async () => {
    for (const path of ['/logs/1?', '/logs/rows?', `/logs?where=${encodeURIComponent('{"p":{"$eq":1}}')}&`]) {
      expect((await rest.ask('GET', `${path}page-size=830`)).status).toBe(200);
      const answer = await rest.ask('GET', `${path}page-size=850`);
      expect(answer).toMatchObject(refused);
      const bytes = Number(TOO_LARGE.exec(answer.body.description ?? '')?.[1]);
      expect(bytes).toBeGreaterThan(LIMIT);
      expect(bytes).toBeLessThan(LIMIT + 100_000);
    }
  });

  it('count by what is selected of them, not by what the table holds', async () => {
    expect((await rest.ask('GET', '/logs/1?page-size=850&fields=c')).body.count).toBe(850);
    expect((await rest.ask('GET', '/logs/rows?page-size=1000&fields=p,c,n')).status).toBe(200);
  });

  it('count by the bytes of the message, not of the JSON', async () => {
    await rest.table('bits', { p: 'int', c: 'int', b: 'blob' }, ['p'], ['c']);
    const blob = Buffer.alloc(3_500_000).toString('base64');
    await rest.ask('POST', '/bits', { p: 1, c: 1, b: blob });
    expect((await rest.ask('GET', '/bits/1')).text.length).toBeGreaterThan(LIMIT);
  });

  it('are refused when they are written as well', async () => {
    const v = 'x'.repeat(LIMIT);
    expect(await rest.ask('POST', '/logs', { p: 3, c: 1, v })).toMatchObject(refused);
    expect(await rest.ask('PUT', '/logs/3/1', { v })).toMatchObject(refused);
    expect((await rest.ask('GET', '/logs/3')).body.count).toBe(0);
  });
});

describe('documents', () => {
  let documents: DocumentHarness;
  /** 400 kB. */
  const large = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`part${index}`, 'x'.repeat(50_000)]));

  beforeAll(async () => {
    documents = openDocuments();
    for (let n = 0; n < 6; n += 1) await documents.ask('PUT', `/large/d${n}`, large);
  });
  afterAll(() => documents.close());

  it('of 400 kB: six are too many', async () => {
    const answer = await documents.ask('GET', '/large?page-size=6');
    expect(answer).toMatchObject(refused);
    expect(answer.body.description).toMatch(TOO_LARGE);
  });

  it('can be read in pages, which count the rows that the server reads with them', async () => {
    expect(await documents.ask('GET', '/large?page-size=3')).toMatchObject(refused);
    const found: string[] = [];
    let state = '';
    do {
      const { status, body } = await documents.ask('GET', `/large?page-size=2${state}`);
      expect(status).toBe(200);
      found.push(...Object.keys(body.data));
      state = body.pageState ? `&page-state=${encodeURIComponent(body.pageState)}` : '';
    } while (state !== '');
    expect(found.sort()).toEqual(['d0', 'd1', 'd2', 'd3', 'd4', 'd5']);
  });

  it('can be read one by one, and parts of one in smaller pages', async () => {
    expect((await documents.ask('GET', '/large/d0')).status).toBe(200);
    const parts = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`p${n}`, { text: 'x'.repeat(60_000) }]));
    expect((await documents.ask('PUT', '/large/parts', { parts })).status).toBe(200);
    const where = encodeURIComponent('{"parts.*.text":{"$gt":""}}');
    expect(await documents.ask('GET', `/large/parts?page-size=60&where=${where}`)).toMatchObject(refused);
    expect((await documents.ask('GET', `/large/parts?page-size=2&where=${where}`)).status).toBe(200);
  });

  it('of some thousands of leaves are refused when they are written', async () => {
    const list = (length: number) => Array.from({ length }, (_, index) => index);
    expect((await documents.ask('PUT', '/wide/one', { list: list(3000) })).status).toBe(200);
    expect(await documents.ask('PUT', '/wide/one', { list: list(6000) })).toMatchObject(refused);
    expect((await documents.ask('GET', '/wide/one?raw=true')).body).toEqual({ list: list(3000) });
  });

  it('with member names of 60,000 characters are failures of the database', async () => {
    const name = 'n'.repeat(60_000);
    for (const body of [{ [name]: 1 }, { a: [{ [name]: { b: 1 } }] }]) {
      expect((await documents.ask('PUT', '/names/one', body)).status).toBe(500);
      expect((await documents.ask('PATCH', '/names/one', body)).status).toBe(500);
    }
    expect((await documents.ask('GET', '/names/one')).status).toBe(404);
  });
});
