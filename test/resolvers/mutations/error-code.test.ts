import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { expect, test } from 'vitest';
import * as errors from '../../../datasources/errors.ts';
import { errorCode } from '../../../resolvers/error-code.ts';
import { InvalidCursorError } from '../../../resolvers/errors.ts';

const { SourceError, ...classes } = errors;
const made = [...Object.values(classes), InvalidCursorError].map((Failure) => new Failure('It failed.'));

test('every failure has a code of its own', () => {
  const codes = made.map(errorCode);
  expect(new Set(codes).size).toBe(made.length);
  expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
});

test('the codes of failures are those of the schema', () => {
  const sdl = readFileSync(new URL('../../../schema/mutations/errors.graphql', import.meta.url), 'utf8');
  const documented = buildSchema(sdl).getType('ErrorCode');
  const names = isEnumType(documented) ? documented.getValues().map(({ name }) => name) : [];
  expect([...made.map(errorCode), 'INTERNAL_SERVER_ERROR'].sort()).toEqual([...names].sort());
});

test('what is not a failure of a source is a fault of ours', () => {
  expect(errorCode(new TypeError('x is undefined'))).toBe('INTERNAL_SERVER_ERROR');
  expect(errorCode('text')).toBe('INTERNAL_SERVER_ERROR');
});
