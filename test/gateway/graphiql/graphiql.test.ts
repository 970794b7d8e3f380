import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_TABS, tabsFor } from '../../../gateway/graphiql/example-tabs.ts';
import { createSchema } from '../../../schema/schema.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({ emulator: { sample: true } });
}, 60_000);
afterAll(() => gateway.close());

const BROWSER = { headers: { accept: 'text/html,application/xhtml+xml' } };

/** The addresses that the page names, on its own server. */
async function readAddresses(): Promise<string[]> {
  const page = await (await fetch(gateway.url, BROWSER)).text();
  return [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
}

describe('the page', () => {
  test('fetches nothing from elsewhere, and may not', async () => {
    const response = await fetch(gateway.url, BROWSER);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(
      (await readAddresses()).filter((address) => !/^(data:,|\/graphql\/assets\/[\w./-]+)$/.test(address)),
    ).toEqual([]);
  });

  test('has no script in it', async () => {
    const page = await (await fetch(gateway.url, BROWSER)).text();
    expect([...page.matchAll(/<script[^>]*>([^<]*)/g)].map(([, text]) => text)).toEqual(['']);
    expect(page).not.toMatch(/\son\w+=/);
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

describe('its files', () => {
  test('may be kept for ever, for their address changes with the build', async () => {
    const files = (await readAddresses()).filter((address) => address.startsWith('/'));
    expect(files).toHaveLength(2);
    for (const file of files) {
      const response = await fetch(new URL(file, gateway.url));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^text\/(javascript|css); charset=utf-8$/);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('content-encoding')).toBe('gzip');
    }
  });

  test('are the same to those who take no gzip', async () => {
    const [file = ''] = (await readAddresses()).filter((address) => address.endsWith('.js'));
    const address = new URL(file, gateway.url);
    const plain = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(await (await fetch(address)).text());
  });

  test('name the licences of all that is bundled', async () => {
    const [file = ''] = (await readAddresses()).filter((address) => address.endsWith('.js'));
    const text = await (await fetch(new URL(file.replace(/[^/]+$/, 'licenses.txt'), gateway.url))).text();
    for (const name of ['graphiql', 'monaco-editor', 'react-dom'])
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(text).not.toContain('(undefined)');
  });

  test.each(['main.js', '../index.html', '..%2Findex.html', '0/main.js', 'main.js.gz', '0/../../index.html', ''])(
    'are all that can be had: not %j',
    async (path) => {
      const [file = ''] = (await readAddresses()).filter((address) => address.endsWith('.js'));
      const inFolder = path === 'main.js.gz' ? file.replace('main.js', path) : `/graphql/assets/${path}`;
      const response = await gateway.fetch(new Request(new URL(inFolder, gateway.url)));
      expect(response.status).toBe(404);
    },
  );
});

describe('the example tabs', () => {
  test('show each of the seven types first', () => {
    const names = EXAMPLE_TABS.map(({ query }) => /^(?:query|mutation) (\w+)/m.exec(query)?.[1]);
    const types = ['Database', 'Keyspace', 'Table', 'Row', 'Namespace', 'Collection', 'Document'];
    expect(names.slice(0, types.length)).toEqual(types);
  });

  test.each(EXAMPLE_TABS.map((tab) => [tab.query.split('\n')[0], tab] as const))('%s', async (_, tab) => {
    expect(validate(createSchema(), parse(tab.query))).toEqual([]);
    const { data, errors } = await gateway.query(tab.query, JSON.parse(tab.variables ?? '{}'));
    expect(errors).toBeUndefined();
    // Nothing is null or empty: it shows what it is to show.
    expect(JSON.stringify(data)).not.toMatch(/"(keyspace|namespace|table|collection|row|document)":null|:\[\]/);
  });
});

describe('on a database that the Data API serves, the example tabs', () => {
  let data: RunningGateway;
  const tabs = tabsFor(['VECTOR_SEARCH']);

  beforeAll(async () => {
    data = await startGateway({ api: 'data', emulator: { sample: true } });
  }, 60_000);
  afterAll(() => data.close());

  test('end with a vector search, which others do not have', () => {
    expect(tabs.slice(0, -1)).toEqual(EXAMPLE_TABS);
    expect(tabs.at(-1)?.query).toContain('query VectorSearch');
    expect(tabsFor(['ROWS'])).toEqual(EXAMPLE_TABS);
  });

  test.each(tabs.map((tab) => [tab.query.split('\n')[0], tab] as const))('%s', async (_, tab) => {
    const { data: answer, errors } = await data.query(tab.query, JSON.parse(tab.variables ?? '{}'));
    expect(errors).toBeUndefined();
    expect(JSON.stringify(answer)).not.toMatch(/"(keyspace|namespace|table|collection|row|document)":null|:\[\]/);
  });
});
