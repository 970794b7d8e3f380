/** The generated pages of `docs/reference`: every query, every mutation and every type. */
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { createPlaces, type Places } from './links.ts';
import { printExample } from './print-example.ts';
import { operationSections } from './print-operations.ts';
import { printInputs, printType } from './print-type.ts';
import type { Run } from './run.ts';
import { usageOf } from './usage.ts';

const WRITTEN = '<!-- Written by "npm run reference". -->';
const MAX_LINKS = 4;

interface Material {
  readonly schema: GraphQLSchema;
  readonly runs: readonly Run[];
  readonly places: Places;
}

export const PAGES = ['README.md', 'queries.md', 'mutations.md', 'types.md', 'operations.md'] as const;

/** By the names of their files. */
export function printPages(schema: GraphQLSchema, runs: readonly Run[]): Readonly<Record<string, string>> {
  const material = { schema, runs, places: createPlaces(schema) };
  const [queries, mutations] = [schema.getQueryType(), schema.getMutationType()];
  if (!queries || !mutations) throw new Error('The schema has no queries or no mutations.');
  return {
    'README.md': page('Reference', contents(runs)),
    'queries.md': page('Queries', queries.description, ...rootSections(queries, material)),
    'mutations.md': page('Mutations', mutations.description, ...rootSections(mutations, material)),
    'types.md': page('Types', OF_MUTATIONS, ...typeSections(material)),
    'operations.md': page('Operations of the upstream APIs', ...operationSections(schema)),
  } satisfies Record<(typeof PAGES)[number], string>;
}

const OF_MUTATIONS = 'The input and the payload of a mutation stand [with it](mutations.md).';

function contents(runs: readonly Run[]): string {
  return `Of the universal graph, \`/graphql\`:

- [Queries](queries.md): what can be read.
- [Mutations](mutations.md): what can be changed, each with its input and its payload.
- [Types](types.md): all others.
- [Operations of the upstream APIs](operations.md): every request of the REST, Document, DevOps and Data APIs, with the field that makes it.
- [Typed graphs by example](typed.md): the fields, types and conditions of the graph of a keyspace.

The ${runs.length} examples run one after another on the sample data, on what those before them have made: ${FOLDER_LINK}. Below each is its
answer by the embedded upstream, or by the first back end that can, and what it asks upstream when nothing is known yet. A \`…\` stands
for what is other in every run: ids, cursors, tokens, addresses, times.`;
}

const FOLDER_LINK = '[their source](examples)';

function page(title: string, ...sections: readonly (string | null | undefined)[]): string {
  return `${[`# ${title}`, WRITTEN, ...sections].filter(Boolean).join('\n\n')}\n`;
}

function rootSections(root: GraphQLObjectType, { runs, schema, places }: Material): string[] {
  const fields = Object.values(root.getFields()).sort((one, other) => one.name.localeCompare(other.name));
  const list = fields.map(({ name }) => `[${name}](#${name.toLowerCase()})`).join(', ');
  return [`${list}.`, ...fields.map((field) => rootSection(field, { runs, schema, places }))];
}

function rootSection({ name, description, args, type }: GraphQLField<unknown, unknown>, material: Material): string {
  const { runs, places } = material;
  const [input] = args;
  const payload = material.schema.getType(String(type).replace('!', ''));
  const own = input && places.mutationOf(String(input.type).replace('!', '')) === name;
  const parts = own
    ? [
        'The fields of `input`:',
        typeOf(material, String(input.type).replace('!', '')),
        'The payload:',
        payload ? printType(payload, places) : '',
      ]
    : [`It answers ${places.typeLink(type)}.`, args.length > 0 ? printInputs('argument', args, places) : ''];
  const examples = runs.filter(({ example }) => example.subject === name).map(printExample);
  return [`## ${name}`, description ?? '', ...parts.filter(Boolean), ...examples].join('\n\n');
}

function typeOf({ schema, places }: Material, name: string): string {
  const type = schema.getType(name);
  if (!type) throw new Error(`There is no type ${name}.`);
  return printType(type, places);
}

function typeSections(material: Material): string[] {
  const { schema, places } = material;
  const roots: readonly (GraphQLNamedType | null | undefined)[] = [schema.getQueryType(), schema.getMutationType()];
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type) && !roots.includes(type))
    .filter(({ name }) => places.mutationOf(name) === undefined)
    .sort((one, other) => one.name.localeCompare(other.name));
  const kinds = {
    Objects: types.filter((type) => !isInputObjectType(type) && !isEnumType(type) && !isScalarType(type)),
    Inputs: types.filter(isInputObjectType),
    Enums: types.filter(isEnumType),
    Scalars: types.filter(isScalarType),
  };
  const lists = Object.entries(kinds).map(
    ([kind, list]) => `**${kind}:** ${list.map(({ name }) => `[${name}](#${name.toLowerCase()})`).join(', ')}.`,
  );
  return [...lists, ...Object.values(kinds).flatMap((list) => list.map((type) => typeSection(type, material)))];
}

/** Printed examples of its own, and links to some that show it elsewhere. */
function typeSection(type: GraphQLNamedType, { runs, schema, places }: Material): string {
  const own = runs.filter(({ example }) => example.subject === type.name);
  const others = runs
    .filter((run) => !own.includes(run) && usageOf(schema, run.example).has(type.name))
    .sort((one, other) => one.example.query.length - other.example.query.length)
    .slice(0, own.length > 0 ? 0 : MAX_LINKS);
  const links = others.map(({ example }) => places.exampleLink(example)).join(', ');
  return [
    `## ${type.name}`,
    type.description ?? '',
    printType(type, places),
    ...(links ? [`Examples: ${links}.`] : []),
    ...own.map(printExample),
  ]
    .filter(Boolean)
    .join('\n\n');
}
