/** `docs/receipt.md` names what receipts have, and nothing else. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { rowsOf } from './pages.ts';

const named = rowsOf('docs/receipt.md').map(([name = '']) => name);
const source = readFileSync(new URL('../../gateway/observability/receipt.ts', import.meta.url), 'utf8');

const QUERY = `{ keyspace(name: "travel") { table(name: "airports") {
  rows(first: 12) { nodes { relatedRows(table: "flights", key: [{ column: "origin", from: "iata" }]) { nodes { id } } } }
  one: row(key: { iata: "SFO" }) { values }
  two: row(key: { iata: "JFK" }) { values }
} } }`;

test.each(['stargate', 'data'] as const)(
  'what the receipt of an operation by the API %s has',
  async (api) => {
    const gateway = await startGateway({ api, receipt: true, emulator: { sample: true } });
    const headers = { authorization: `Bearer ${gateway.emulator.applicationToken}`, 'x-astra-receipt': 'true' };
    const { errors, extensions } = await gateway.query(QUERY, {}, headers);
    expect(errors).toBeUndefined();
    const { upstream } = extensions ?? {};
    const calls = upstream.calls.flatMap((call: object) => Object.keys(call).map((name) => `calls.${name}`));
    expect(calls).toContain('calls.reads');
    expect([...Object.keys(upstream), ...calls].filter((name) => !named.includes(name))).toEqual([]);
    await gateway.close();
  },
  60_000,
);

test('each is one that a receipt can have', () => {
  expect(named.length).toBeGreaterThan(15);
  for (const name of named) expect(source, name).toMatch(new RegExp(`\\b${name.replace('calls.', '')}\\b`));
});
