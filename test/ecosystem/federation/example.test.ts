/** `examples/federation`, run as it stands: composed, and asked through a router. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blocksOf } from '../../docs/pages.ts';
import { findFreePort } from '../../support/free-port.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { copyExample } from '../clients/example.ts';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({ subgraph: {}, auth: { acceptAuthorization: false }, emulator: { sample: true } });
}, 60_000);
afterAll(() => gateway.close());

test('its subgraph is the one that docs/federation.md prints', () => {
  const file = new URL('../../../examples/federation/favourites.graphql', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(blocksOf('docs/federation.md')[0]?.text);
});

test('it answers from both subgraphs', async () => {
  const environment = {
    GATEWAY_URL: gateway.url,
    GATEWAY_TOKEN: gateway.emulator.applicationToken,
    FAVOURITES_PORT: String(await findFreePort()),
  };
  const printed = await copyExample('federation').run('start', environment);
  expect(printed.trim().split('\n')).toEqual(['San Francisco: 5 stars', 'Los Angeles: 3 stars']);
});
