/** What errors say: where they stand, how many they are, how long they are, and what they keep to themselves. */
import fc from 'fast-check';
import { getLocation, Source } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shorten, shortenMessage, show } from '../../../datasources/json/shorten.ts';
import { createSecretHider } from '../../../gateway/shared/secret-hider.ts';
import { locate } from '../../../gateway/shared/source-locations.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({ limits: { maxIds: 1000 } });
});
afterAll(() => gateway.close());

test('lines and columns are those of graphql', () => {
  const letters = fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '\u2028', 'é', '😀');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 40 }), fc.nat(80), (parts, position) => {
      const source = new Source(parts.join(''));
      expect(locate(source, position)).toEqual(getLocation(source, position));
    }),
    { seed: 7 },
  );
});

test.each([
  ['a field', '\n\r\n  { node(id: "x")\r { id } }', [3, 5]],
  ['a validation', '\n\n { __typename\n nope }', [4, 2]],
  ['a syntax error', '{\n\n a(}', [3, 4]],
])('%s tells where it stands', async (_, query, [line, column]) => {
  for (let repeat = 0; repeat < 2; repeat += 1) {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { errors } = (await response.json()) as { errors: { locations: object[] }[] };
    expect(errors.at(-1)?.locations).toContainEqual({ line, column });
    expect(Object.keys(errors[0] ?? {}).slice(0, 2)).toEqual(['message', 'locations']);
  }
});

describe('an answer carries a hundred errors', () => {
  const ids = (count: number) => Array.from({ length: count }, () => 'x');
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';

  test('and one more that counts what is left out', async () => {
    const { data, errors = [] } = await gateway.query(query, { ids: ids(250) });
    expect(data.nodes).toHaveLength(250);
    expect(errors).toHaveLength(101);
    expect(errors.at(-1)).toMatchObject({
      message: '150 more errors are left out.',
      extensions: { code: 'TOO_MANY_ERRORS', requestId: expect.any(String) },
    });
  });

  test.each([1, 100, 101])('%i errors are answered unchanged', async (count) => {
    const { errors = [] } = await gateway.query(query, { ids: ids(count) });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(ids(count).map(() => 'BAD_USER_INPUT'));
  });
});

describe('messages are short', () => {
  const long = 'x'.repeat(100_000);
  test.each([
    ['an id', 'query ($v: ID!) { node(id: $v) { id } }', long],
    [
      'a path',
      'query ($v: DocumentPath!) { namespace(name: "n") { collection(name: "c") { document(documentId: "d") { value(path: $v) } } } }',
      [long],
    ],
    ['an enum', 'query ($v: ID!) { node(id: $v) { id } }', { [long]: long }],
    [
      'a name of a table',
      'mutation ($v: String!) { createTable(input: { keyspace: "k", name: $v, columns: [], primaryKey: { partitionKey: ["a"] } }) { created } }',
      long,
    ],
  ])('about %s', async (_, query, v) => {
    const { errors = [] } = await gateway.query(query, { v });
    expect(errors).not.toEqual([]);
    for (const { message } of errors) expect(message.length).toBeLessThan(2100);
  });

  test('of a long one the beginning and the last sentence are left', () => {
    expect(shortenMessage(`The key ${long} is wrong. Give another.`)).toMatch(/^The key x{1592}… Give another\.$/);
    expect(shortenMessage('Short. Yes.')).toBe('Short. Yes.');
  });

  test('a cut leaves no half of a surrogate pair', () => {
    expect(shorten(`${'x'.repeat(99)}😀`)).toBe(`${'x'.repeat(99)}…`);
  });

  test('a value is shown as JSON where it is short', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const text = JSON.stringify(value);
        const plain = JSON.parse(text) as unknown;
        if (text.length <= 100) expect(show(plain)).toBe(text);
        else expect(show(plain).length).toBeLessThanOrEqual(101);
      }),
      { seed: 7 },
    );
  });
});

describe('secrets are hidden', () => {
  const hide = createSecretHider(['hunter', 'hunter22', 'a"quoted\n', 'abc', 'long-secret-word']);
  test.each([
    ['hunter22 and hunter, huntsman', '[secret] and [secret], huntsman'],
    ['hunter2', '[secret]2'],
    ['{"p":"a\\"quoted\\n"} a"quoted\n', '{"p":"[secret]"} [secret]'],
    ['abc is too short', 'abc is too short'],
    ['cut: long-sec… and on', 'cut: [secret]… and on'],
    ['hunhunter', 'hun[secret]'],
  ])('%s', (text, hidden) => {
    expect(hide(text)).toBe(hidden);
  });

  test('whatever they are, none is left', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '"'), minLength: 4, maxLength: 8 }));
    fc.assert(
      fc.property(words, fc.array(fc.nat()), (secrets, picks) => {
        const text = picks.map((pick) => secrets[pick % Math.max(1, secrets.length)] ?? 'none').join(' ');
        const hidden = createSecretHider(secrets)(text);
        for (const secret of secrets) expect(hidden).not.toContain(secret);
      }),
      { seed: 7 },
    );
  });

  test('of a request, however many and deep they are', async () => {
    const nested = Array.from({ length: 60 }).reduce<unknown>((inner) => ({ inner }), { password: 'deep-word' });
    const passwords = Array.from({ length: 3000 }, (_, index) => `pass-${index}-word`);
    const { errors } = await gateway.query('query ($id: ID!) { node(id: $id) { id } }', {
      id: 'deep-word pass-2999-word',
      nested,
      passwords,
    });
    expect(errors?.[0]?.message).toMatch(/^"\[secret\] \[secret\]" is not an id/);
  });
});
