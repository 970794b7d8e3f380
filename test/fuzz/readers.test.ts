/** What reads texts and values of strangers refuses them by name or understands them, and never fails otherwise. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toKey, toValues } from '../../datasources/cql/check.ts';
import { toNewType } from '../../datasources/cql/check-type.ts';
import { printType } from '../../datasources/cql/type.ts';
import { parseType } from '../../datasources/cql/type-parser.ts';
import { callUrl } from '../../datasources/http/call-url.ts';
import { parseJson, printJson } from '../../datasources/json/json.ts';
import { printPath } from '../../datasources/shared/document-paths.ts';
import { InputError, InvalidCursorError } from '../../datasources/source/errors.ts';
import type { CqlValue, DocumentFilter, Path, Pattern, Table } from '../../datasources/source/source.ts';
import { documentPath, positionPath, searchedPath } from '../../datasources/stargate/documents/document-path.ts';
import { toFields, toWhere } from '../../datasources/stargate/documents/document-where.ts';
import { writeEncoding } from '../../datasources/stargate/rest/row-encode.ts';
import { rowPath } from '../../datasources/stargate/rest/row-path.ts';
import { readCommandLine } from '../../gateway/cli/command-line.ts';
import { ConfigError } from '../../gateway/config/config-error.ts';
import { readEmulateConfig } from '../../gateway/config/emulate-config.ts';
import { readServeConfig } from '../../gateway/config/serve-config.ts';
import { SETTINGS } from '../../gateway/config/settings.ts';
import { toCondition } from '../../resolvers/documents/document-filter.ts';
import { toPath, toPattern } from '../../resolvers/projection/path.ts';
import { fromCursor } from '../../resolvers/relay/cursor.ts';
import { fromId, toId } from '../../resolvers/relay/id.ts';
import { encodeOpaque } from '../../resolvers/relay/opaque.ts';
import { anyJson, anyNumber, anyText, nested } from './hostile.ts';

const RUNS = { numRuns: 500 };

/** What came out, or `undefined` when it was refused as it should be. */
function refusable<T>(refusal: new (message: string) => Error, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof refusal) return undefined;
    throw error;
  }
}

describe('ids and cursors', () => {
  const sealedText = (purpose: string) =>
    fc.oneof(
      anyText,
      anyJson.map((content) => encodeOpaque(purpose, content as null)),
    );

  test('of any text', () => {
    fc.assert(
      fc.property(sealedText('id'), (text) => {
        const id = refusable(InputError, () => fromId(text));
        if (id) expect(fromId(toId(id))).toEqual(id);
      }),
      RUNS,
    );
    fc.assert(
      fc.property(sealedText('cursor list'), (text) => {
        refusable(InvalidCursorError, () => fromCursor('list', text));
      }),
      RUNS,
    );
  });

  test('whose content is no JSON, or nested deeper than any stack', () => {
    const deep = Buffer.from(nested(100_000)).toString('base64url');
    for (const text of [deep, encodeOpaque('id', JSON.parse(nested(500)))]) {
      expect(() => fromId(text)).toThrow(InputError);
      expect(() => fromCursor('list', text)).toThrow(InvalidCursorError);
    }
  });
});

describe('paths', () => {
  test('of any text are refused, or mean one place whatever is done with them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const path = refusable(InputError, () => toPath(text));
        if (path) expect(toPath(printPath(path))).toEqual(path);
        refusable(InputError, () => toPattern(text));
      }),
      RUNS,
    );
  });

  const step = fc.oneof(anyText, anyNumber);
  const pathOf = fc.array(step, { maxLength: 4 }) as fc.Arbitrary<Path>;
  const ref = { databaseId: 'd', keyspace: 'a b', collection: 'c' };
  const PREFIX = '/v2/namespaces/a%20b/collections/c/';

  test('of documents and of places in them keep their number of segments, and what they say', () => {
    fc.assert(
      fc.property(anyText, pathOf, (id, path) => {
        const url = refusable(InputError, () => positionPath(ref, id, path));
        if (url !== undefined) expect(segmentsOf(url, PREFIX)).toEqual([id, ...path.map(twice)]);
        const document = refusable(InputError, () => documentPath(ref, id));
        if (document !== undefined) expect(segmentsOf(document, PREFIX)).toEqual([id]);
      }),
      RUNS,
    );
  });

  test('of searches in a document keep their number of segments', () => {
    fc.assert(
      fc.property(anyText, anyText, (id, text) => {
        const pattern = refusable(InputError, () => toPattern(text));
        const url = pattern && refusable(InputError, () => searchedPath(ref, id, pattern));
        if (pattern && url !== undefined) expect(segmentsOf(url, PREFIX)).toHaveLength(1 + pattern.length);
      }),
      RUNS,
    );
  });

  /** How a server that decodes steps twice, cutting at `;` in between, reads one. */
  function twice(step: string | number): string {
    return typeof step === 'number' ? `[${step}]` : step;
  }

  /** Segments of a URL as it is sent; the id is decoded once, the others are decoded, cut at `;`, and decoded again. */
  function segmentsOf(path: string, prefix: string): string[] {
    const { pathname } = new URL(`http://upstream${path}`);
    expect(pathname.startsWith(prefix)).toBe(true);
    const [id = '', ...steps] = pathname.slice(prefix.length).split('/');
    return [decodeURIComponent(id), ...steps.map(decodeTwice)];
  }
});

function decodeTwice(segment: string): string {
  const [once = ''] = decodeURIComponent(segment).split(';');
  return /%[0-9a-f]{2}/i.test(once) ? decodeURIComponent(once) : once;
}

const table: Table = {
  databaseId: 'd',
  keyspace: 'shop',
  table: 'items',
  columns: [
    { name: 'id', type: 'text', kind: 'PARTITION_KEY' },
    { name: 'at', type: 'text', kind: 'CLUSTERING_KEY' },
    ...[
      'int',
      'decimal',
      'timestamp',
      'duration',
      'inet',
      'blob',
      'frozen<list<int>>',
      'map<text, set<uuid>>',
      'tuple<int, text>',
    ].map((type, index) => ({ name: `c${index}`, type, kind: 'REGULAR' as const })),
  ],
  partitionKey: ['id'],
  clusteringKey: [{ name: 'at', order: 'ASC' }],
  defaultTtlSeconds: 0,
};

describe('values and keys of rows', () => {
  const noTypes = async () => [];
  const column = fc.oneof(anyText, fc.constantFrom(...table.columns.map(({ name }) => name)));
  const values = fc.dictionary(column, anyJson, { maxKeys: 4, noNullPrototype: true }) as fc.Arbitrary<
    Record<string, CqlValue>
  >;

  test('of any kind are refused, or made canonical once and for all', async () => {
    await fc.assert(
      fc.asyncProperty(values, async (given) => {
        const checked = await attempt(() => toValues(table, given, noTypes));
        if (checked) expect(await toValues(table, checked, noTypes)).toEqual(checked);
      }),
      RUNS,
    );
  });

  test('make a path to that row and no other', async () => {
    const encoding = writeEncoding([]);
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (id, at) => {
        const key = await attempt(() => toKey(table, { id, at }, noTypes));
        const path = key && refusable(InputError, () => rowPath(table, key, encoding));
        if (!path) return;
        const { pathname } = new URL(`http://upstream${path}`);
        expect(pathname).toBe(path);
        const [, , , , , ...segments] = pathname.split('/');
        expect(segments.map(decodeTwice).map(unquoted)).toEqual([id, at]);
        expect(segments).toHaveLength(2);
      }),
      RUNS,
    );
  });

  /** A server takes quotes round a whole text off, and then takes two within for one. */
  const unquoted = (text: string) => (/^'.*'$/s.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text);

  /** `undefined` for what is refused. */
  async function attempt<T>(make: () => T): Promise<Awaited<T> | undefined> {
    try {
      return await make();
    } catch (error) {
      return refuseOthers(error);
    }
  }

  function refuseOthers(error: unknown): undefined {
    if (!(error instanceof InputError)) throw error;
  }
});

describe('types', () => {
  test('of any text are refused or printed as they will be read', () => {
    const sign = fc.constantFrom(
      'int',
      'text',
      'list',
      'map',
      'tuple',
      'frozen',
      'vector',
      '<',
      '>',
      ',',
      ' ',
      "'",
      '"',
      '3',
      'x',
    );
    const text = fc.oneof(
      anyText,
      fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
    );
    fc.assert(
      fc.property(text, (given) => {
        const printed = printType(parseType(given));
        expect(printType(parseType(printed))).toBe(printed);
        refusable(InputError, () => toNewType('column "n"', given));
      }),
      RUNS,
    );
  });

  test('nested deeper than any stack', () => {
    expect(() => toNewType('column "n"', 'list<'.repeat(100_000))).toThrow(InputError);
    expect(() => toNewType('column "n"', `${'list<'.repeat(20_000)}int${'>'.repeat(20_000)}`)).toThrow(InputError);
  });
});

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
        const url = refusable(InputError, () =>
          callUrl({
            method: 'GET',
            baseUrl: 'http://upstream/base',
            route: '/v2/{one}/x/{two}',
            parameters: { one, two },
            query: { where: value },
          }),
        );
        if (!url) return;
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
