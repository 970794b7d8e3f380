/** `infer`: types from documents, with how many disagree; and what it prints serves the documents that it has read. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { valueIn } from '../../../datasources/documents/values.ts';
import { toAstra } from '../../../gateway/cli/connect.ts';
import { runInfer } from '../../../gateway/cli/infer-command.ts';
import { readServeConfig } from '../../../gateway/config/serve-config.ts';
import { printDescription } from '../../../gateway/infer/print.ts';
import type { InferConfig } from '../../../gateway/infer/tool-config.ts';
import { parseDescriptions } from '../../../resolvers/typed-documents/parse.ts';
import { toOutput } from '../../../resolvers/typed-documents/values.ts';
import { readRelations } from '../../../schema/relations/read-relations.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

test('values of types that JSON has not', () => {
  const documents = [
    { at: { $date: 0 }, either: '2020-01-01T00:00:00Z', id: { $uuid: 'x' }, other: { constructor: 1 } },
    { at: { $date: 1 }, either: { $date: 1 }, id: { $uuid: 'y' }, other: { constructor: 2 } },
  ];
  const text = printDescription({ namespace: 'zoo', collection: 'animals', documents });
  expect(text).toContain('  at: DateTime!\n  either: DateTime!\n  id: UUID!\n  other: animals_other!\n');
});

test('types, nullability, lists and objects as found, and who disagrees', () => {
  const documents = [
    {
      name: 'a',
      size: 1,
      at: '2020-01-01T00:00:00Z',
      tags: ['x'],
      home: { city: 'Bern' },
      visits: [{ n: 1 }, { n: 2 }],
      'odd.name': true,
    },
    {
      name: 'b',
      size: 2.5,
      at: '2020-01-02',
      tags: ['y', 7],
      home: { city: null },
      visits: [{ n: 2 ** 40 }, {}],
      _id2: 1,
    },
    { name: 'c', size: null, at: '2020-01-03', tags: [], home: { city: 'Basel', zip: '1' }, visits: 'none', data: 1 },
  ];
  const text = printDescription({ namespace: 'zoo', collection: 'animals', documents });
  expect(text?.replace(/ +#/g, ' #')).toBe(`schema @keyspace(name: "zoo")

# From 3 documents.
type animals @collection(name: "animals", namespace: "zoo") {
  name: String!
  size: Float # null in 1
  at: String!
  tags: [String]! # another type in 1
  home: animals_home!
  visits: [animals_visits!] # another type in 1
  oddx2e_name: Boolean @path(to: "odd\\\\.name") # missing in 2
  x5f_id2: Int @path(to: "_id2") # missing in 2
  datx61_: Int @path(to: "data") # missing in 2
}

type animals_home {
  city: String # null in 1
  zip: String # missing in 2
}

type animals_visits {
  n: BigInt # missing in 1
}
`);
  expect(printDescription({ namespace: 'zoo', collection: 'none', documents: [] })).toBeUndefined();
});

describe.each(['stargate', 'data'] as const)('by the API %s', (api) => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await startGateway({ api, emulator: { sample: true } });
  }, 120_000);
  afterAll(() => gateway.close());

  async function infer(words: readonly string[], sampleSize = 60): Promise<string> {
    const place = { url: gateway.emulatorUrl, ...gateway.emulator.sampleDatabase };
    const upstream = {
      ...toAstra(place, { ...readServeConfig({}, {}).upstream, api }),
      applicationToken: undefined,
    };
    const config: InferConfig = { upstream, credentials: { token: gateway.emulator.applicationToken }, sampleSize };
    let text = '';
    const write = (part: string) => {
      text += part;
    };
    const output = { write };
    await runInfer(config, words, {
      terminal: { stdout: output, stderr: output } as never,
      emulator: undefined as never,
      interruption: { onInterrupt() {} },
    });
    return text;
  }

  test('the sample is read in as few pages as it takes, and what is printed describes it', async () => {
    gateway.clearUpstreamRequests();
    const text = await infer(['geology', 'earthquakes']);
    expect(gateway.upstreamRequests().filter(({ target }) => target.includes('earthquakes'))).toHaveLength(
      api === 'stargate' ? 3 : 2,
    );
    expect(text).toContain('# From 60 documents.');
    expect(text).toMatch(/^ {2}time: DateTime!$/m);
    expect(text).toMatch(/^ {2}location: earthquakes_location!$/m);
    expect(text).toMatch(/^ {2}reportedBy: \[String!\]!?/m);
    const { relations, problems } = readRelations([{ name: 'geology.graphql', text }]);
    expect(problems).toEqual([]);

    const { data } = await gateway.query(
      '{ namespace(name: "geology") { collection(name: "earthquakes") { documents(first: 60) { nodes { data } } } } }',
    );
    const described = parseDescriptions(relations.documents);
    const fields = described.collections.flatMap((collection) => collection.fields);
    expect(fields.length).toBeGreaterThan(10);
    for (const { data: document } of data.namespace.collection.documents.nodes) {
      for (const { path, type } of fields) {
        expect(toOutput(type, valueIn(document, path), path)).not.toBeInstanceOf(Error);
      }
    }
  }, 120_000);

  test('a collection that is missing is an error that says so', async () => {
    await expect(infer(['geology', 'volcanoes'])).rejects.toThrow(/volcanoes/);
  });
});
