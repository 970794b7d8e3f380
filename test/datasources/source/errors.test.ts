import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { expect, test } from 'vitest';
import * as errors from '../../../datasources/source/errors.ts';
import { toResults } from '../../../resolvers/shared/bulk.ts';

const { SourceError, ...classes } = errors;
const made = Object.values(classes).map((Failure) => new Failure('It failed.'));
const codes = made.map(({ code }) => code);
const allCodes = [...new Set([...codes, 'INTERNAL_SERVER_ERROR'])].sort();

test('every failure has a code of its own, but for the two of time and the two of nobody there', () => {
  const shared = codes.filter((code, index) => codes.indexOf(code) !== index);
  expect(shared.sort()).toEqual(['UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE']);
  expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
});

test('every failure is named after its class', () => {
  expect(made.map(({ name }) => name)).toEqual(Object.keys(classes));
});

test('the codes of failures are those of the schema', () => {
  const sdl = readFileSync(new URL('../../../schema/universal/mutations/errors.graphql', import.meta.url), 'utf8');
  const documented = buildSchema(sdl).getType('ErrorCode');
  const names = isEnumType(documented) ? documented.getValues().map(({ name }) => name) : [];
  expect(allCodes).toEqual([...names].sort());
});

test('what is not a failure of a source is a fault of ours, whose message nobody sees', () => {
  const [result] = toResults([new TypeError('x is undefined')], {});
  expect(result?.error).toEqual({ code: 'INTERNAL_SERVER_ERROR', message: 'Unexpected error.' });
});
