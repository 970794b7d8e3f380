import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { listen } from '../../../gateway/server/server.ts';

const LOOPBACK = { host: '127.0.0.1', port: 0 };

test('closing answers the requests in flight, and accepts no other', async () => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let arrived = () => {};
  const received = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const server = await listen(async (_, response) => {
    arrived();
    await released;
    response.end('late');
  }, LOOPBACK);
  const answer = fetch(server.url);
  await received;
  const closed = server.close({ delayMs: 0, timeoutMs: 10_000 });
  await expect(fetch(server.url)).rejects.toThrow();
  release();
  expect(await (await answer).text()).toBe('late');
  await closed;
});

test('a request that never ends is cut after its time', async () => {
  let received = () => {};
  const arrival = new Promise<void>((resolve) => {
    received = resolve;
  });
  const server = await listen(() => received(), LOOPBACK);
  const answer = fetch(server.url).then(
    () => 'answered',
    () => 'cut',
  );
  await arrival;
  await server.close({ delayMs: 0, timeoutMs: 50 });
  expect(await answer).toBe('cut');
});

test('a port in use is one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(listen(() => {}, { host: '127.0.0.1', port })).rejects.toMatchObject({
    name: 'ConfigError',
    message: `Port ${port} of 127.0.0.1 is in use: stop what listens there, or choose another with --port.`,
  });
  other.close();
});
