/** `docs/reference/typed.md` holds what the graphs of the sample's keyspaces say and answer; "npm run reference" writes it anew. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildClientSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { readRelations } from '../../../schema/relations/read-relations.ts';
import { askTyped } from '../../resolvers/typed/support.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { readTypedExamples } from './examples.ts';
import { printTyped, rootFields, type TypedGraph } from './print-typed.ts';
import { BACK_ENDS, type Run, runOneByOne } from './run.ts';

const ROOT = new URL('../../../', import.meta.url);
const text = readFileSync(new URL('emulator/sample/relations.graphql', ROOT), 'utf8');
const { relations } = readRelations([{ name: 'relations.graphql', text }]);

let graphs: readonly TypedGraph[];
beforeAll(async () => {
  // Definitions are read once: what an example asks does not depend on how long those before it took.
  const upstream = { schemaLifetimeMs: 600_000 };
  const start = (api: 'stargate' | 'data') =>
    startGateway({ ...BACK_ENDS[api], upstream, receipt: true, gateway: { relations } });
  const [stargate, data] = [await start('stargate'), await start('data')];
  graphs = [await graphOf('travel', stargate, data), await graphOf('geology', stargate, data)];
  await Promise.all([stargate.close(), data.close()]);
}, 180_000);

async function graphOf(keyspace: string, stargate: RunningGateway, data: RunningGateway): Promise<TypedGraph> {
  const introspected = await askTyped(stargate, keyspace, getIntrospectionQuery({ schemaDescription: true }));
  const examples = readTypedExamples(keyspace);
  const run = (gateway: RunningGateway) => runOneByOne(gateway, `${gateway.url}/${keyspace}`, examples);
  const [byStargate, byData] = [await run(stargate), await run(data)];
  const runs = examples.flatMap((example): Run[] => {
    const [one, other] = [byStargate.get(example), byData.get(example)];
    return one && other ? [{ example, stargate: one, data: other }] : [];
  });
  return { keyspace, schema: buildClientSchema(introspected.data), runs };
}

test('typed.md is current', async () => {
  await expect(printTyped(graphs)).toMatchFileSnapshot(fileURLToPath(new URL('docs/reference/typed.md', ROOT)));
});

test('each example is right, and answered by each back end', () => {
  for (const { schema, runs } of graphs) {
    for (const { example, stargate, data } of runs) {
      expect(validate(schema, parse(example.query)), example.name).toEqual([]);
      expect([stargate.answer.errors, data.answer.errors], example.name).toEqual([undefined, undefined]);
      for (const value of Object.values(stargate.answer.data)) expect(value, example.name).not.toBeNull();
    }
  }
});

/** The same field of another table is of one kind with it. */
const kindOf = (name: string) => name.replace(/airports|flights|quake/, 't');

test('each kind of field has an example', () => {
  for (const { keyspace, schema, runs } of graphs) {
    const shown = new Set(runs.map(({ example }) => kindOf(example.name)));
    const missing = rootFields(schema).filter(({ name }) => !shown.has(kindOf(name)));
    expect(missing.map(({ name }) => name).filter((name) => keyspace === 'travel' || !/^nodes?$/.test(name))).toEqual(
      [],
    );
  }
});
