/** Which names the processes answer to, as they are started. */
import { afterAll, expect, test } from 'vitest';
import { message, sendRaw } from '../../support/raw-request.ts';
import { createFolder, start } from './process.ts';

const { folder, remove } = createFolder();
afterAll(remove);

const SIGN_IN = JSON.stringify({
  query:
    'mutation { createAuthToken(input: { username: "cassandra", password: "cassandra" }) { authToken } createKeyspace(input: { name: "a" }) { keyspace { name } } }',
});

test.each([
  ['serve', [], ['localhost', '127.0.0.1', '[::1]'], ['rebound.example', '192.168.1.9', 'a.dev.example']],
  ['serve', ['--allowed-hosts', '*.dev.example'], ['localhost', 'a.dev.example'], ['rebound.example', 'dev.example']],
  ['serve', ['--host', '0.0.0.0'], ['localhost', 'rebound.example'], []],
  ['serve', ['--host', '0.0.0.0', '--allowed-hosts', 'a.example'], ['localhost', 'a.example'], ['rebound.example']],
  ['emulate', [], ['localhost', '127.0.0.1', '[::1]'], ['rebound.example', '192.168.1.9']],
  ['emulate', ['--allowed-hosts', 'emulator'], ['localhost', 'emulator:1'], ['rebound.example']],
  ['emulate', ['--host', '0.0.0.0'], ['localhost', 'rebound.example'], []],
])(
  '%s %j answers %j, and not %j',
  async (command, words, known, foreign) => {
    const { child, url, ended } = start(folder, [command, '--memory', '--no-sample', '--port', '0', ...words]);
    const base = (await url).replace('0.0.0.0', '127.0.0.1');
    const line = command === 'serve' ? 'POST /graphql HTTP/1.1' : 'GET / HTTP/1.1';
    const body = command === 'serve' ? SIGN_IN : '';
    const ask = async (host: string) =>
      (await sendRaw(base, message(line, [`Host: ${host}`, 'Content-Type: application/json'], body))).status;
    expect(await Promise.all(known.map(ask))).toEqual(known.map(() => 200));
    expect(await Promise.all(foreign.map(ask))).toEqual(foreign.map(() => 421));
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  },
  30_000,
);
