/** Types in Markdown: tables of their fields, arguments and values. */
import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  print,
} from 'graphql';
import type { Places } from './links.ts';

export function printType(type: GraphQLNamedType, places: Places): string {
  if (isObjectType(type) || isInterfaceType(type)) return printFields(Object.values(type.getFields()), places);
  if (isInputObjectType(type)) return printInputs('field', Object.values(type.getFields()), places);
  if (isEnumType(type)) {
    return table(
      ['value', 'meaning'],
      type.getValues().map(({ name, description }) => [`\`${name}\``, description]),
    );
  }
  return isScalarType(type) && type.specifiedByURL ? `Specified by <${type.specifiedByURL}>.` : '';
}

export function printInputs(
  what: 'argument' | 'field',
  inputs: readonly (GraphQLArgument | GraphQLInputField)[],
  { typeLink }: Places,
): string {
  const rows = inputs.map((input) => [`\`${input.name}\``, typeLink(input.type), withDefault(input)]);
  return table([what, 'type', 'meaning'], rows);
}

/** Arguments stand below their field. */
function printFields(fields: readonly GraphQLField<unknown, unknown>[], { typeLink }: Places): string {
  const rows = fields.flatMap(({ name, type, args, description }) => [
    [`\`${name}\``, typeLink(type), description],
    ...args.map((argument) => [`– \`${argument.name}\``, typeLink(argument.type), withDefault(argument)]),
  ]);
  return table(['field', 'type', 'meaning'], rows);
}

function withDefault({ type, defaultValue, description }: GraphQLArgument | GraphQLInputField): string {
  const value = defaultValue === undefined ? undefined : astFromValue(defaultValue, type);
  return value ? `${description} Default: \`${print(value)}\`.` : (description ?? '');
}

export function table(head: readonly string[], rows: readonly (readonly (string | null | undefined)[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((cells) => cells.map(inCell))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function inCell(text: string | null | undefined): string {
  return (text ?? '').replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}
