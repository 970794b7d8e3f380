/** Typed graphs seen from outside: their page, their metrics and the times of a receipt. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop({ receipt: true });
}, 60_000);
afterAll(() => shop.close());

test('a receipt counts from the first read of definitions, which comes before the execution', async () => {
  const response = await fetch(`${shop.gateway.url}/shop`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-astra-receipt': 'true',
      authorization: `Bearer ${shop.gateway.emulator.applicationToken}`,
    },
    body: JSON.stringify({ query: '{ items_by_key(id: 1) { label } }' }),
  });
  const { data, extensions } = await response.json();
  expect(data).toEqual({ items_by_key: { label: 'Item 1' } });
  const starts = extensions.upstream.calls.map(({ startMs }: { startMs: number }) => startMs);
  expect(starts.length).toBeGreaterThan(1);
  expect(starts[0]).toBe(0);
  expect(Math.min(...starts)).toBe(0);
  const { durationMs, calls } = extensions.upstream;
  for (const call of calls) expect(call.startMs + call.durationMs).toBeLessThanOrEqual(durationMs + 0.02);
});

test('requests are counted by their surface', async () => {
  await shop.ask('/shop', '{ __typename }');
  const metrics = await (await fetch(shop.gateway.url.replace('/graphql', '/metrics'))).text();
  expect(metrics).toMatch(/^astra_graphql_requests_total\{surface="typed",operation="query",status="200"\} [1-9]/m);
  expect(metrics).toMatch(/^astra_graphql_requests_total\{surface="universal",operation="mutation",status="200"\} 1$/m);
});

test('a browser gets the page at the path of a typed graph, with the files of the universal one', async () => {
  const [universal, typed] = await Promise.all(
    ['', '/shop'].map(async (path) => {
      const response = await fetch(`${shop.gateway.url}${path}`, { headers: { accept: 'text/html' } });
      return { type: response.headers.get('content-type'), text: await response.text() };
    }),
  );
  expect(typed).toEqual(universal);
});

test('limits know typed fields: pages within what a request may cost', async () => {
  const { errors } = await shop.ask(
    '/shop',
    `{ ${Array.from({ length: 100 }, (_, n) => `a${n}: items(first: 1000) { nodes { id label nodeId __typename tags { key value } } }`).join(' ')} }`,
  );
  expect(errors?.[0]?.message).toMatch(/asks for up to 700200 values, and 500000 are allowed/);
  expect((await shop.ask('/shop', '{ items(first: 1000) { nodes { label } } }')).errors).toBeUndefined();
});
