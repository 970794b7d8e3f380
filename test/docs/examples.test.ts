/** Runs every example over the sample data, in the order of the table in `examples/README.md`. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

const FOLDER = new URL('../../examples/', import.meta.url);

const listed = [...readFileSync(new URL('README.md', FOLDER), 'utf8').matchAll(/^\| `([\w-]+)` +\|/gm)].map(
  ([, name]) => name,
);

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({ emulator: { sample: true } });
}, 60_000);

afterAll(() => gateway.close());

test('every example is listed', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.graphql'));
  expect(files.map((name) => name.replace('.graphql', '')).sort()).toEqual([...listed].sort());
});

describe('examples', () => {
  for (const name of listed) {
    test(`${name}`, async () => {
      const text = readFileSync(new URL(`${name}.graphql`, FOLDER), 'utf8');
      const variables = JSON.parse(/^# variables: (.*)$/m.exec(text)?.[1] ?? '{}') as Record<string, unknown>;
      const { data, errors } = await gateway.query(text, variables);
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data)).not.toContain('"error":{');
      for (const [field, value] of Object.entries(data ?? {})) expect(value, field).not.toBeNull();
    });
  }
});
