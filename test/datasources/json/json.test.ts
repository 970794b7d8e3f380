/** JSON without losses, held against `JSON.parse` and against what it loses. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson, printJson } from '../../../datasources/json/json.ts';
import { parseWithCare } from '../../../datasources/json/json-parser.ts';
import { isJsonObject, membersOf, NumberText, toPlain } from '../../../datasources/json/json-value.ts';

test.each([
  '9007199254740993',
  '-123456789012345678901234567890',
  '1.10',
  '1.0',
  '-0',
  '-0.0',
  '1E+400',
  '1e5',
  '0.0000001',
  '0.1234567890123456789',
  '12345678901234567',
])('the digits of %s are kept, wherever it stands', (digits) => {
  for (const text of [digits, `[${digits}]`, `{"a":${digits}}`, `[1,${digits} ]`, `{"a" : \n${digits}}`]) {
    const value = parseJson(text);
    expect(printJson(value), text).toBe(text.replace(/\s/g, ''));
    expect(JSON.stringify(toPlain(value)), text).toBe(JSON.stringify(JSON.parse(text)));
  }
  expect(parseJson(digits)).toEqual(new NumberText(digits));
});

test.each(['0', '-1', '4711', '0.5', '123456.789012345', '999999999999999'])('%s is a plain number', (digits) => {
  expect(parseJson(`[${digits}]`)).toEqual([Number(digits)]);
});

test('members keep their order, also those that look like numbers', () => {
  const text = '{"10":1,"2":{"b":1,"1":2,"0":3},"a":[{"9":1,"8":2}],"1":1}';
  const value = parseJson(text);
  expect(printJson(value)).toBe(text);
  expect(isJsonObject(value) && membersOf(value).map(([name]) => name)).toEqual(['10', '2', 'a', '1']);
});

test('a member named __proto__ is a member, and no prototype', () => {
  for (const text of ['{"__proto__":{"x":1}}', '{"1":1,"__proto__":{"x":1.10}}']) {
    const value = toPlain(parseJson(text));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value as object)).toContain('__proto__');
    expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
  }
});

test('a repeated member keeps its last value', () => {
  expect(toPlain(parseJson('{"1":1,"1":2}'))).toEqual({ 1: 2 });
});

test.each([
  '',
  ' ',
  '{',
  '[1.10',
  '{"1":}',
  '{"1" 2}',
  '[1e5,]',
  '"1',
  'nul',
  '01',
  '1.',
  '[1.10]x',
  '{1:2}',
  '<html>',
  '"\\x"',
  '[1e5,"\\"]',
])('%j is refused', (text) => {
  expect(() => parseJson(text)).toThrow(SyntaxError);
  expect(() => parseWithCare(text)).toThrow(SyntaxError);
});

test('any value is read as JSON.parse reads it, and printed with all its digits', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      const expected = JSON.stringify(JSON.parse(text));
      expect(JSON.stringify(toPlain(parseWithCare(text)))).toBe(expected);
      expect(JSON.stringify(toPlain(parseJson(text)))).toBe(expected);
      expect(printJson(parseJson(text))).toBe(printJson(parseWithCare(text)));
    }),
  );
});

test('no number loses a digit, whatever its size', () => {
  const digits = fc
    .tuple(fc.bigInt(-(10n ** 40n), 10n ** 40n), fc.integer({ min: 0, max: 20 }), fc.boolean())
    .map(([whole, zeros, isFraction]) => (isFraction ? `${whole}.${'0'.repeat(zeros)}${zeros}` : String(whole)));
  fc.assert(
    fc.property(fc.array(digits), (list) => {
      const text = `[${list.join(',')}]`;
      expect(printJson(parseJson(text))).toBe(text);
    }),
  );
});
