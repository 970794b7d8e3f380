/**
 * Names of typed graphs: reversible, and never two alike, whatever tables, collections, types and columns are called. `npm run fuzz`
 * tries 100,000 sets of names.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeName, fieldName, TABLE_SUFFIXES, TYPE_SUFFIXES, typedName } from '../../../resolvers/typed/names.ts';
import { DOCUMENT_SUFFIXES } from '../../../resolvers/typed-documents/collections.ts';

const RUNS = Number(process.env.TYPED_NAMES ?? 500);

const SUFFIXES = [
  ...Object.values(TABLE_SUFFIXES),
  ...Object.values(DOCUMENT_SUFFIXES),
  ...Object.values(TYPE_SUFFIXES),
  '_many',
  '_range',
];
const PIECES = [
  ...['x', '_', '__', 'a', 'A', '0', 'x41_', 'x5f_', '-', 'é', '😀', ' ', '"', 'Query', 'Node', 'String', 'node'],
  ...['create_', 'update_', 'entry_', 'tuple_', 'compare_', 'list_', '_partial', '_by', ...SUFFIXES],
];
const name = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
);

test.each([
  ['flights', 'flights'],
  ['a-b', 'ax2d_b'],
  ['7up', 'x37_up'],
  ['__x', 'x5f__x'],
  ['x2d_', 'x78_2d_'],
  ['Query', 'Querx79_'],
  ['user_input', 'user_inpux74_'],
  ['a_partial', 'a_partiax6c_'],
  ['quake_by_id', 'quake_by_ix64_'],
  ['create_user', 'create_usex72_'],
])('%j is %j', (cql, graph) => {
  expect(typedName(cql)).toBe(graph);
  expect(decodeName(graph)).toBe(cql);
});

test('each name decodes to what it was made of, and GraphQL can spell it', () => {
  fc.assert(
    fc.property(name, (cql) => {
      for (const graph of [typedName(cql), fieldName(cql), fieldName(cql, new Set(['nodeId']))]) {
        expect(decodeName(graph)).toBe(cql);
        expect(graph).toMatch(/^(?!__)[A-Za-z_]\w*$/);
      }
    }),
    { numRuns: RUNS * 6 },
  );
});

const MUTATIONS = {
  tables: [
    'create_',
    'create_+_many',
    'replace_',
    'update_',
    'update_+_many',
    'delete_',
    'delete_+_many',
    'delete_+_range',
  ],
  collections: ['create_', 'replace_', 'update_', 'delete_'],
};

/** The name in the middle, or at the end. */
const around = (pattern: string, middle: string) =>
  pattern.includes('+') ? pattern.replace('+', () => middle) : pattern + middle;

test('no two names that are generated for a set of tables, collections and types are alike', () => {
  const sets = fc.record({
    named: fc.uniqueArray(fc.tuple(name, fc.boolean()), { maxLength: 12, selector: ([each]) => each }),
    types: fc.uniqueArray(name, { maxLength: 6 }),
  });
  fc.assert(
    fc.property(sets, ({ named, types }) => {
      const generated: string[] = types.flatMap((type) =>
        Object.values(TYPE_SUFFIXES).map((suffix) => typedName(type) + suffix),
      );
      const mutations: string[] = [];
      for (const [cql, isTable] of named) {
        const own = typedName(cql);
        const suffixes = Object.values(isTable ? TABLE_SUFFIXES : DOCUMENT_SUFFIXES);
        generated.push(own, ...suffixes.map((suffix) => own + suffix));
        mutations.push(...MUTATIONS[isTable ? 'tables' : 'collections'].map((pattern) => around(pattern, own)));
      }
      for (const all of [generated, mutations]) if (new Set(all).size < all.length) throw new Error(all.sort().join());
    }),
    { numRuns: RUNS },
  );
});
