/** Random operations over the real schema. Nearly all are valid: a response name always means the same field and arguments. */
import {
  type GraphQLCompositeType,
  type GraphQLField,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { createSchema } from '../../../schema/schema.ts';
import type { Random } from './random.ts';
import type { Operation } from './reference.ts';
import type { Pools } from './shop.ts';
import { createValueGenerator } from './value-generator.ts';

const schema = createSchema();

/** Those whose answer depends on neither the time nor chance (as new ids do), and that leave the database there. */
const MUTATIONS =
  /^(?!create(Database|AuthToken|SecureBundleUrl|Documents?)$)(create|delete|update|replace|rename|setIn|pushTo|popFrom)/;
/** Where another run of the emulator says something else. */
const UNSTEADY = /^(createdAt|lastUsedAt|metrics|cost|dataEndpointUrl)$/;

type Field = GraphQLField<unknown, unknown>;

export function generateOperation(random: Random, pools: Pools, kind: 'query' | 'mutation'): Operation {
  const values = createValueGenerator(random, pools);
  const maxDepth = 2 + random.below(5);
  const maxWidth = 1 + random.below(4);
  const fragments = new Map<string, { readonly type: GraphQLCompositeType; readonly text: string }>();
  const aliases = new Map<string, string>();
  const known = new Map<string, string[]>();

  function selection(type: GraphQLCompositeType, depth: number, isWithinAbstract: boolean): string {
    const count = 1 + random.below(depth > 3 ? Math.min(maxWidth, 2) : maxWidth);
    const parts = Array.from({ length: count }, () => part(type, depth, isWithinAbstract));
    return `{ ${parts.join(' ')} }`;
  }

  function part(type: GraphQLCompositeType, depth: number, isWithinAbstract: boolean): string {
    const isAbstract = isAbstractType(type);
    const way = random.below(100);
    if (depth < maxDepth && way < 22) return spread(targetOf(type), depth);
    if (depth < maxDepth && (way < 40 || (isAbstract && way < 85))) {
      const target = targetOf(type);
      const condition = target === type && random.chance(40) ? '' : `on ${target.name}`;
      return `... ${condition} ${directives()} ${selection(target, depth + 1, isWithinAbstract || isAbstract)}`;
    }
    if (way > 98 && type === schema.getQueryType())
      return `__type(name: "Row") ${directives()} { name fields { name } }`;
    if (way > 96) return `__typename ${directives()}`;
    const field = pickField(type, depth);
    return field ? printField(type, field, depth, isWithinAbstract || isAbstract) : '__typename';
  }

  function targetOf(type: GraphQLCompositeType): GraphQLCompositeType {
    if (isAbstractType(type)) return random.chance(15) ? type : random.pick(schema.getPossibleTypes(type));
    const [parent] = isObjectType(type) ? type.getInterfaces() : [];
    return parent && random.chance(10) ? parent : type;
  }

  /** Often one that is spread elsewhere too, sometimes twice in a row with other conditions. */
  function spread(type: GraphQLCompositeType, depth: number): string {
    const same = [...fragments].filter(([, fragment]) => fragment.type === type).map(([name]) => name);
    const name = same.length > 0 && random.chance(65) ? random.pick(same) : defineFragment(type, depth);
    const again = random.chance(30) ? `...${name} ${directives()}` : '';
    return `...${name} ${directives()} ${again}`;
  }

  /** It may be spread under an abstract type, so its names are those that fit there. */
  function defineFragment(type: GraphQLCompositeType, depth: number): string {
    const text = selection(type, depth + 1, true);
    const name = `F${fragments.size}`;
    fragments.set(name, { type, text: `fragment ${name} on ${type.name} ${text}` });
    return name;
  }

  function pickField(type: GraphQLCompositeType, depth: number): Field | undefined {
    if (!('getFields' in type)) return undefined;
    const fields = Object.values(type.getFields()).filter(({ name, type: result }) => {
      if (type === schema.getMutationType()) return MUTATIONS.test(name);
      return !UNSTEADY.test(name) && (depth < maxDepth || !isCompositeType(getNamedType(result)));
    });
    const deeper = fields.filter(({ type: result }) => isCompositeType(getNamedType(result)));
    if (fields.length === 0) return undefined;
    return random.pick(deeper.length > 0 && random.chance(60) ? deeper : fields);
  }

  function printField(type: GraphQLCompositeType, field: Field, depth: number, isWithinAbstract: boolean): string {
    const result = getNamedType(field.type);
    const text = `${field.name}${argumentsOf(type, field)}`;
    const alias = aliasOf(type, field, text, isWithinAbstract);
    const below = isCompositeType(result) ? selection(result, depth + 1, isWithinAbstract) : '';
    return `${alias}${text} ${directives()} ${below}`;
  }

  function argumentsOf(type: GraphQLCompositeType, field: Field): string {
    const before = known.get(`${type.name}.${field.name}`) ?? [];
    if (before.length > 0 && random.chance(35)) return random.pick(before);
    const given = field.args.filter(
      (arg) => (isNonNullType(arg.type) && arg.defaultValue === undefined) || random.chance(40),
    );
    const texts = given.map((arg) => `${arg.name}: ${values.literal(arg.type, `${field.name}.${arg.name}`)}`);
    const text = texts.length > 0 ? `(${texts.join(', ')})` : '';
    known.set(`${type.name}.${field.name}`, [...before, text]);
    return text;
  }

  function aliasOf(type: GraphQLCompositeType, field: Field, text: string, isWithinAbstract: boolean): string {
    if (field.args.length === 0 && !isWithinAbstract) return random.chance(15) ? `${type.name}_${field.name}: ` : '';
    const key = `${type.name}.${text}`;
    const alias = aliases.get(key) ?? `k${aliases.size}`;
    aliases.set(key, alias);
    return `${alias}: `;
  }

  function directives(): string {
    const way = random.below(100);
    if (way > 17) return '';
    if (way < 8) return `@skip(if: ${values.condition()})`;
    if (way < 16) return `@include(if: ${values.condition()})`;
    return `@include(if: ${values.condition()}) @skip(if: ${values.condition()})`;
  }

  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (!root) throw new Error(`The schema has no ${kind}.`);
  const text = selection(root, 0, false);
  const isOneOfTwo = random.chance(10);
  const others = isOneOfTwo ? 'query Other { __typename }' : '';
  const query = `${kind} Asked${values.definitions()} ${text} ${[...fragments.values()].map((each) => each.text).join(' ')} ${others}`;
  return { query, variables: values.variables, ...(isOneOfTwo && { operationName: 'Asked' }) };
}
