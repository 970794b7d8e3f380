/** Runs every example over the sample data, in the order of the table in `examples/README.md`, on each back end that can. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

const FOLDER = new URL('../../examples/', import.meta.url);

const listed = [...readFileSync(new URL('README.md', FOLDER), 'utf8').matchAll(/^\| `([\w-]+)` +\|/gm)].map(
  ([, name]) => name,
);

/** What a back end cannot do: these examples are refused there, and say so. */
const LACKING: Readonly<Record<'stargate' | 'data', readonly string[]>> = {
  stargate: ['nearest-documents'],
  data: [],
};

test('every example is listed', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.graphql'));
  expect(files.map((name) => name.replace('.graphql', '')).sort()).toEqual([...listed].sort());
});

describe.each(['stargate', 'data'] as const)('examples, by the API %s', (api) => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await startGateway({ api, emulator: { sample: true } });
  }, 60_000);
  afterAll(() => gateway.close());

  for (const name of listed) {
    test(`${name}`, async () => {
      const text = readFileSync(new URL(`${name}.graphql`, FOLDER), 'utf8');
      const variables = JSON.parse(/^# variables: (.*)$/m.exec(text)?.[1] ?? '{}') as Record<string, unknown>;
      const { data, errors } = await gateway.query(text, variables);
      if (LACKING[api].includes(name ?? '')) {
        expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_SUPPORTED']);
        return;
      }
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data)).not.toContain('"error":{');
      for (const [field, value] of Object.entries(data ?? {})) expect(value, field).not.toBeNull();
    });
  }
});
