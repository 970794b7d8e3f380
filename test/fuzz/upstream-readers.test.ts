/** Readers of conditions, URLs, JSON of upstream and the configuration: anything is read, or refused in their words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callUrl } from '../../datasources/http/call-url.ts';
import { parseJson, printJson } from '../../datasources/json/json.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { DocumentFilter, Pattern } from '../../datasources/source/source.ts';
import { toFields, toWhere } from '../../datasources/stargate/documents/document-where.ts';
import { readCommandLine } from '../../gateway/cli/command-line.ts';
import { ConfigError } from '../../gateway/config/config-error.ts';
import { readEmulateConfig } from '../../gateway/config/emulate-config.ts';
import { readServeConfig } from '../../gateway/config/serve-config.ts';
import { SETTINGS } from '../../gateway/config/settings.ts';
import { toCondition } from '../../resolvers/documents/document-filter.ts';
import { toPattern } from '../../resolvers/projection/path.ts';
import { anyJson, anyText } from './hostile.ts';
import { RUNS, refusable } from './refusable.ts';

describe('conditions on documents', () => {
  const operators = ['eq', 'ne', 'in', 'nin', 'lt', 'lte', 'gt', 'gte', 'exists'];
  const comparison = fc
    .tuple(anyText, fc.dictionary(fc.constantFrom(...operators), anyJson, { maxKeys: 2, noNullPrototype: true }))
    .map(([path, compared]): object => ({ path, ...compared }));
  const several = fc.array(comparison, { maxLength: 3 });
  const joined = fc.oneof(
    several.map((and): object => ({ and })),
    several.map((or): object => ({ or })),
    comparison.map((not): object => ({ not })),
  );
  const condition = fc.oneof(
    comparison,
    joined,
    fc.tuple(comparison, joined).map(([own, more]) => ({ ...own, ...more })),
  );

  test('of any kind are refused, or sent as JSON', () => {
    fc.assert(
      fc.property(condition, (given) => {
        const found = refusable(InputError, () => toCondition(given));
        if (found === undefined || typeof found === 'string') return;
        const where = refusable(InputError, () => toWhere(found as DocumentFilter));
        if (where !== undefined) expect(JSON.parse(where)).toEqual(expect.any(Object));
      }),
      RUNS,
    );
  });

  test('and the fields to answer', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 3 }), (texts) => {
        const patterns = refusable(InputError, () => texts.map((text): Pattern => toPattern(text)));
        const fields = patterns && refusable(InputError, () => toFields(patterns));
        if (fields !== undefined) expect(JSON.parse(fields)).toEqual(expect.any(Array));
      }),
      RUNS,
    );
  });
});

describe('URLs of calls', () => {
  test('hold each parameter in a segment of its own, or are not made', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (one, two, value) => {
        const text = refusable(InputError, () =>
          callUrl({
            method: 'GET',
            baseUrl: 'http://upstream/base',
            route: '/v2/{one}/x/{two}',
            parameters: { one, two },
            query: { where: value },
          }),
        );
        if (text === undefined) return;
        const url = new URL(text);
        expect(url.href).toBe(text);
        expect(url.origin).toBe('http://upstream');
        expect(url.pathname.split('/').map(decodeURIComponent)).toEqual(['', 'base', 'v2', one, 'x', two]);
        expect(url.searchParams.get('where')).toBe(value);
        expect([...url.searchParams]).toHaveLength(1);
        expect(url.hash).toBe('');
      }),
      RUNS,
    );
  });
});

describe("upstream's JSON", () => {
  test('of any text is refused as JSON.parse refuses it, or kept', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyJson.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          const isJson = refusable(SyntaxError, () => JSON.parse(text)) !== undefined;
          const parsed = refusable(SyntaxError, () => parseJson(text));
          expect(parsed !== undefined).toBe(isJson);
          if (parsed !== undefined) expect(JSON.parse(printJson(parsed))).toEqual(JSON.parse(text));
        },
      ),
      RUNS,
    );
  });
});

describe('the configuration', () => {
  const variables = Object.values(SETTINGS).map(({ env }) => env as string);
  const value = fc.oneof(
    anyText,
    fc.constantFrom('true', 'false', '0', '-1', '65536', 'http://x', 'https://x/y?z', 'file:///etc'),
  );
  const environment = fc.dictionary(fc.oneof(fc.constantFrom(...variables), anyText), value, {
    maxKeys: 6,
    noNullPrototype: true,
  });

  test('of any environment is read or refused by name', () => {
    fc.assert(
      fc.property(environment, (given) => {
        refusable(ConfigError, () => readServeConfig({}, given));
        refusable(ConfigError, () => readEmulateConfig({}, given));
      }),
      RUNS,
    );
  });

  test('of any command line is read or refused by name', () => {
    const flags = Object.values(SETTINGS).flatMap((setting) => ('flag' in setting ? [`--${setting.flag}`] : []));
    const word = fc.oneof(anyText, fc.constantFrom('serve', 'emulate', ...flags), value);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (words) => {
        const line = refusable(ConfigError, () => readCommandLine(words));
        if (line && 'flags' in line) {
          refusable(ConfigError, () =>
            (line.command === 'serve' ? readServeConfig : readEmulateConfig)(line.flags, {}),
          );
        }
      }),
      RUNS,
    );
  });
});
