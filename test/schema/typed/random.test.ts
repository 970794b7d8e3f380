/**
 * Keyspaces of random names and types: the schema is always built and valid, and no two things share a type by accident.
 * `TYPED_RUNS=10000 npx vitest run test/schema/typed/random.test.ts` tries more.
 */
import fc from 'fast-check';
import { validateSchema } from 'graphql';
import { expect, test } from 'vitest';
import { type CqlType, SCALAR_NAMES } from '../../../datasources/cql/type.ts';
import { parseType } from '../../../datasources/cql/type-parser.ts';
import { TABLE_SUFFIXES, TYPE_SUFFIXES, typedName } from '../../../resolvers/typed/names.ts';
import { createTypedSchema } from '../../../schema/typed/schema.ts';
import { nameOfType } from '../../../schema/typed/type-names.ts';
import { index, keyspace } from './definitions.ts';
import { HOSTILE_NAMES } from './hostile-names.ts';

const RUNS = Number(process.env.TYPED_RUNS ?? 100);

const PIECES = [
  'a',
  'b',
  'x',
  '_',
  '1',
  'list',
  'entry',
  'tuple',
  'Int',
  ...Object.values(TABLE_SUFFIXES),
  ...Object.values(TYPE_SUFFIXES),
];
const name = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES),
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
);
const names = (minLength: number, maxLength: number) => fc.uniqueArray(name, { minLength, maxLength });

/** Text of types, over these user-defined ones. */
function cqlType(types: readonly string[]): fc.Arbitrary<string> {
  const { any } = fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...SCALAR_NAMES.filter((each) => each !== 'counter')),
      ...(types.length > 0 ? [fc.constantFrom(...types.map((each) => `frozen<udt<${each}>>`))] : []),
      fc
        .tuple(fc.constantFrom('list', 'set', 'frozen<list', 'frozen<set'), tie('any'))
        .map(([kind, element]) => `${kind}<${element}>${kind.includes('<') ? '>' : ''}`),
      fc.tuple(tie('any'), tie('any')).map(([key, value]) => `map<${key}, ${value}>`),
      fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((members) => `tuple<${members.join(', ')}>`),
      fc.integer({ min: 1, max: 4 }).map((dimension) => `vector<float, ${dimension}>`),
    ),
  }));
  return any;
}

/** Names that stand in the text of a type without being quoted. */
const typeNames = fc.uniqueArray(
  name.filter((each) => /^[A-Za-z]\w*$/.test(each) && !SCALAR_NAMES.includes(each as never)),
  { maxLength: 5 },
);

const table = (types: readonly string[]) =>
  fc
    .record({
      columns: fc.uniqueArray(fc.tuple(name, cqlType(types)), {
        minLength: 1,
        maxLength: 8,
        selector: ([each]) => each,
      }),
      partition: fc.integer({ min: 1, max: 2 }),
      clustering: fc.integer({ min: 0, max: 2 }),
      hasStatic: fc.boolean(),
      isIndexed: fc.constantFrom('COMPOSITES', 'CUSTOM', undefined),
      target: fc.constantFrom('keys', 'values', 'entries', 'full', null),
    })
    .map(({ columns, partition, clustering, hasStatic, isIndexed, target }) => {
      const all = columns.map(([column]) => column);
      const [static_] = hasStatic && clustering > 0 ? all.slice(partition + clustering) : [];
      return {
        words: {
          columns,
          partition: all.slice(0, partition),
          clustering: all.slice(partition, partition + clustering),
          statics: static_ === undefined ? [] : [static_],
        },
        indexes: isIndexed ? all.slice(partition + clustering).map((column) => index(column, isIndexed, target)) : [],
      };
    });

const definition = typeNames.chain((types) =>
  fc
    .record({
      tables: names(0, 6).chain((all) => fc.tuple(...all.map((each) => fc.tuple(fc.constant(each), table(types))))),
      fields: fc.tuple(
        ...types.map((_, at) =>
          fc.uniqueArray(fc.tuple(name, cqlType(types.slice(0, at))), {
            minLength: 1,
            maxLength: 4,
            selector: ([each]) => each,
          }),
        ),
      ),
    })
    .map(({ tables, fields }) =>
      keyspace(
        'random',
        tables.map(([each, { words }]) => [each, words] as const),
        types.map((each, at) => ({
          name: each,
          fields: (fields[at] ?? []).map(([field, type]) => ({ name: field, type })),
        })),
        Object.fromEntries(tables.map(([each, { indexes }]) => [each, indexes])),
      ),
    ),
);

test('the schema of any keyspace is built and valid, and has each of them', () => {
  fc.assert(
    fc.property(definition, (each) => {
      const schema = createTypedSchema(each);
      expect(validateSchema(schema)).toEqual([]);
      for (const { table: own } of each.tables) {
        expect(schema.getType(typedName(own))).toBeDefined();
        expect(schema.getQueryType()?.getFields()).toHaveProperty([typedName(own)]);
      }
    }),
    { numRuns: RUNS },
  );
});

/** What a type is in a graph: equal for types that may share one type there. */
function shapeOf(type: CqlType): string {
  switch (type.kind) {
    case 'scalar':
      return nameOfType(type, false, '');
    case 'list':
    case 'set':
    case 'vector':
      return `[${shapeOf(type.element)}]`;
    case 'map':
      return `{${shapeOf(type.key)}:${shapeOf(type.value)}}`;
    case 'tuple':
      return `(${type.members.map(shapeOf).join()})`;
    case 'udt':
      return JSON.stringify(type.name);
    case 'opaque':
      return type.text;
  }
}

test('types have one name when they are alike, and two when they are not', () => {
  const type = cqlType(['list', 'entry', 'tuple', 'a', 'a_b', 'b', 'b_a', 'Int', 'list_a']);
  const known = new Map<string, string>();
  const few = fc.constantFrom('a', 'b', 'list', 'entry', 'tuple', 'int', 'a_b');
  const nested = fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      few,
      tie('any').map((each) => `list<${each}>`),
      fc.tuple(tie('any'), tie('any')).map(([key, value]) => `map<${key}, ${value}>`),
      fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((members) => `tuple<${members.join()}>`),
    ),
  })).any;
  fc.assert(
    fc.property(fc.oneof(type, nested), (text) => {
      const read = parseType(text);
      const own = nameOfType(read, true, '');
      const shape = shapeOf(read);
      expect(known.get(own) ?? shape).toBe(shape);
      known.set(own, shape);
    }),
    { numRuns: RUNS * 50 },
  );
});
