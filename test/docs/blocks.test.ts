/** Every block of code in the README and the pages is taken by what it is for; queries have the answers that are printed. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { type DocumentNode, Kind, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCommandLine } from '../../gateway/cli/command-line.ts';
import type { Setting } from '../../gateway/config/setting.ts';
import { SETTINGS } from '../../gateway/config/settings.ts';
import { createSchema } from '../../schema/schema.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';
import { type Block, blocksOf, PAGES, readPage } from './pages.ts';

/** Their queries are for other schemas than that of `/graphql`; tests of their own hold them. */
const OF_OTHER_SCHEMAS = ['docs/relations.md', 'docs/typed-documents.md', 'docs/typed-graph.md'];
/** So does that of the README. */
const AT_ANOTHER_PATH = /^# http:\S+\/graphql\/\w+\n/;
const APIS = ['stargate', 'data'] as const;

const blocks = PAGES.flatMap(blocksOf);
const inLanguage = (...languages: readonly string[]) =>
  blocks.filter(({ language }) => languages.includes(language)).map((block) => [nameOf(block), block] as const);
const operations = inLanguage('graphql').filter(
  ([, { page, text }]) => !OF_OTHER_SCHEMAS.includes(page) && !AT_ANOTHER_PATH.test(text) && isOperation(parse(text)),
);
const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

test('there are some of each kind', () => {
  expect(operations.length).toBeGreaterThan(3);
  expect(operations.filter(([, { answer }]) => answer !== undefined).length).toBeGreaterThan(1);
  expect(inLanguage('sh').length).toBeGreaterThan(5);
});

describe('queries', () => {
  let gateways: readonly RunningGateway[];
  beforeAll(async () => {
    gateways = await Promise.all(APIS.map((api) => startGateway({ api, emulator: { sample: true } })));
  }, 60_000);
  afterAll(() => Promise.all(gateways.map((each) => each.close())));

  test.each(operations)('%s', async (_, { text, answer }) => {
    expect(validate(createSchema(), parse(text))).toEqual([]);
    const answers = await Promise.all(gateways.map((each) => each.query(text)));
    const codes = answers.map(({ errors = [] }) => errors.map(({ extensions }) => extensions.code));
    expect(codes.flat().filter((code) => code !== 'NOT_SUPPORTED')).toEqual([]);
    expect(codes).toContainEqual([]);
    for (const each of answer === undefined ? [] : answers) expect(each).toEqual(JSON.parse(answer ?? ''));
  });
});

test.each(inLanguage('sh'))('%s: the shell can read it, and the program its commands', (_, { text }) => {
  execFileSync('sh', ['-n'], { input: text });
  for (const [, name = ''] of text.matchAll(/\bnpm run ([\w:]+)/g)) expect(Object.keys(scripts)).toContain(name);
  for (const words of commandsIn(text)) readCommandLine(words);
});

test.each(inLanguage('ts', 'js'))('%s: it is a program', (_, { language, text }) => {
  expect(() => transformSync(text, { loader: language as 'ts' | 'js' })).not.toThrow();
});

test.each(inLanguage('json'))('%s: it is JSON', (_, { text }) => {
  expect(() => JSON.parse(text)).not.toThrow();
});

test.each(PAGES)('%s names no setting that there is not', (page) => {
  const known = Object.values<Setting>(SETTINGS).map(({ env }) => env);
  const named = [...readPage(page).matchAll(/(?<![\w-])(?:ASTRA|STARGATE|DATA_API)_[A-Z_]*[A-Z]\b/g)].map(
    ([name]) => name,
  );
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

function isOperation({ definitions }: DocumentNode): boolean {
  return definitions.every(({ kind }) => kind === Kind.OPERATION_DEFINITION || kind === Kind.FRAGMENT_DEFINITION);
}

/** The words of each command of the program, without redirections and comments. */
function commandsIn(text: string): string[][] {
  const scripted = { 'npm start --': 'serve', 'npm run emulator --': 'emulate', 'npx astra-graphql': undefined };
  return Object.entries(scripted).flatMap(([start, command]) =>
    [...text.matchAll(new RegExp(`\\b${start} ([^#>\\n]*)`, 'g'))].map(([, words = '']) => [
      ...(command === undefined ? [] : [command]),
      ...words.trim().split(/ +/),
    ]),
  );
}

function nameOf({ page, line }: Block): string {
  return `${page}:${line}`;
}
