/** What the Dockerfile says of the process holds, as far as that shows without Docker. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SETTINGS } from '../../gateway/config/settings.ts';
import { createFolder, type Started, start } from '../gateway/cli/process.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
/** One instruction a line. */
const lines = read('Dockerfile')
  .replaceAll(/ *\\\n */g, ' ')
  .split('\n');
const last = (word: string) => lines.findLast((line) => line.startsWith(`${word} `))?.slice(word.length + 1) ?? '';
const variables = Object.fromEntries([...last('ENV').matchAll(/(\S+)=(\S+)/g)].map(([, name, value]) => [name, value]));

const { folder, remove } = createFolder();
let gateway: Started;

beforeAll(async () => {
  const here = { ASTRA_GRAPHQL_DATA_DIR: folder, ASTRA_GRAPHQL_PORT: '0' };
  gateway = start(folder, [...JSON.parse(last('CMD')), '--no-sample'], { ...variables, ...here } as Record<
    string,
    string
  >);
  await gateway.url;
});
afterAll(async () => {
  gateway.child.kill('SIGKILL');
  await gateway.ended;
  remove();
});

test('it sets nothing that the gateway does not know, and listens where the outside comes in', () => {
  const known: string[] = Object.values(SETTINGS).map(({ env }) => env);
  const { NODE_ENV, ...ours } = variables;
  expect(NODE_ENV).toBe('production');
  expect(Object.keys(ours).filter((name) => !known.includes(name))).toEqual([]);
  expect(ours).toMatchObject({ ASTRA_GRAPHQL_HOST: '0.0.0.0', ASTRA_GRAPHQL_PORT: last('EXPOSE') });
  expect(ours.ASTRA_GRAPHQL_DATA_DIR).toBe(last('VOLUME'));
});

test('it runs what the package has as its command, and not as root', () => {
  const { bin } = JSON.parse(read('package.json'));
  expect(JSON.parse(last('ENTRYPOINT'))).toEqual(['node', '--no-memory-reducer', bin['astra-graphql']]);
  expect(Number.parseInt(last('USER'), 10)).toBeGreaterThan(0);
});

test('its health check passes while the gateway answers, and fails when it does not', async () => {
  const [, json = '[]'] = /CMD (\[.*\])$/.exec(last('HEALTHCHECK')) ?? [];
  const [, ...words] = JSON.parse(json) as string[];
  const environment = { ASTRA_GRAPHQL_PORT: new URL(await gateway.url).port };
  expect(() => execFileSync(process.execPath, words, { env: environment })).not.toThrow();
  gateway.child.kill('SIGTERM');
  await gateway.ended;
  expect(spawnSync(process.execPath, words, { env: environment }).status).toBe(1);
});

test('its health check follows the last --port of the command line, which outweighs the variable', async () => {
  const words = ['serve', '--memory', '--no-sample', '--port', '1'];
  const first = start(folder, [...words, '--port=0']);
  const { port } = new URL(await first.url);
  first.child.kill('SIGTERM');
  await first.ended;
  const second = start(folder, [...words, `--port=${port}`]);
  await second.url;
  // In the image the gateway is process 1.
  const [, ...check] = (JSON.parse(/CMD (\[.*\])$/.exec(last('HEALTHCHECK'))?.[1] ?? '[]') as string[]).map((word) =>
    word.replaceAll('/proc/1/', `/proc/${second.child.pid}/`),
  );
  const environment = { ASTRA_GRAPHQL_PORT: '1' };
  expect(spawnSync(process.execPath, check, { env: environment }).status).toBe(0);
  second.child.kill('SIGTERM');
  await second.ended;
});

test('nothing secret and nothing built elsewhere gets into it', () => {
  expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.git', 'node_modules', 'dist']));
});
