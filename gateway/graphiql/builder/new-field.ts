/** What a click adds: a field that is valid at once, with values to fill in for what it requires. */
import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  Kind,
  parseValue,
  type SelectionSetNode,
} from 'graphql';

export function newField({ name, args, type }: GraphQLField<unknown, unknown>): FieldNode {
  const selectionSet = newSelections(type);
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: name },
    arguments: args.filter(isRequiredArgument).map(newArgument),
    ...(selectionSet && { selectionSet }),
  };
}

export function newArgument({ name, type }: GraphQLArgument): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value: parseValue(placeholder(type)) };
}

/** Of an object its id, or what else it has without arguments and parts. */
function newSelections(type: GraphQLOutputType): SelectionSetNode | undefined {
  const named = getNamedType(type);
  if (!isObjectType(named) && !isInterfaceType(named)) return undefined;
  const leaves = Object.values(named.getFields()).filter(
    (field) => !hasParts(field) && !field.args.some(isRequiredArgument),
  );
  const leaf = leaves.find(({ name }) => name === 'name') ?? leaves.find(({ name }) => name === 'id') ?? leaves[0];
  const value = leaf?.name ?? '__typename';
  return { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value } }] };
}

export function hasParts({ type }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  return isObjectType(named) || isInterfaceType(named);
}

function placeholder(type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return '[]';
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(nullable)) {
    const required = Object.values(nullable.getFields()).filter(isRequiredInputField);
    return `{ ${required.map((field) => `${field.name}: ${placeholder(field.type)}`).join(', ')} }`;
  }
  return PLACEHOLDERS.get(nullable.name) ?? '{}';
}

const PLACEHOLDERS = new Map([
  ['String', '""'],
  ['ID', '""'],
  ['Int', '10'],
  ['Float', '0'],
  ['Boolean', 'true'],
  ['DocumentPath', '""'],
  ['CqlValue', '""'],
]);
