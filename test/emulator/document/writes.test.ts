import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopClock } from '../../support/clock.ts';
import { type Harness, openHarness } from './document-harness.ts';

let harness: Harness;
beforeAll(() => {
  harness = openHarness();
});
afterAll(() => harness.close());

const ask: Harness['ask'] = (...request) => harness.ask(...request);
const read = async (path: string) => (await ask('GET', `${path}?raw=true`)).body;

describe('whole documents', () => {
  it('are created under a random id, together with their collection', async () => {
    const { status, headers, body } = await ask('POST', '/made', { a: [1, { b: null }] });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`http://emulator/v2/namespaces/harbour/collections/made/${body.documentId}`);
    expect(await read(`/made/${body.documentId}`)).toEqual({ a: [1, { b: null }] });
  });

  it('forget what was there when they are replaced', async () => {
    await ask('PUT', '/c/one', { a: { b: 1 }, c: [1, 2, 3] });
    await ask('PUT', '/c/one', ['x']);
    expect(await read('/c/one')).toEqual(['x']);
  });

  it.each([
    [{}, /just an empty object/],
    [7, /just a JSON primitive/],
    [{ 'a.b': 1 }, /invalid field a\.b/],
    ['{"a":', /HTTP 400/],
    ['', /payload must not be empty/],
  ])('refuse %j', async (body, description) => {
    const answer = await ask('PUT', '/c/refused', body);
    expect(answer.status).toBe(400);
    expect(answer.body.description).toMatch(description);
  });

  it('may have ids longer than a key of the store', async () => {
    const id = 'é'.repeat(600);
    await ask('PUT', `/c/${encodeURIComponent(id)}`, { a: 1, b: { c: 2 } });
    await ask('PUT', `/c/${encodeURIComponent(`${id}x`)}`, { other: true });
    expect(await read(`/c/${encodeURIComponent(id)}`)).toEqual({ a: 1, b: { c: 2 } });
    await ask('DELETE', `/c/${encodeURIComponent(id)}`);
    expect((await ask('GET', `/c/${encodeURIComponent(id)}`)).status).toBe(404);
    expect(await read(`/c/${encodeURIComponent(`${id}x`)}`)).toEqual({ other: true });
  });

  it('may have paths longer than a key of the store, and keep their order', async () => {
    const long = 'k'.repeat(1500);
    await ask('PUT', '/c/long', { [long]: { b: 1, a: [1, 2], [long]: 'deep' }, z: 1 });
    expect((await ask('GET', '/c/long?raw=true')).text).toBe(`{"${long}":{"a":[1,2],"b":1,"${long}":"deep"},"z":1}`);
    await ask('DELETE', `/c/long/${long}/a`);
    expect(await read('/c/long')).toEqual({ [long]: { b: 1, [long]: 'deep' }, z: 1 });
  });
});

describe('parts of documents', () => {
  it('are replaced, patched and deleted without their neighbours', async () => {
    await ask('PUT', '/c/parts', { a: { x: 1, y: { z: 2 } }, l: [1, 2, 3] });
    await ask('PUT', '/c/parts/a/y', [true]);
    await ask('PATCH', '/c/parts/a', { x: { deep: 1 } });
    await ask('DELETE', '/c/parts/l/%5B1%5D');
    expect(await read('/c/parts')).toEqual({ a: { x: { deep: 1 }, y: [true] }, l: [1, null, 3] });
  });

  it('hide a parent of another type until they are deleted', async () => {
    await ask('PUT', '/c/hidden', { a: [1, 2], z: 0 });
    await ask('PUT', '/c/hidden/a/k', 9);
    expect(await read('/c/hidden')).toEqual({ a: { k: 9 }, z: 0 });
    await ask('DELETE', '/c/hidden/a/k');
    expect(await read('/c/hidden')).toEqual({ a: [1, 2], z: 0 });
  });

  it('are decoded twice, ids once', async () => {
    await ask('PUT', '/c/a%252Fb/%2541', 1);
    expect(await read('/c/a%252Fb')).toEqual({ A: 1 });
    expect((await ask('GET', '/c/a%252Fb/%25')).status).toBe(404);
  });

  it('copy the lifetime of the document only when they are asked to', async () => {
    const clock = stopClock();
    await ask('PUT', '/c/brief?ttl=1', { a: 1 });
    await ask('PUT', '/c/brief/b?ttl-auto=true', 2);
    await ask('PUT', '/c/brief/c', 3);
    clock.pass(2100);
    expect(await read('/c/brief')).toEqual({ c: 3 });
  });
});

describe('batches', () => {
  it('take their ids from the documents and tell which were written', async () => {
    const documents = [{ nr: 7.0, as: 'number' }, { nr: 'seven' }];
    const { status, body } = await ask('POST', '/c/batch?id-path=nr', documents);
    expect(status).toBe(202);
    expect(body.documentIds).toEqual(['7', 'seven']);
    const long = await ask('POST', '/c/batch?id-path=nr', [{ nr: 'long', text: 'x'.repeat(70_000) }, { nr: 'short' }]);
    expect(long.body).toEqual({ documentIds: ['short'] });
  });
});

describe('functions', () => {
  it('push, pop and set', async () => {
    await ask('PUT', '/c/list', { l: [1] });
    const pushed = await ask('POST', '/c/list/l/function', '{"operation":"$push","value":{"b":2.0,"a":1}}');
    expect(pushed.text).toBe('{"documentId":"list","data":[1,{"b":2.0,"a":1}]}');
    expect((await ask('POST', '/c/list/l/function', { operation: '$pop' })).body.data).toEqual({ a: 1, b: 2 });
    await ask('POST', '/c/list/function', { operation: '$set', value: { 'm.[1].n': null, l: {} } });
    expect(await read('/c/list')).toEqual({ l: {}, m: [null, { n: null }] });
  });

  it('answer 500 without a body to a call that repeats itself', async () => {
    const { status, text } = await ask('POST', '/c/list/function', '{"operation":"$pop","value":1,"value":2}');
    expect([status, text]).toEqual([500, '']);
  });
});

describe('JSON schemas', () => {
  it('check whole documents as they were sent, and forbid parts', async () => {
    const schema = { required: ['n'], properties: { n: { type: 'integer', maximum: 9 }, 'a\\.b': { type: 'string' } } };
    await ask('POST', '', { name: 'forms' });
    expect((await ask('PUT', '/forms/json-schema', schema)).body).toEqual({ schema });
    expect((await ask('PUT', '/forms/one', '{"n":5.0}')).status).toBe(400);
    expect((await ask('PUT', '/forms/one', { n: 5, 'a\\.b': 1 })).status).toBe(400);
    expect((await ask('PUT', '/forms/one', { n: 5, 'a\\.b': 'x' })).status).toBe(200);
    expect((await ask('PUT', '/forms/one/n', 6)).body.description).toMatch(/partial updates/);
    expect((await ask('PUT', '/forms/json-schema', { type: 'strin' })).body.description).toBe(
      '[error]: "strin" is not a valid primitive type (valid values are: [array, boolean, integer, null, number, object, string]); ',
    );
  });
});

describe('tokens', () => {
  it('are looked at only when the back end is needed', async () => {
    const wrong = { token: 'wrong' };
    expect((await ask('PUT', '/c/one', '', wrong)).status).toBe(400);
    expect((await ask('PUT', '/c/one', {}, wrong)).body.grpcStatus).toBe('UNAUTHENTICATED');
  });
});
