/** Every command and every file of settings in `docs/copy.md` is one that the program takes. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readCommandLine } from '../../gateway/cli/command-line.ts';
import { readCopyConfig, readSide } from '../../gateway/config/copy-config.ts';
import { readEmulateConfig } from '../../gateway/config/emulate-config.ts';

const PAGE = readFileSync(new URL('../../docs/copy.md', import.meta.url), 'utf8');
const BLOCKS = [...PAGE.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
const COMMANDS = BLOCKS.flatMap((block) =>
  [...block.matchAll(/^npx astra-graphql ([^#\n]*)/gm)].map(([, words = '']) => words.trim()),
);
const FILES = BLOCKS.flatMap((block) => {
  const [, name] = /^# (\S+\.env)\n/.exec(block) ?? [];
  return name === undefined ? [] : [[name, block] as const];
});

test('there are some of each', () => {
  expect(COMMANDS).toHaveLength(6);
  expect(FILES.map(([name]) => name)).toEqual(['stargate.env', 'astra.env']);
});

test.each(COMMANDS)('%s', (words) => {
  const line = readCommandLine(words.split(/ +/));
  if (line.command === 'emulate') expect(readEmulateConfig(line.flags, {}).port).toBeGreaterThan(8000);
  else if (line.command !== 'copy') throw new Error(`Nobody reads ${line.command} here`);
  else {
    const { from, to } = readCopyConfig(line.flags, {});
    for (const { place } of [from, to]) {
      expect(place).toMatch(/^http:\/\/127\.0\.0\.1:80\d\d$|\.env$/);
      if (place.endsWith('.env')) expect(FILES.map(([name]) => name)).toContain(place);
    }
  }
});

describe.each(FILES)('%s', (name, block) => {
  test('names an upstream, and what signs in', () => {
    const { upstream, credentials } = readSide(parseEnv(block.replace('…', 'secret')), name);
    const expected =
      name === 'astra.env' ? { kind: 'astra', token: 'AstraCS:secret' } : { kind: 'stargate', user: 'cassandra' };
    expect({ kind: upstream.kind, ...credentials }).toMatchObject(expected);
  });
});

test('the exit statuses are those of the program', () => {
  const source = ['copy-command.ts', '../main.ts']
    .map((file) => readFileSync(new URL(`../../gateway/cli/${file}`, import.meta.url), 'utf8'))
    .join('');
  for (const [, status] of PAGE.matchAll(/^\| +(\d+) \|/gm)) {
    if (status !== '0') expect(source).toMatch(new RegExp(`(?:= |\\? )${status}\\b`));
  }
});
