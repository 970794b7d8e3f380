import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, type Harness, openHarness } from './harness.ts';

let harness: Harness;
let place: string;

beforeAll(async () => {
  harness = await openHarness();
  place = await harness.collection('things');
});

afterAll(() => harness.close());

type Value = number | string | boolean | null | Value[] | { [name: string]: Value };
type Members = Record<string, Value>;

const name = fc.constantFrom('a', 'b', 'c');
const scalar = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom<Value>('x', 'y', true, null));
const members = fc.dictionary(name, fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })), { noNullPrototype: true });
const operation = fc.oneof(
  fc.record({ operator: fc.constant('$set'), name, operand: scalar }),
  fc.record({ operator: fc.constant('$unset'), name, operand: fc.constant<Value>(1) }),
  fc.record({ operator: fc.constantFrom('$inc', '$mul'), name, operand: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ operator: fc.constantFrom('$push', '$addToSet'), name, operand: scalar }),
  fc.record({ operator: fc.constant('$pop'), name, operand: fc.constantFrom<Value>(1, -1) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** What the operators do to one member; `undefined` where they are refused. */
function model({ operator, operand }: Operation, value: Value | undefined): { value: Value | undefined } | undefined {
  const list = value === undefined ? [] : value;
  switch (operator) {
    case '$set':
      return { value: operand };
    case '$unset':
      return { value: undefined };
    case '$inc':
    case '$mul': {
      if (value !== undefined && typeof value !== 'number') return undefined;
      const number = Number(operand);
      return { value: operator === '$inc' ? (value ?? 0) + number : (value ?? 0) * number + 0 };
    }
    case '$push':
      return Array.isArray(list) ? { value: [...list, operand] } : undefined;
    case '$addToSet':
      if (!Array.isArray(list)) return undefined;
      return { value: list.includes(operand) ? list : [...list, operand] };
    default:
      if (value === undefined) return { value };
      if (!Array.isArray(value)) return undefined;
      return { value: operand === 1 ? value.slice(0, -1) : value.slice(1) };
  }
}

describe('updates', () => {
  it('do what the operators say, or nothing at all', () =>
    fc.assert(
      fc.asyncProperty(
        members,
        fc.uniqueArray(operation, { selector: (each) => each.name, minLength: 1, maxLength: 3 }),
        async (before, operations) => {
          await harness.command(place, { deleteMany: {} });
          await harness.command(place, { insertOne: { document: { _id: 1, ...before } } });
          const update: Record<string, Members> = {};
          for (const each of operations)
            update[each.operator] = { ...update[each.operator], [each.name]: each.operand };
          const answer = await harness.command(place, { updateOne: { filter: { _id: 1 }, update } });
          const results = operations.map((each) => ({ name: each.name, result: model(each, before[each.name]) }));
          const isRefused = results.some(({ result }) => result === undefined);
          const wanted: Members = { ...before };
          for (const { name: changed, result } of isRefused ? [] : results) {
            if (result?.value === undefined) delete wanted[changed];
            else wanted[changed] = result.value;
          }
          const { data } = await harness.command(place, { findOne: { filter: { _id: 1 } } });
          expect(data?.document).toEqual({ _id: 1, ...wanted });
          expect(codes(answer)).toEqual(isRefused ? ['UPDATE/UNSUPPORTED_UPDATE_OPERATION_TARGET'] : []);
        },
      ),
      { numRuns: 60 },
    ));

  it('find the same document again after an upsert', () =>
    fc.assert(
      fc.asyncProperty(members, async (wanted) => {
        await harness.command(place, { deleteMany: {} });
        const equal = Object.entries(wanted).map(([member, value]) => [member, { $eq: value }]);
        const command = {
          updateOne: { filter: Object.fromEntries(equal), update: { $set: { made: true } }, options: { upsert: true } },
        };
        const first = await harness.command(place, command);
        const again = await harness.command(place, command);
        expect(first.status).toMatchObject({ matchedCount: 0, modifiedCount: 0 });
        expect(typeof first.status?.upsertedId).toBe('string');
        expect(again.status).toEqual({ matchedCount: 1, modifiedCount: 0 });
      }),
      { numRuns: 30 },
    ));

  it('do not copy more nulls than a document could hold', async () => {
    await harness.command(place, { insertOne: { document: { _id: 'long', list: [] } } });
    const answer = await harness.command(place, {
      updateOne: { filter: { _id: 'long' }, update: { $set: { 'list.99999999999': 1 } } },
    });
    expect(codes(answer)).toEqual(['DOCUMENT/SHRED_DOC_LIMIT_VIOLATION']);
  });
});
