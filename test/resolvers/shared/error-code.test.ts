import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { expect, test } from 'vitest';
import * as errors from '../../../datasources/source/errors.ts';
import { errorCode } from '../../../resolvers/shared/error-code.ts';
import { InvalidCursorError } from '../../../resolvers/shared/errors.ts';

const { SourceError, ...classes } = errors;
const made = [...Object.values(classes), InvalidCursorError].map((Failure) => new Failure('It failed.'));

test('every failure has a code of its own, but for the two of time and the two of nobody there', () => {
  const codes = made.map(errorCode);
  const shared = codes.filter((code, index) => codes.indexOf(code) !== index);
  expect(shared.sort()).toEqual(['UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE']);
  expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
});

test('the codes of failures are those of the schema', () => {
  const sdl = readFileSync(new URL('../../../schema/universal/mutations/errors.graphql', import.meta.url), 'utf8');
  const documented = buildSchema(sdl).getType('ErrorCode');
  const names = isEnumType(documented) ? documented.getValues().map(({ name }) => name) : [];
  expect([...new Set([...made.map(errorCode), 'INTERNAL_SERVER_ERROR'])].sort()).toEqual([...names].sort());
});

test('what is not a failure of a source is a fault of ours', () => {
  expect(errorCode(new TypeError('x is undefined'))).toBe('INTERNAL_SERVER_ERROR');
  expect(errorCode('text')).toBe('INTERNAL_SERVER_ERROR');
});
