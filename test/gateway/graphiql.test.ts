import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_TABS } from '../../gateway/graphiql-tabs.ts';
import { createSchema } from '../../schema/schema.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({ emulator: { sample: true } });
}, 60_000);
afterAll(() => gateway.close());

const BROWSER = { headers: { accept: 'text/html,application/xhtml+xml' } };

describe('the page', () => {
  test('has everything in it: nothing is fetched from elsewhere, and nothing may be', async () => {
    const response = await fetch(gateway.url, BROWSER);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
    const page = await response.text();
    // Tags of the page itself; the scripts between them are text.
    const tags = page.replace(/<script>[\s\S]*<\/script>/, '').match(/<(?:script|link|img|iframe)\b[^>]*>/g) ?? [];
    const addresses = tags.flatMap((tag) => [...tag.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address));
    expect(addresses.filter((address) => !address?.startsWith('data:'))).toEqual([]);
    for (const cdn of ['unpkg.com', 'jsdelivr', 'cdnjs', 'esm.sh', 'fonts.googleapis']) expect(page).not.toContain(cdn);
  });

  test('is where a browser comes to from the root', async () => {
    const response = await fetch(new URL('/', gateway.url), { ...BROWSER, redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });

  test('is for browsers: others get GraphQL', async () => {
    const response = await fetch(`${gateway.url}?query={__typename}`, { headers: { 'apollo-require-preflight': '1' } });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });
});

describe('each example tab', () => {
  test.each(EXAMPLE_TABS.map((tab) => [tab.query.split('\n')[0], tab] as const))('%s', async (_, tab) => {
    expect(validate(createSchema(), parse(tab.query))).toEqual([]);
    const { data, errors } = await gateway.query(tab.query, JSON.parse(tab.variables ?? '{}'));
    expect(errors).toBeUndefined();
    // Nothing is null or empty: it shows what it is to show.
    expect(JSON.stringify(data)).not.toMatch(/"(keyspace|namespace|table|collection|row)":null|"nodes":\[\]/);
  });
});
