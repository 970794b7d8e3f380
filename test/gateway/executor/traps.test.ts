/** What other fast executors have answered wrongly, rule by rule: the answer is written down, and that of graphql is the same. */
import { type ExecutionResult, execute, GraphQLError, parse } from 'graphql';
import { expect, test } from 'vitest';
import { executePrepared } from '../../../gateway/executor/execute.ts';
import { makeSchema } from '../../../schema/shared/executable.ts';

const SDL = `
  interface Named { name: String }
  type Cat implements Named { name: String lives: Int! friend: Named }
  type Dog implements Named { name: String tricks: [String!] friend: Named }
  union Pet = Cat | Dog
  enum Size { SMALL LARGE }
  input Filter { size: Size = SMALL, name: String, inner: Filter }
  scalar JSON
  type Author { id: Int name: String strict: String! late: Late }
  type Late { strict: String! }
  type Query {
    author: Author
    pets: [Pet]
    named: Named
    echo(filter: Filter, json: JSON, n: Int = 7): JSON
    sizes: [Size]
    computed: Author
    matrix: [[Int!]]!
    fails: String
    lost: Author
  }
  type Mutation { first: Int second: Int }
`;

const later = <T>(value: T, turns = 3): Promise<T> =>
  turns === 0 ? Promise.resolve(value) : Promise.resolve().then(() => later(value, turns - 1));
const calls: string[] = [];
const resolvers = {
  Query: {
    author: () => ({ id: 1, name: 'Ann' }),
    pets: () => [{ __typename: 'Cat', name: 'Tom', lives: 9 }, later({ __typename: 'Dog', name: 'Rex' }), null],
    named: () => ({ __typename: 'Cat', name: 'Tom', lives: 9, friend: later({ __typename: 'Dog', name: 'Rex' }) }),
    echo: (_: unknown, args: object) => args,
    sizes: () => [1, 2, 3],
    computed: () => ({ id: () => later(5), name: later('later') }),
    matrix: () => [[1, 2], [3, null], later([4])],
    fails: () => {
      throw Object.assign(new Error('broken'), { extensions: { code: 'OURS' } });
    },
    lost: () => ({ strict: later(null, 1), late: later({ strict: later(null, 6) }) }),
  },
  Mutation: {
    first: async () => {
      calls.push('first begins');
      await later(0, 9);
      calls.push('first ends');
      return 1;
    },
    second: () => calls.push('second'),
  },
  Size: { SMALL: 1, LARGE: 2 },
};
const schema = makeSchema([parse(SDL)], [resolvers]);

async function ask(query: string, variableValues: Record<string, unknown> = {}): Promise<ExecutionResult> {
  const document = parse(query);
  const args = { schema, document, variableValues };
  const [expected, first] = [await execute(args), await executePrepared(args)];
  for (const result of [first, await executePrepared(args)]) expect(print(result)).toEqual(print(expected));
  return JSON.parse(JSON.stringify(first));
}

const print = ({ data, errors }: ExecutionResult) => ({
  data: JSON.stringify(data),
  errors: errors?.map((error) => ({ ...error.toJSON(), cause: error.originalError?.message })),
});

const BOTH = 'query ($yes: Boolean!) { one: author @skip(if: $yes) { ...F } two: author @include(if: $yes) { ...F } }';

test.each(['name', '... on Author { name }', '... { ...G } } fragment G on Author { name'])(
  'a fragment of a skipped field is there for another: %s',
  async (body) => {
    const query = `${BOTH} fragment F on Author { ${body} }`;
    expect(await ask(query, { yes: true })).toEqual({ data: { two: { name: 'Ann' } } });
    expect(await ask(query, { yes: false })).toEqual({ data: { one: { name: 'Ann' } } });
  },
);

test('a fragment whose first spread is skipped keeps its fields', async () => {
  const query = 'query ($yes: Boolean!) { author { ...F @skip(if: $yes) ...F } } fragment F on Author { name }';
  expect(await ask(query, { yes: true })).toEqual({ data: { author: { name: 'Ann' } } });
});

test('one prepared document answers by the variables of each request', async () => {
  const document = parse(
    'query ($a: Boolean = true, $b: Boolean!) { author { id @include(if: $a) name @skip(if: $b) } }',
  );
  const answers = [{ b: true }, { a: false, b: false }, { a: null, b: true }, { b: false }].map((variableValues) =>
    executePrepared({ schema, document, variableValues }),
  );
  expect(JSON.parse(JSON.stringify(answers))).toMatchObject([
    { data: { author: { id: 1 } } },
    { data: { author: { name: 'Ann' } } },
    { data: { author: null }, errors: [{ path: ['author'] }] },
    { data: { author: { id: 1, name: 'Ann' } } },
  ]);
});

test('an absent variable stays absent, and defaults of inputs apply', async () => {
  const query =
    'query ($f: Filter, $name: String, $n: Int) { a: echo(filter: $f, n: $n) b: echo(filter: { name: $name }) }';
  expect(await ask(query)).toEqual({ data: { a: { n: 7 }, b: { filter: { size: 1 }, n: 7 } } });
  expect(await ask(query, { f: { inner: {} }, name: null, n: null })).toEqual({
    data: {
      a: { filter: { size: 1, inner: { size: 1 } }, n: null },
      b: { filter: { size: 1, name: null }, n: 7 },
    },
  });
});

test('enums have their inner values, and a wrong one fails alone', async () => {
  const { data, errors } = await ask('{ sizes echo(filter: { size: LARGE }) }');
  expect(data).toEqual({ sizes: ['SMALL', 'LARGE', null], echo: { filter: { size: 2 }, n: 7 } });
  expect(errors).toMatchObject([{ path: ['sizes', 2] }]);
});

test('fields without a resolver may be functions and promises', async () => {
  expect(await ask('{ computed { id name } }')).toEqual({ data: { computed: { id: 5, name: 'later' } } });
});

test('fields of interfaces and unions are merged by the type of each object', async () => {
  const query = `{ pets { __typename ... on Named { name } ... on Cat { n: lives } ... on Dog { n: name } }
    named { name ... on Cat { friend { name } } friend { ... on Dog { tricks } } } }`;
  expect(await ask(query)).toEqual({
    data: {
      pets: [{ __typename: 'Cat', name: 'Tom', n: 9 }, { __typename: 'Dog', name: 'Rex', n: 'Rex' }, null],
      named: { name: 'Tom', friend: { name: 'Rex', tricks: null } },
    },
  });
});

test('lists of lists fail at the item', async () => {
  const { data, errors } = await ask('{ matrix }');
  expect(data).toEqual({ matrix: [[1, 2], null, [4]] });
  expect(errors).toMatchObject([{ path: ['matrix', 1, 1] }]);
});

test('what fails below a place that is null already is left out, whenever it fails', async () => {
  const { data, errors } = await ask('{ lost { late { strict } strict } }');
  expect(data).toEqual({ lost: null });
  expect(errors).toMatchObject([{ path: ['lost', 'strict'] }]);
});

test('errors keep their cause and extensions', async () => {
  const { errors = [] } = await executePrepared({ schema, document: parse('{ fails }') });
  expect(errors[0]).toBeInstanceOf(GraphQLError);
  expect(errors[0]).toMatchObject({
    path: ['fails'],
    extensions: { code: 'OURS' },
    originalError: { message: 'broken' },
  });
});

test('mutations wait for each other', async () => {
  calls.length = 0;
  await executePrepared({ schema, document: parse('mutation { first second again: first }') });
  expect(calls).toEqual(['first begins', 'first ends', 'second', 'first begins', 'first ends']);
});

test('names of prototypes are names', async () => {
  const { data } = await executePrepared({
    schema,
    document: parse('{ __proto__: sizes constructor: author { then: id } }'),
  });
  expect(Object.keys(data ?? {})).toEqual(['__proto__', 'constructor']);
  expect(JSON.stringify(data)).toBe('{"__proto__":["SMALL","LARGE",null],"constructor":{"then":1}}');
});

test('what is here is answered at once', () => {
  expect(executePrepared({ schema, document: parse('{ author { name } }') })).not.toBeInstanceOf(Promise);
});

test('arguments without variables are made once, and cannot be changed', async () => {
  const document = parse('{ echo(json: { a: [{ b: 1 }] }) }');
  const echo = async () => (await executePrepared({ schema, document })).data?.echo as { json: { a: object[] } };
  const [one, other] = [await echo(), await echo()];
  expect(one).toBe(other);
  expect(() => one.json.a.push({})).toThrow(TypeError);
  expect(() => Object.assign(one, { n: 8 })).toThrow(TypeError);
});
