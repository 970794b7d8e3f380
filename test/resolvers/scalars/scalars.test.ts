import { makeExecutableSchema } from '@graphql-tools/schema';
import fc from 'fast-check';
import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { NumberText } from '../../../datasources/json/json-value.ts';
import { scalars } from '../../../resolvers/scalars/scalars.ts';

const echoed: unknown[] = [];
const names = Object.keys(scalars);
const schema = makeExecutableSchema({
  typeDefs: [
    ...names.map((name) => `scalar ${name}`),
    `type Query { ${names.map((name) => `echo${name}(value: ${name}): Boolean`).join(' ')} }`,
  ],
  resolvers: [
    scalars,
    {
      Query: Object.fromEntries(
        names.map((name) => [
          `echo${name}`,
          (_: unknown, { value }: { value: unknown }) => {
            echoed.push(value);
            return true;
          },
        ]),
      ),
    },
  ],
});

/** What a resolver gets; an error is thrown with its message. */
async function run(source: string, variableValues: Record<string, unknown> = {}): Promise<unknown> {
  echoed.length = 0;
  const { errors } = await graphql({ schema, source, variableValues });
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return echoed[0];
}

const literal = (name: string, text: string) => run(`{ echo${name}(value: ${text}) }`);
const variable = (name: string, value: unknown) =>
  run(`query ($value: ${name}) { echo${name}(value: $value) }`, { value });

const exact = (text: string): [string, NumberText] => [text, new NumberText(text)];

/** A GraphQL literal of a JSON value. */
function toLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toLiteral).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).map(([name, member]) => `${name}: ${toLiteral(member)}`)}}`;
}

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'grapheme' }),
    fc.boolean(),
    fc.constant(null),
    fc.maxSafeInteger(),
    fc.array(tie('value')),
    fc.dictionary(fc.stringMatching(/^[A-Za-z_]\w{0,8}$/), tie('value')),
  ),
})).value;

describe('values', () => {
  test('are the same as literals and as variables', async () => {
    await fc.assert(
      fc.asyncProperty(values, fc.constantFrom('JSON', 'CqlValue'), async (value, name) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(await literal(name, toLiteral(value))).toEqual(plain);
        expect(await variable(name, value)).toEqual(value);
      }),
    );
  });

  test('keep the order of members, and take __proto__ for a member', async () => {
    const value = await literal('JSONObject', '{ z: 1, __proto__: { admin: true }, a: 2 }');
    expect(JSON.stringify(value)).toBe('{"z":1,"__proto__":{"admin":true},"a":2}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test('may be enum words in a literal, which are text', async () => {
    expect(await literal('RowKey', '{ kind: NOVEL }')).toEqual({ kind: 'NOVEL' });
  });
});

describe('numbers of CQL', () => {
  test.each([
    ['9007199254740991', 9007199254740991],
    ['1.5', 1.5],
    ...['9007199254740992', '9007199254740993', '-9223372036854775808', '1.50', '1.0', '-0', '1e400', '1e2'].map(exact),
    exact('0.1000000000000000055511151231257827'),
  ])('the literal %s keeps all its digits', async (text, expected) => {
    for (const name of ['RowKey', 'RowValues']) expect(await literal(name, `{ n: ${text} }`)).toEqual({ n: expected });
    expect(await literal('CqlValue', text)).toEqual(expected);
  });

  test.each(['1.50', '0.1000000000000000055511151231257827', '1e400'])(
    'the variable %s keeps its digits',
    async (text) => {
      expect(await variable('RowValues', { n: new NumberText(text) })).toEqual({ n: new NumberText(text) });
    },
  );

  test.each(['9007199254740993', `1${'2345678901'.repeat(3)}`])(
    'the variable %s is refused: it may be rounded',
    async (text) => {
      for (const value of [{ n: new NumberText(text) }, { n: [{ m: new NumberText(text) }] }]) {
        await expect(variable('RowValues', value)).rejects.toThrow(`The number ${text} cannot be carried exactly`);
      }
    },
  );

  test('in variables pass, for a double may be large', async () => {
    expect(await variable('RowValues', { ratio: 1e300 })).toEqual({ ratio: 1e300 });
  });
});

describe('numbers in documents', () => {
  const inexact = ['9007199254740993', '-12345678901234567890', '1e400', '9007199254740993.5', '1e-400'];
  inexact.push('0.1000000000000000055511151231257827', '1.00000000000000001');

  test.each(inexact)('the variable %s is refused at any depth', async (text) => {
    const number = new NumberText(text);
    await expect(variable('JSON', number)).rejects.toThrow(`The number ${text} cannot be carried exactly`);
    await expect(variable('JSONObject', { a: [{ b: number }] })).rejects.toThrow('Send it as a string');
  });

  test.each(['1.0', '1.50', '1e2', '-0', '1E+2', '0.10000000000000001', '0.00000010'])(
    'the number %s is a double',
    async (text) => {
      expect(await variable('JSON', { a: [new NumberText(text)] })).toEqual({ a: [Number(text)] });
      expect(await literal('JSON', `{ a: [${text}] }`)).toEqual({ a: [Number(text)] });
    },
  );

  test.each(inexact)('the literal %s is refused', async (text) => {
    await expect(literal('JSON', text)).rejects.toThrow(text);
    await expect(literal('JSONObject', `{ a: [{ b: ${text} }] }`)).rejects.toThrow('Send it as a string');
  });

  test('a variable with an integer beyond 2^53 is refused at any depth', async () => {
    await expect(variable('JSON', { a: [9007199254740992] })).rejects.toThrow('Send it as a string');
    await expect(variable('JSONObject', { a: -9007199254740992 })).rejects.toThrow('9007199254740992');
  });

  test.each([0.1, 1e300, -1.7976931348623157e308, 9007199254740991])('%d passes', async (number) => {
    expect(await variable('JSON', { a: number })).toEqual({ a: number });
    expect(await literal('JSON', `{ a: ${number} }`.replace('e+', 'e'))).toEqual({ a: number });
  });
});

describe('variables within a literal', () => {
  test('are put in', async () => {
    const source =
      'query ($id: String, $tags: [String]) { echoRowValues(value: { id: $id, list: [$id], tags: $tags }) }';
    expect(await run(source, { id: 'x', tags: ['a'] })).toEqual({ id: 'x', list: ['x'], tags: ['a'] });
  });

  test('may be null, or have a default', async () => {
    expect(await run('query ($id: String) { echoJSON(value: { id: $id }) }', { id: null })).toEqual({ id: null });
    expect(await run('query ($id: String = "7") { echoJSON(value: { id: $id }) }')).toEqual({ id: '7' });
  });

  test.each(names.filter((name) => /JSON|Row|Cql/.test(name)))('without a value are an error in %s', async (name) => {
    await expect(run(`query ($id: String) { echo${name}(value: { id: $id, a: 1 }) }`)).rejects.toThrow('invalid value');
    expect(echoed).toEqual([]);
  });
});

test('a literal that is refused is shown where it stands', async () => {
  const source = '{\n  echoJSON(value: 9007199254740993)\n}';
  const { errors } = await graphql({ schema, source });
  expect(errors?.map(({ locations }) => locations)).toEqual([[{ line: 2, column: 19 }]]);
});

describe('kinds', () => {
  test.each(['1.50', '9007199254740993'])('%s is neither an object nor a path', async (text) => {
    await expect(literal('RowKey', text)).rejects.toThrow('must be an object');
    await expect(literal('DocumentPath', text)).rejects.toThrow('must be a string');
  });

  test.each(['[1]', '"text"', '1', 'true'])('%s is no object', async (text) => {
    for (const name of ['JSONObject', 'RowKey', 'RowValues']) {
      await expect(literal(name, text)).rejects.toThrow('must be an object');
      await expect(variable(name, JSON.parse(text))).rejects.toThrow('must be an object');
    }
  });

  test.each(['[1]', '{ a: 1 }', '1', 'true'])('%s is no path', async (text) => {
    await expect(literal('DocumentPath', text)).rejects.toThrow('must be a string');
  });
});
