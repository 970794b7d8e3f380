/** What is kept of an operation: as much as serves the next request, and no more than its document can pay for. */
import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { prepare } from '../../../gateway/executor/prepare.ts';

const schema = buildSchema('type Query { a: Int, b(n: Int): Query }');
const names = Array.from({ length: 12 }, (_, index) => `v${index}`);
const document = parse(
  `query (${names.map((name) => `$${name}: Boolean!`).join()}) { ${names.map((name) => `${name}: a @skip(if: $${name})`).join(' ')} }`,
);
const switched = (bits: number) =>
  prepare({
    ...{ schema, document },
    variableValues: Object.fromEntries(names.map((name, index) => [name, ((bits >> index) & 1) === 1])),
  });

test('an operation is prepared once for the same conditions', () => {
  expect(switched(5)?.fields).toBe(switched(5)?.fields);
  expect(switched(5)?.fields.map(({ key }) => key)).not.toContain('v0');
  expect(switched(4)?.fields.map(({ key }) => key)).toContain('v0');
});

test('of thousands of combinations few are kept', () => {
  const first = switched(0);
  let kept = 0;
  for (let bits = 0; bits < 4096; bits += 1) kept = Math.max(kept, switched(bits)?.planned.count ?? 0);
  expect(switched(0)?.fields).not.toBe(first?.fields);
  expect(kept).toBeLessThan(400);
});

test('executions without variables have the same object of them, others their own', () => {
  const [none, some] = ['{ a }', 'query ($n: Int) { b(n: $n) { a } }'].map((text) => parse(text));
  const valuesOf = (asked = none) =>
    asked && prepare({ schema, document: asked, variableValues: { n: 1 } })?.variableValues;
  expect(valuesOf()).toBe(valuesOf());
  expect(valuesOf(some)).toEqual({ n: 1 });
  expect(valuesOf(some)).not.toBe(valuesOf(some));
});

test.each([
  ['subscriptions', 'subscription { a }', {}],
  ['no operation of the name', 'query One { a }', { operationName: 'Two' }],
  ['several operations without a name', 'query One { a } query Two { a }', {}],
  ['wrong variables', 'query ($n: Int) { b(n: $n) { a } }', { variableValues: { n: 'text' } }],
  [
    'a condition at the root that is null',
    'query ($y: Boolean = true) { a @skip(if: $y) }',
    { variableValues: { y: null } },
  ],
  ['mutations of a schema without any', 'mutation { a }', {}],
])('graphql answers %s', (_, query, given) => {
  expect(prepare({ schema, document: parse(query), ...given })).toBeUndefined();
});
