/** Names of typed graphs: reversible, and never two alike, whatever tables, types and columns are called. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeName, fieldName, TABLE_SUFFIXES, TYPE_SUFFIXES, typedName } from '../../../resolvers/typed/names.ts';

const SUFFIXES = [...Object.values(TABLE_SUFFIXES), ...Object.values(TYPE_SUFFIXES), '_many', '_range'];
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
    { numRuns: 3000 },
  );
});

test('no two names that are generated for a set of tables and types are alike', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 12 }), fc.uniqueArray(name, { maxLength: 6 }), (tables, types) => {
      const generated = [
        ...tables.flatMap((table) => ['', ...Object.values(TABLE_SUFFIXES)].map((suffix) => typedName(table) + suffix)),
        ...types.flatMap((type) => Object.values(TYPE_SUFFIXES).map((suffix) => typedName(type) + suffix)),
      ];
      expect(new Set(generated).size).toBe(generated.length);
    }),
    { numRuns: 500 },
  );
});
