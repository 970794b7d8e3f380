/** The code on the page about React is that of the example, which the tests of clients build and open in a browser. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../gateway/cli/process.ts';
import { blocksOf } from './pages.ts';

const EXAMPLE = new URL('../../examples/react-apollo/', import.meta.url);

const blocks = blocksOf('docs/react.md');
const [, printing] = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text);
/** Each begins with the name of its file. */
const parts = blocks
  .filter(({ language }) => language === 'ts' || language === 'tsx')
  .map(({ text }) => {
    const [, file = '', code = ''] = /^\/\/ (\S+)\n([\s\S]*)$/.exec(text) ?? [];
    return { file, code };
  });
const PRINTED = 'src/type-policies.ts';

test('there is some for each part of the page', () => {
  expect(new Set(parts.map(({ file }) => file)).size).toBeGreaterThan(6);
});

test.each(parts.filter(({ file }) => file !== PRINTED))('%o', ({ file, code }) => {
  expect(flush(readFileSync(new URL(file, EXAMPLE), 'utf8'))).toContain(flush(code));
});

test('the commands are those of the example, and print what is shown', async () => {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', EXAMPLE), 'utf8'));
  const own = scripts.schema.replaceAll('node ../../dist/gateway/main.js', 'npx astra-graphql').replace(' && ', '\n');
  expect(printing?.trim()).toBe(own);
  const { stdout } = await run(['schema', 'travel', '--memory', '--client', 'apollo']);
  expect(stdout).toContain(parts.find(({ file }) => file === PRINTED)?.code);
}, 60_000);

test.each(['react-apollo', 'typed-urql'])(
  '%s says what each scalar of the schema is',
  async (name) => {
    const { stdout } = await run(['schema', 'travel', '--memory']);
    const config = readFileSync(new URL(`../${name}/codegen.ts`, EXAMPLE), 'utf8');
    const [, known = ''] = /scalars: \{(.*)\}/.exec(config) ?? [];
    const scalars = [...stdout.matchAll(/^scalar (\w+)/gm)].map(([, scalar]) => scalar);
    expect([...known.matchAll(/(\w+): '/g)].map(([, scalar]) => scalar)).toEqual(scalars);
  },
  60_000,
);

/** The page shows parts of functions at the margin, where the formatter ends an element as a statement. */
function flush(code: string): string {
  return code.replace(/^ +|(?<=>);$/gm, '');
}
