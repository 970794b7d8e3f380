/** Null by a variable, for every argument and every member of an input: as if it were left out, or refused in words. */
import {
  type GraphQLArgument,
  type GraphQLInputField,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../../schema/schema.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { CALM } from './reference.ts';
import { createPools, fillShop, type Pools, poolFor } from './shop.ts';

const schema = createSchema();
let gateway: RunningGateway;
let pools: Pools;

beforeAll(async () => {
  gateway = await startGateway({ upstream: CALM });
  await fillShop(gateway);
  pools = await createPools(gateway);
}, 60_000);
afterAll(() => gateway.close());

/** Where a type is found. */
const PLACES: Readonly<Record<string, string>> = {
  Query: '{ FIELD }',
  Database: '{ database { FIELD } }',
  Keyspace: '{ keyspace(name: "shop") { FIELD } }',
  Table: '{ keyspace(name: "shop") { table(name: "items") { FIELD } } }',
  Row: '{ keyspace(name: "shop") { table(name: "items") { row(key: { id: "a" }) { FIELD } } } }',
  Namespace: '{ namespace(name: "shop") { FIELD } }',
  Collection: '{ namespace(name: "shop") { collection(name: "notes") { FIELD } } }',
  Document: '{ namespace(name: "shop") { collection(name: "notes") { document(documentId: "n1") { FIELD } } } }',
};
/** What must be given beside the null. */
const GIVEN: Readonly<Record<string, unknown>> = {
  'search.where': { path: 'item', eq: 'a' },
  'relatedRow.key': [{ column: 'id', value: 'a' }],
  'relatedRows.key': [{ column: 'id', value: 'a' }],
  table: 'items',
  collection: 'notes',
};

interface Nullable {
  readonly type: string;
  readonly field: string;
  readonly input: GraphQLArgument | GraphQLInputField;
}

function isOptional({ type, defaultValue }: GraphQLArgument | GraphQLInputField): boolean {
  return !isNonNullType(type) || defaultValue !== undefined;
}

const ARGUMENTS: readonly Nullable[] = Object.keys(PLACES).flatMap((type) => {
  const found = schema.getType(type);
  const fields = isObjectType(found) ? Object.values(found.getFields()) : [];
  return fields.flatMap(({ name: field, args }) => args.filter(isOptional).map((input) => ({ type, field, input })));
});
/** None of these takes the database away from the others. */
const MEMBERS: readonly Nullable[] = Object.values(schema.getMutationType()?.getFields() ?? {})
  .filter(({ name }) => !/(terminate|park|resize).*Database/.test(name))
  .flatMap(({ name: field, args }) => {
    const type = args[0] && getNullableType(args[0].type);
    const members = isInputObjectType(type) ? Object.values(type.getFields()) : [];
    return members.filter(isOptional).map((input) => ({ type: String(type), field, input }));
  });

/** A `Boolean = true` may stand where a `Boolean! = false` is; null is found out when it is executed. */
function declare({ type }: GraphQLArgument | GraphQLInputField, given: string): string {
  const inner = getNullableType(type);
  return `$given: ${inner}${isNonNullType(type) ? ` = ${given}` : ''}`;
}

function textFor(place: string, input: GraphQLArgument | GraphQLInputField): string {
  const pool = poolFor(pools, place, getNamedType(input.type));
  const value = GIVEN[place] ?? GIVEN[input.name] ?? pool.find((each) => each !== null);
  return isEnumType(getNamedType(input.type)) ? String(value) : print(value);
}

function print(value: unknown): string {
  return JSON.stringify(value).replace(/"(\w+)":/g, '$1: ');
}

function codesOf(answer: Awaited<ReturnType<RunningGateway['query']>>): string[] {
  return (answer.errors ?? []).map(({ extensions }) => extensions.code);
}

describe('arguments', () => {
  test.each(ARGUMENTS.map((each) => [`${each.type}.${each.field}(${each.input.name})`, each] as const))(
    '%s',
    async (_, { type, field, input }) => {
      const found = schema.getType(type);
      const definition = isObjectType(found) ? found.getFields()[field] : undefined;
      if (!definition) throw new Error('The field is not there.');
      const required = definition.args.filter((arg) => !isOptional(arg));
      const others = required.map((arg) => `${arg.name}: ${textFor(`${field}.${arg.name}`, arg)}`);
      const result = getNamedType(definition.type);
      const list = 'getFields' in result && 'nodes' in result.getFields() ? 'nodes { __typename }' : '__typename';
      const below = isCompositeType(result) ? `{ ${list} }` : '';
      const ask = (texts: readonly string[], head = '', variables = {}) => {
        const text = `${field}${texts.length > 0 ? `(${texts.join(', ')})` : ''} ${below}`;
        return gateway.query(`query ${head} ${PLACES[type]?.replace('FIELD', text)}`, variables);
      };
      const absent = await ask(others);
      expect(codesOf(absent)).not.toContain('GRAPHQL_VALIDATION_FAILED');
      const answer = await ask([...others, `${input.name}: $given`], `(${declare(input, 'true')})`, { given: null });
      if (isNonNullType(input.type)) {
        expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
        expect(answer.errors?.[0]?.message).toMatch(new RegExp(`"${input.name}".* null`));
      } else expect([codesOf(answer), answer.data]).toEqual([codesOf(absent), absent.data]);
    },
  );
});

describe('members of inputs', () => {
  test.each(MEMBERS.map((each) => [`${each.field}: ${each.input.name}`, each] as const))(
    '%s',
    async (_, { type, field, input }) => {
      const definition = schema.getType(type.replace('!', ''));
      if (!isInputObjectType(definition)) throw new Error('The input is not there.');
      const required = Object.values(definition.getFields()).filter((each) => !isOptional(each));
      const others = required.map((each) => `${each.name}: ${memberOf(each)}`);
      const text = `${field}(input: { ${[...others, `${input.name}: $given`].join(', ')} }) { __typename }`;
      const answer = await gateway.query(`mutation (${declare(input, defaultOf(input))}) { ${text} }`, { given: null });
      const codes = codesOf(answer);
      for (const code of ['INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED']) expect(codes).not.toContain(code);
      if (isNonNullType(input.type)) expect(codes).toEqual(['BAD_USER_INPUT']);
    },
  );
});

function defaultOf(input: GraphQLInputField | GraphQLArgument): string {
  return JSON.stringify(input.defaultValue ?? null);
}

/** Required members, lists and inputs within inputs among them. */
function memberOf(input: GraphQLInputField): string {
  const type = getNamedType(input.type);
  const isList = String(getNullableType(input.type)).startsWith('[');
  const inner = isInputObjectType(type)
    ? `{ ${Object.values(type.getFields())
        .filter((each) => !isOptional(each))
        .map((each) => `${each.name}: ${memberOf(each)}`)
        .join(', ')} }`
    : textFor(input.name, input);
  return isList ? `[${inner}]` : inner;
}
