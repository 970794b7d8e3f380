/** Typed schemas that a reader can look at: what changes in them is seen in a diff. "npm run schema" writes them anew. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, validateSchema } from 'graphql';
import { expect, test } from 'vitest';
import { fieldName, typedName } from '../../../resolvers/typed/names.ts';
import { readRelations } from '../../../schema/relations/read-relations.ts';
import type { Relations } from '../../../schema/relations/relation.ts';
import { printPublicSchema } from '../../../schema/shared/print.ts';
import { checkRelations, createTypedSchema, type KeyspaceDefinition } from '../../../schema/typed/schema.ts';
import { allTypes } from './all-types.ts';
import { keyspace, sampleKeyspace, type } from './definitions.ts';
import { HOSTILE_NAMES } from './hostile-names.ts';
import { killrVideo } from './killrvideo.ts';

const golden = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

function build(definition: KeyspaceDefinition, relations?: Relations) {
  const schema = createTypedSchema(definition, relations);
  expect(validateSchema(schema)).toEqual([]);
  return schema;
}

test.each([
  ['travel', sampleKeyspace],
  ['all-types', allTypes],
  ['killrvideo', killrVideo],
])('%s.graphql is current, and a schema by itself', async (name, define) => {
  const sdl = printPublicSchema(build(define()));
  await expect(sdl).toMatchFileSnapshot(golden(`${name}.graphql`));
  expect(() => buildSchema(sdl)).not.toThrow();
});

test.each(['travel', 'geology'] as const)(
  'sample-%s.graphql, with the edges of the sample data, is current',
  async (name) => {
    const file = 'emulator/sample/relations.graphql';
    const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
    const { relations, problems } = readRelations([{ name: file, text }]);
    expect(problems).toEqual([]);
    const travel = sampleKeyspace();
    const geology = { ...keyspace('geology', []), collections: ['earthquakes'] };
    const [own, other] = name === 'travel' ? [travel, geology] : [geology, travel];
    const definition = { ...own, others: [other] };
    expect(checkRelations(definition, relations)).toEqual([]);
    const sdl = printPublicSchema(build(definition, relations));
    await expect(sdl).toMatchFileSnapshot(golden(`sample-${name}.graphql`));
    expect(() => buildSchema(sdl)).not.toThrow();
  },
);

test('hostile-names.txt is current', async () => {
  const lines = HOSTILE_NAMES.map((name) => {
    const [type, field] = [typedName(name), fieldName(name, new Set(['nodeId']))];
    return `${JSON.stringify(name)} is ${type}${field === type ? '' : `, as a column ${field}`}`;
  });
  expect(lines.length).toBeGreaterThan(300);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(golden('hostile-names.txt'));
});

test('every hostile name can be a table, a type and a column at once', () => {
  const columns = HOSTILE_NAMES.map((name) => [name, 'text'] as const);
  const types = HOSTILE_NAMES.map((name) =>
    type(name, Object.fromEntries(HOSTILE_NAMES.slice(0, 10).map((each) => [each, 'int']))),
  );
  const wide = [
    'wide',
    {
      columns: [...columns, ['key', 'int'] as const].filter(
        ([name], at, all) => all.findIndex(([other]) => other === name) === at,
      ),
      partition: ['key'],
    },
  ] as const;
  const typed = [
    'typed',
    {
      columns: [
        ['k', 'int'],
        ...HOSTILE_NAMES.map(
          (name, at) => [`c${at}`, `map<frozen<udt<${name}>>, frozen<list<udt<${name}>>>>`] as const,
        ),
      ] as const,
      partition: ['k'],
    },
  ] as const;
  const tables = HOSTILE_NAMES.map(
    (name) =>
      [
        name,
        {
          columns: [
            [name, 'int'],
            ['other', 'text'],
          ] as const,
          partition: [name],
          clustering: [],
        },
      ] as const,
  );
  const schema = build(keyspace('hostile', [wide, typed, ...tables.filter(([name]) => name !== 'other')], types));
  const row = schema.getType('wide');
  expect(row && 'getFields' in row ? Object.keys(row.getFields()) : []).toHaveLength(HOSTILE_NAMES.length + 1);
  for (const name of HOSTILE_NAMES) expect(schema.getType(typedName(name)), name).toBeDefined();
});
