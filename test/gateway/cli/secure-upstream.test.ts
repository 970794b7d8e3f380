/** Upstream behind TLS, as Astra is: its certificate is checked, and connections are kept. The certificate is made for tests, and nobody else trusts it. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmulator, type Emulator } from '../../../emulator/emulator.ts';
import { type Listening, listen } from '../../../emulator/server/server.ts';
import { ask, createFolder, type Environment, start } from './process.ts';

const certificate = fileURLToPath(new URL('../../support/certificate/localhost.pem', import.meta.url));
const key = fileURLToPath(new URL('../../support/certificate/localhost.key.pem', import.meta.url));

const { folder, remove } = createFolder();

let emulator: Emulator;
let plain: Listening;
/** Ends TLS in front of the emulator. */
let secure: Server;
let connections = 0;

beforeAll(async () => {
  emulator = await createEmulator();
  plain = await listen(emulator);
  secure = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (socket) => {
    connections += 1;
    const behind = connect(Number(new URL(plain.url).port), '127.0.0.1');
    socket.pipe(behind).pipe(socket);
    for (const end of [socket, behind]) end.on('error', () => [socket, behind].map((each) => each.destroy()));
  });
  secure.listen(0, '127.0.0.1');
  await once(secure, 'listening');
}, 30_000);

afterAll(async () => {
  secure.close();
  await plain.close();
  await emulator.close();
  remove();
});

/** Keyspaces, asked one after the other of a gateway that is started with these settings. */
async function askThrough(host: string, environment: Environment, times = 1) {
  const { port } = secure.address() as AddressInfo;
  const base = `https://${host}:${port}/${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}/api/rest`;
  const urls = { STARGATE_REST_URL: base, STARGATE_DOCUMENT_URL: base, STARGATE_AUTH_URL: base };
  const gateway = start(folder, ['serve', '--port', '0', '--quiet'], { ...urls, ...environment });
  const url = await gateway.url;
  const answers: unknown[] = [];
  // Another keyspace each time, because its definitions are kept.
  for (let time = 0; time < times; time += 1) {
    const query = `{ keyspace(name: "k${time}") { name } }`;
    answers.push(await ask(url, query, { 'x-cassandra-token': emulator.applicationToken }));
  }
  gateway.child.kill();
  const { stderr: log } = await gateway.ended;
  return { log, answers };
}

test.each(['node', 'node-fetch'])(
  'a certificate that is trusted is one connection for all calls: %s',
  async (client) => {
    const before = connections;
    const environment = {
      NODE_EXTRA_CA_CERTS: certificate,
      ASTRA_GRAPHQL_HTTP_CLIENT: client,
    };
    const { answers } = await askThrough('localhost', environment, 3);
    expect(answers).toEqual(Array(3).fill({ data: { keyspace: null } }));
    expect(connections - before).toBe(1);
  },
);

test.each([
  ['that nobody trusts', 'localhost', {}, 'DEPTH_ZERO_SELF_SIGNED_CERT', 'NODE_EXTRA_CA_CERTS'],
  [
    'of another name',
    '127.0.0.1',
    { NODE_EXTRA_CA_CERTS: certificate },
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'another name',
  ],
])(
  'a certificate %s is refused: the error names the code, and the log the cure',
  async (_, host, environment, code, cure) => {
    const { answers, log } = await askThrough(host, environment);
    expect(answers).toMatchObject([
      { data: { keyspace: null }, errors: [{ message: expect.stringContaining(`(${code})`) }] },
    ]);
    expect(log).toContain(cure);
  },
);
