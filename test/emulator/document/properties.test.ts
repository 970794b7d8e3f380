import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { javaDouble } from '../../../emulator/cql/types/java.ts';
import { assemble } from '../../../emulator/document/storage/assemble.ts';
import type { LeafRow } from '../../../emulator/document/storage/leaf.ts';
import { shredDocument } from '../../../emulator/document/storage/shred.ts';
import { byBytes, comparePaths } from '../../../emulator/document/values/text-order.ts';
import { type Json, parseJson, printJson } from '../../../emulator/shared/json.ts';
import { toJson } from '../../../emulator/shared/to-json.ts';
import { type Harness, openHarness, query } from './document-harness.ts';

const fieldName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((name) => !/[.['\\]/.test(name));
const scalar = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(fieldName, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}));
const document = fc.dictionary(fieldName, value, { minKeys: 1, maxKeys: 5, noNullPrototype: true });

describe('leaves', () => {
  it('make the document again, in whatever order they come', () => {
    fc.assert(
      fc.property(document, fc.nat(), (original, salt) => {
        const rows = rowsOf(toJson(original)).sort((left, right) => hash(left, salt) - hash(right, salt));
        rows.sort((left, right) => comparePaths(left.path, right.path));
        expect(JSON.parse(printJson(assemble(rows)))).toEqual(stored(original));
      }),
    );
  });

  it('come back from the store in the order of their bytes', async () => {
    const harness = openHarness();
    await fc.assert(
      fc.asyncProperty(document, async (original) => {
        await harness.ask('PUT', '/c/one', original);
        const { text } = await harness.ask('GET', '/c/one?raw=true');
        const read = parseJson(text);
        expect(JSON.parse(text)).toEqual(stored(original));
        expect(isOrdered(read)).toBe(true);
      }),
      { numRuns: 50 },
    );
    await harness.close();
  });
});

describe('numbers', () => {
  it('mean the same when Java spells them', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), (number) => Object.is(Number(javaDouble(number)), number)));
  });
});

describe('the two engines', () => {
  let harness: Harness;
  beforeAll(() => {
    harness = openHarness();
  });
  afterAll(() => harness.close());

  const small = fc.oneof(fc.constantFrom('a', 'b', ''), fc.integer({ min: 0, max: 3 }), fc.boolean());
  const operator = fc.constantFrom('$eq', '$lt', '$lte', '$gt', '$gte', '$ne');
  const field = fc.constantFrom('x', 'y', 'z');
  const ids = async (where: unknown) =>
    Object.keys((await harness.ask('GET', `/c${query({ where, 'page-size': 20 })}`)).body.data);

  it('agree on literal paths: a condition alone and the same in an $or that the server tests', async () => {
    const record = fc.dictionary(field, fc.oneof(small, fc.constant(null)), { minKeys: 1, noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 5 }),
        field,
        operator,
        small,
        async (records, name, op, operand) => {
          await harness.ask('DELETE', '/c');
          for (const [index, one] of records.entries()) await harness.ask('PUT', `/c/${index}`, one);
          const condition = { [name]: { [op]: operand } };
          const tested = { $or: [condition, { nowhere: { $in: ['x'] } }] };
          expect(await ids(condition)).toEqual(await ids(tested));
          expect(await ids({ $not: { $not: condition } })).toEqual(await ids(condition));
        },
      ),
      { numRuns: 60 },
    );
  });
});

function rowsOf(original: Json): LeafRow[] {
  return shredDocument(original).map((leaf) => ({ ...leaf, time: 1, expiresAtSeconds: 0 }));
}

/** Negative zeros lose their sign; integers that a double holds but 64 bits do not are spelled otherwise, not changed. */
function stored(original: unknown): unknown {
  return JSON.parse(JSON.stringify(original, (_, member) => (Object.is(member, -0) ? 0 : member)));
}

function isOrdered(value: Json): boolean {
  if (Array.isArray(value)) return value.every(isOrdered);
  if (!(value instanceof Map)) return true;
  const names = [...value.keys()];
  return (
    names.every((name, at) => at === 0 || byBytes(names[at - 1] ?? '', name) < 0) &&
    [...value.values()].every(isOrdered)
  );
}

function hash({ path }: LeafRow, salt: number): number {
  return [...path.join('/')].reduce(
    (sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973,
    salt % 9973,
  );
}
