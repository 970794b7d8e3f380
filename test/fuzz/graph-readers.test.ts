/** Readers of what clients send: ids, cursors, paths. Anything is read, or refused in their words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printPath } from '../../datasources/source/document-paths.ts';
import { InputError, InvalidCursorError } from '../../datasources/source/errors.ts';
import type { Path } from '../../datasources/source/source.ts';
import { documentPath, positionPath, searchedPath } from '../../datasources/stargate/documents/document-path.ts';
import { toPath, toPattern } from '../../resolvers/projection/path.ts';
import { fromCursor } from '../../resolvers/relay/cursor.ts';
import { fromId, toId } from '../../resolvers/relay/id.ts';
import { encodeOpaque } from '../../resolvers/relay/opaque.ts';
import { anyJson, anyNumber, anyText, nested } from './hostile.ts';
import { decodeTwice, RUNS, refusable } from './refusable.ts';

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
