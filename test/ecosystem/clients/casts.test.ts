import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { findCasts } from './casts.ts';

const folder = fileURLToPath(new URL('../.work/casts/', import.meta.url));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function castsOf(text: string): string[] {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/tsconfig.json`, '{ "compilerOptions": { "strict": true, "lib": ["es2023"], "types": [] } }');
  writeFileSync(`${folder}/it.ts`, text);
  return findCasts(folder, (path) => path === 'it.ts').casts.map((cast) => cast.replace(/^.*it\.ts:/, ''));
}

test.each([
  ['export const one = JSON.parse("1");', ['1: one = JSON.parse("1")', '1: JSON.parse("1")']],
  ['declare const it: unknown;\nexport const one = it as string;', ['2: it as string']],
  ['declare const it: unknown;\nexport const one = <string>it;', ['2: <string>it']],
  ['export const one = [1] as const;', ['1: [1] as const']],
  ['export const one = [1][0]!;', ['1: [1][0]!']],
  ['export let one!: string;', ['1: one!: string']],
  ['export type It = any[];', ['1: any']],
  ['// @ts-ignore\nexport const one: string = 1;', ['1: @ts-ignore']],
  ['export function it(value: unknown) { return typeof value === "string" ? value.length : 0; }', []],
])('%s', (text, casts) => {
  expect(castsOf(text)).toEqual(casts);
});
