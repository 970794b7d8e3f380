/**
 * The emulator's validator of JSON schemas against a well-kept one. It has its own because numbers count as they are
 * written on a real server (5.0 is no integer there), which no validator over JavaScript's numbers can tell.
 */
import { type Schema, Validator } from '@cfworker/json-schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSchemaFaults } from '../../../emulator/document/json-schema/schema-syntax.ts';
import { validate } from '../../../emulator/document/json-schema/schema-validator.ts';
import { type JsonObject, parseJson } from '../../../emulator/shared/json.ts';

const NAMES = ['a', 'b', 'ab', ''] as const;
const name = fc.constantFrom(...NAMES);
const number = fc.oneof(fc.integer({ min: -3, max: 6 }), fc.constantFrom(-1.5, 0.25, 2.5));
const text = fc.constantFrom('', 'a', 'abc', 'é', '😀', '7');
const scalar = fc.oneof(number, text, fc.boolean(), fc.constant(null));
const { instance } = fc.letrec<{ instance: unknown }>((tie) => ({
  instance: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('instance'), { maxLength: 3 }),
    fc.dictionary(name, tie('instance'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];
const count = fc.integer({ min: 0, max: 3 });
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 2 });
const { schema } = fc.letrec<{ schema: Record<string, unknown> }>((tie) => {
  const one = tie('schema');
  const some = fc.array(one, { minLength: 1, maxLength: 2 });
  const keywords = {
    type: fc.oneof(
      fc.constantFrom(...TYPES),
      fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 3 }),
    ),
    enum: fc.array(fc.oneof(scalar, instance), { minLength: 1, maxLength: 3 }),
    multipleOf: fc.constantFrom(1, 2, 0.5),
    pattern: fc.constantFrom('^a', 'b$', '[0-9]'),
    uniqueItems: fc.boolean(),
    required: names,
    maxLength: count,
    minLength: count,
    maxItems: count,
    minItems: count,
    maxProperties: count,
    minProperties: count,
    additionalItems: fc.oneof(fc.boolean(), one),
    additionalProperties: fc.oneof(fc.boolean(), one),
    items: fc.oneof(one, some),
    properties: fc.dictionary(name, one, { maxKeys: 2, noNullPrototype: true }),
    patternProperties: fc.dictionary(fc.constantFrom('^a', 'b'), one, { maxKeys: 1, noNullPrototype: true }),
    dependencies: fc.dictionary(name, fc.oneof(names, one), { maxKeys: 1, noNullPrototype: true }),
    allOf: some,
    anyOf: some,
    oneOf: some,
    not: one,
  };
  const bounds = fc.record({ maximum: number, exclusiveMaximum: fc.boolean() });
  const lowerBounds = fc.record({ minimum: number, exclusiveMinimum: fc.boolean() });
  const few = fc
    .uniqueArray(fc.constantFrom(...(Object.keys(keywords) as (keyof typeof keywords)[])), {
      minLength: 1,
      maxLength: 3,
    })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((each) => [each, keywords[each]]))));
  return {
    schema: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      fc.constant({}),
      { weight: 8, arbitrary: few },
      bounds,
      lowerBounds,
    ),
  };
});

test('both come to the same verdict', () => {
  let valid = 0;
  let all = 0;
  fc.assert(
    fc.property(schema, instance, (schemaValue, value) => {
      const ours = parseJson(JSON.stringify(schemaValue)) as JsonObject;
      expect(findSchemaFaults(ours)).toEqual([]);
      const isValid = validate(ours, parseJson(JSON.stringify(value))).length === 0;
      expect(isValid).toBe(new Validator(schemaValue as Schema, '4').validate(value).valid);
      valid += Number(isValid);
      all += 1;
    }),
    { numRuns: 3000 },
  );
  expect(valid / all).toBeGreaterThan(0.1);
  expect(valid / all).toBeLessThan(0.9);
});

test('a number counts as it is written', () => {
  const integer = parseJson('{"type":"integer"}') as JsonObject;
  expect(validate(integer, parseJson('5'))).toEqual([]);
  expect(validate(integer, parseJson('5.0'))).toHaveLength(1);
});
