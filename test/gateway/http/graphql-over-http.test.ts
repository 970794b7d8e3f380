/** The audits of graphql-http: what GraphQL over HTTP demands of a server, proved by others, in each form in which the gateway runs. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGateway } from '../../../gateway/index.ts';
import { createFolder, start } from '../cli/process.ts';

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

interface Form {
  readonly url: string;
  readonly fetch: Fetch;
  close(): Promise<unknown>;
}

/** No audit asks for anything that upstream would have to answer. */
const NOBODY = 'http://127.0.0.1:1';
const CONFIG = { stargateRestUrl: NOBODY, stargateDocumentUrl: NOBODY, stargateAuthUrl: NOBODY, quiet: true };

async function startProcess(): Promise<Form> {
  const { folder, remove } = createFolder();
  const { url, child, ended } = start(folder, ['serve', '--port', '0', '--memory', '--no-sample']);
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    remove();
  };
  return { url: await url, fetch, close };
}

async function startHandler(): Promise<Form> {
  const gateway = createGateway(CONFIG);
  const url = 'http://host/graphql';
  return { url, fetch: (input, init) => gateway.fetch(new Request(input, init)), close: gateway.close };
}

async function startListener(): Promise<Form> {
  const gateway = createGateway(CONFIG);
  const server = createServer(gateway.listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await gateway.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, fetch, close };
}

const FORMS: [string, () => Promise<Form>][] = [
  ['the process', startProcess],
  ['a fetch handler', startHandler],
  ['a listener behind a plain server', startListener],
];

describe.each(FORMS)('%s', (_, startForm) => {
  let form: Form;
  beforeAll(async () => {
    form = await startForm();
  });
  afterAll(() => form.close());

  /** GET is refused to what could be a page elsewhere, so the audits say that they are none. */
  const fetchAsApplication: Fetch = (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set('apollo-require-preflight', 'true');
    return form.fetch(url, { ...init, headers });
  };
  const audits = serverAudits({ url: () => form.url, fetchFn: fetchAsApplication });

  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});

test('there are as many audits as were counted', () => {
  expect(serverAudits({ url: NOBODY })).toHaveLength(61);
});
