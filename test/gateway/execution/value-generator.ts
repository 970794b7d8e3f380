/** Random arguments: literals, and variables wherever one may stand. */
import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { setOwnValue } from '../../../datasources/shared/own-value.ts';
import type { Random } from './random.ts';
import { type Pools, poolFor } from './shop.ts';

export interface ValueGenerator {
  /** GraphQL text of a value. @param place - the field and the argument, such as `row.key` */
  literal(type: GraphQLInputType, place: string): string;
  /** Text of a variable that is a `Boolean!`. */
  condition(): string;
  /** `($v0: Int = 1)`, or nothing when no value has used one. */
  definitions(): string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Names of which objects have members already, among them. */
const NAMES = ['v0', 'v1', 'v2', 'v3', 'constructor', 'v4', 'toString', '__proto__', 'v5', 'v6', 'v7', 'v8', 'v9'];
const MAX_MEMBERS = 300;
const FREE_TYPES = ['Int', 'String', 'Boolean', 'JSON', '[Int]', 'CqlValue', 'ID'];
const FREE_VALUES = [5, 'a', true, null, [1, null], { a: 1 }, 1.5];

export function createValueGenerator(random: Random, pools: Pools): ValueGenerator {
  const definitions: string[] = [];
  const variables: Record<string, unknown> = {};
  /** Most operations give each variable a value that fits, so that they are executed. */
  const isCareless = random.chance(15);
  let made = 0;

  function literal(type: GraphQLInputType, place: string): string {
    if (random.chance(25)) return variable(type, place);
    if (!isNonNullType(type) && random.chance(6)) return 'null';
    const inner = getNullableType(type);
    if (isListType(inner)) {
      if (random.chance(10)) return literal(inner.ofType, place);
      return `[${times(random.below(4), () => literal(inner.ofType, place)).join(', ')}]`;
    }
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).filter((field) => isWanted(field.type, field.defaultValue));
      return `{ ${fields.map((field) => `${field.name}: ${literal(field.type, field.name)}`).join(', ')} }`;
    }
    const value = random.pick(poolFor(pools, place, inner));
    if (isEnumType(inner)) return String(value);
    return print(value, () => (random.chance(12) ? freeVariable() : undefined));
  }

  function json(type: GraphQLInputType, place: string): unknown {
    if (!isNonNullType(type) && random.chance(8)) return null;
    const inner = getNullableType(type);
    if (isListType(inner)) {
      if (random.chance(10)) return json(inner.ofType, place);
      return times(random.below(4), () => json(inner.ofType, place));
    }
    if (!isInputObjectType(inner)) return random.pick(poolFor(pools, place, inner));
    const fields = Object.values(inner.getFields()).filter((field) => isWanted(field.type, field.defaultValue));
    return Object.fromEntries(fields.map((field) => [field.name, json(field.type, field.name)]));
  }

  /** Inputs that may hold themselves would not end by chance alone. */
  function isWanted(type: GraphQLInputType, defaultValue: unknown): boolean {
    made += 1;
    if (made > MAX_MEMBERS) return isNonNullType(type) && defaultValue === undefined;
    return random.chance(isNonNullType(type) && defaultValue === undefined ? 99 : 25);
  }

  /** A nullable one may stand where null may not, if it has a default: then null is refused when it is executed. */
  function variable(type: GraphQLInputType, place: string): string {
    const isStrict = isNonNullType(type) ? random.chance(60) : random.chance(20);
    const hasDefault = isNonNullType(type) && !isStrict ? true : random.chance(25);
    const inner = getNullableType(type);
    const name = declare(`${inner}${isStrict ? '!' : ''}`, hasDefault ? constant(type, place) : undefined);
    if (isCareless && random.chance(15)) give(name, random.pick([null, { wrong: [] }, [[true]], 1e300]));
    else if (isCareless && random.chance(10)) return `$${name}`;
    else if ((isStrict && !hasDefault) || random.chance(65)) give(name, json(type, place));
    else if (!isStrict && random.chance(40)) give(name, null);
    return `$${name}`;
  }

  /** As a default: no variable may stand in it. */
  function constant(type: GraphQLInputType, place: string): string {
    return printTyped(json(type, place), type);
  }

  /** Within a scalar of our own, whose parts have no types. */
  function freeVariable(): string {
    const name = declare(random.pick(FREE_TYPES), undefined);
    if (random.chance(80)) give(name, random.pick(FREE_VALUES));
    return `$${name}`;
  }

  function give(name: string, value: unknown): void {
    setOwnValue(variables, name, value);
  }

  function declare(type: string, defaultText: string | undefined): string {
    const name = NAMES[definitions.length] ?? `v${definitions.length}`;
    definitions.push(`$${name}: ${type}${defaultText === undefined ? '' : ` = ${defaultText}`}`);
    return name;
  }

  return {
    literal,
    condition() {
      if (random.chance(30)) return random.pick(['true', 'false']);
      const isStrict = random.chance(60);
      const name = declare(isStrict ? 'Boolean!' : 'Boolean', isStrict ? undefined : random.pick(['true', 'false']));
      if (isStrict || random.chance(70)) give(name, random.chance(50));
      else if (isCareless) give(name, null);
      return `$${name}`;
    },
    definitions: () => (definitions.length > 0 ? `(${definitions.join(', ')})` : ''),
    variables,
  };
}

/** JSON as GraphQL text. @param replace - text in the place of a member or item, where it gives one */
function print(value: unknown, replace: () => string | undefined = () => undefined): string {
  const part = (inner: unknown) => replace() ?? print(inner, replace);
  if (Array.isArray(value)) return `[${value.map(part).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, member]) => `${name}: ${part(member)}`)
    .join(', ')} }`;
}

/** Enum values stand without quotes. */
function printTyped(value: unknown, type: GraphQLInputType): string {
  const inner = getNullableType(type);
  if (value === null) return 'null';
  if (isListType(inner)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return `[${items.map((item) => printTyped(item, inner.ofType)).join(', ')}]`;
  }
  if (isEnumType(inner)) return String(value);
  if (!isInputObjectType(inner)) return print(value);
  const fields = inner.getFields();
  const members = Object.entries(value as object).flatMap(([name, member]) => {
    const field = fields[name];
    return field ? [`${name}: ${printTyped(member, field.type)}`] : [];
  });
  return `{ ${members.join(', ')} }`;
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
