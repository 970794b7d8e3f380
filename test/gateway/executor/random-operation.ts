/** Random operations over any schema. Most are valid; what is not says whether both executors are wrong in the same way. */
import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Random } from '../execution/random.ts';

export interface RandomOperation {
  readonly query: string;
  readonly operationName?: string;
  /** A new set each time. */
  readonly makeVariables: (random: Random) => Record<string, unknown>;
}

interface Variable {
  readonly definition: string;
  readonly type: GraphQLInputType;
}

/** @param texts - literals of scalars that graphql does not know */
export function generateOperation(
  random: Random,
  schema: GraphQLSchema,
  texts: readonly string[] = ['"a"', '"b"', '1'],
): RandomOperation {
  const fragments: { readonly name: string; readonly text: string; readonly on: string }[] = [];
  const variables = new Map<string, Variable>();
  const maxDepth = 2 + random.below(3);

  function selections(type: GraphQLNamedType, depth: number): string {
    const count = 1 + random.below(depth > 2 ? 2 : 4);
    return `{ ${Array.from({ length: count }, () => selection(type, depth)).join(' ')} }`;
  }

  function selection(type: GraphQLNamedType, depth: number): string {
    const way = random.below(100);
    if (way < 12) return `${alias()}__typename ${directives()}`;
    if (way < 26 && depth < maxDepth) return spread(type, depth);
    if (way < 44 && depth < maxDepth) {
      const on = targetOf(type);
      return `... ${random.chance(20) ? '' : `on ${on.name}`} ${directives()} ${selections(on, depth + 1)}`;
    }
    if (way > 97 && type === schema.getQueryType()) return '__schema { queryType { name kind } types { name } }';
    if (way > 95 && type === schema.getQueryType()) return '__type(name: "A") { name fields { name type { kind } } }';
    return field(type, depth);
  }

  function field(type: GraphQLNamedType, depth: number): string {
    if (!('getFields' in type) || isInputObjectType(type)) return '__typename';
    const fields = Object.values(type.getFields()).filter(
      (each) => depth < maxDepth || !isCompositeType(getNamedType(each.type)),
    );
    // Validation refuses it; in a mutation graphql waits a turn for it nevertheless.
    if (random.chance(1) && type !== schema.getMutationType()) return `${alias()}nothing`;
    if (fields.length === 0) return '__typename';
    const picked = random.pick(fields);
    const result = getNamedType(picked.type);
    const args = picked.args
      .filter((arg) => (isNonNullType(arg.type) ? random.chance(85) : random.chance(50)))
      .map(argument);
    const below = isCompositeType(result) && !random.chance(1) ? selections(result, depth + 1) : '';
    return `${alias()}${picked.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${directives()} ${below}`;
  }

  /** Few names, so that fields are merged. */
  function alias(): string {
    return random.chance(22) ? `${random.pick(['x', 'y', 'then', '__proto__', 'constructor', 'f0'])}: ` : '';
  }

  function targetOf(type: GraphQLNamedType): GraphQLNamedType {
    if (random.chance(8)) return random.pick(['A', 'B', 'Node', 'Either'].map((name) => schema.getType(name) ?? type));
    if (isAbstractType(type)) return random.chance(20) ? type : random.pick(schema.getPossibleTypes(type));
    return isObjectType(type) && random.chance(20) ? (type.getInterfaces()[0] ?? type) : type;
  }

  /** Often again, with other conditions, right beside it. */
  function spread(type: GraphQLNamedType, depth: number): string {
    const on = targetOf(type);
    const same = fragments.filter((each) => each.on === on.name);
    const name = same.length > 0 && random.chance(60) ? random.pick(same).name : define(on, depth);
    const again = random.chance(30) ? `...${name} ${directives()}` : '';
    return `...${random.chance(1) ? 'Nowhere' : name} ${directives()} ${again}`;
  }

  function define(on: GraphQLNamedType, depth: number): string {
    const body = selections(on, depth + 1);
    const name = `F${fragments.length}`;
    fragments.push({ name, text: `fragment ${name} on ${on.name} ${body}`, on: on.name });
    return name;
  }

  function directives(): string {
    const way = random.below(100);
    if (way < 8) return `@skip(if: ${condition()})`;
    if (way < 16) return `@include(if: ${condition()})`;
    return way < 19 ? `@include(if: ${condition()}) @skip(if: ${condition()})` : '';
  }

  function condition(): string {
    if (random.chance(35)) return random.pick(['true', 'false']);
    const name = random.pick(['yes', 'no', 'maybe']);
    const definition = { yes: 'Boolean!', no: 'Boolean = false', maybe: 'Boolean' }[name] ?? '';
    return useVariable(name, definition, schema.getType('Boolean') as GraphQLInputType);
  }

  function argument({ name, type }: GraphQLArgument): string {
    return `${name}: ${literal(type, 0)}`;
  }

  function literal(type: GraphQLInputType, depth: number): string {
    if (random.chance(30)) return variableOf(type);
    const nullable = getNullableType(type);
    if (random.chance(7)) return 'null';
    if (isListType(nullable)) {
      if (random.chance(20)) return literal(nullable.ofType, depth + 1);
      return `[${Array.from({ length: random.below(3) }, () => literal(nullable.ofType, depth + 1)).join(', ')}]`;
    }
    if (isInputObjectType(nullable)) {
      const members = Object.values(nullable.getFields()).filter(() => random.chance(depth > 2 ? 10 : 45));
      return `{ ${members.map((member) => `${member.name}: ${literal(member.type, depth + 1)}`).join(', ')} }`;
    }
    if (isEnumType(nullable)) return random.pick(['RED', 'BLUE', 'BLUE', 'GREEN']);
    return random
      .pick(
        { Int: ['1', '2', '"x"'], Boolean: ['true', 'false'], Any: ['{ a: [1, $yes_] }', '4', '"s"'] }[nullable.name] ??
          texts,
      )
      .replace('$yes_', () => variableOf(nullable));
  }

  function variableOf(type: GraphQLInputType): string {
    const name = `v${String(type).replace(/\W/g, '_')}${random.below(2)}`;
    const byDefault = { Int: ' = 8', Boolean: ' = true', Color: ' = RED', In: ' = { a: 1 }' }[String(type)] ?? '';
    return useVariable(name, `${type}${name.endsWith('1') ? byDefault : ''}`, type);
  }

  function useVariable(name: string, definition: string, type: GraphQLInputType): string {
    if (!random.chance(1)) variables.set(name, { definition, type });
    return `$${name}`;
  }

  const kind = random.chance(25) ? 'mutation' : 'query';
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  const text = root ? selections(root, 0) : '{ __typename }';
  const definitions = [...variables].map(([name, { definition }]) => `$${name}: ${definition}`).join(', ');
  const isOneOfTwo = random.chance(10);
  const head = `${kind} Asked${definitions === '' ? '' : `(${definitions})`}`;
  const query = [
    `${head} ${text}`,
    ...fragments.map((each) => each.text),
    isOneOfTwo ? 'query Other { __typename }' : '',
  ];
  return {
    query: query.join('\n'),
    ...(isOneOfTwo && { operationName: random.chance(5) ? 'Nobody' : 'Asked' }),
    makeVariables: (of) =>
      Object.fromEntries(
        [...variables].filter(() => of.chance(80)).map(([name, { type }]) => [name, variableValue(of, type, 0)]),
      ),
  };
}

/** Sometimes of another type, which is refused before anything is executed. */
function variableValue(random: Random, type: GraphQLInputType, depth: number): unknown {
  const nullable = getNullableType(type);
  if (random.chance(isNonNullType(type) ? 2 : 8)) return null;
  if (random.chance(1)) return { wrong: true };
  if (isListType(nullable))
    return Array.from({ length: random.below(3) }, () => variableValue(random, nullable.ofType, depth + 1));
  if (isInputObjectType(nullable)) {
    const members = Object.values(nullable.getFields()).filter(() => random.chance(depth > 2 ? 10 : 45));
    return Object.fromEntries(members.map((member) => [member.name, variableValue(random, member.type, depth + 1)]));
  }
  const values: Readonly<Record<string, readonly unknown[]>> = {
    Int: [1, 2, -7],
    Boolean: [true, false],
    Color: ['RED', 'BLUE'],
    Any: [1, { a: [1] }, 'text'],
  };
  return random.pick(values[nullable.name] ?? ['a', 'b']);
}
