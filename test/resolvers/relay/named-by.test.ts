import { expect, test } from 'vitest';
import { isNamedById } from '../../../resolvers/relay/named-by.ts';

const parts = ['keyspace', 'table'];

test('by its id, or by all of its parts', () => {
  expect(isNamedById({ id: 'x' }, 'id', parts)).toBe(true);
  expect(isNamedById({ keyspace: 'k', table: 't' }, 'id', parts)).toBe(false);
  expect(isNamedById({ id: null, keyspace: 'k', table: 't' }, 'id', parts)).toBe(false);
  expect(isNamedById({ id: 'x', keyspace: null, databaseId: 'd' }, 'id', parts)).toBe(true);
});

test('both ways, no way and half a way are refused', () => {
  expect(() => isNamedById({ id: 'x', table: 't' }, 'id', parts)).toThrow(
    '"id" and "table" were both given. Give either "id", or "keyspace" and "table".',
  );
  expect(() => isNamedById({}, 'id', parts)).toThrow(
    'Nothing names the object. Give either "id", or "keyspace" and "table".',
  );
  expect(() => isNamedById({ table: 't' }, 'id', parts)).toThrow(
    '"table" without "keyspace" does not name one object. Give either "id", or "keyspace" and "table".',
  );
});
