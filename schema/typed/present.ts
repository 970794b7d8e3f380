/** A typed schema as it is served: with the names that the operator wants, and as a subgraph where one is wanted. */
import { type GraphQLSchema, isObjectType } from 'graphql';
import { type CasedNames, camelCase, type NameStyle, pascalCase, toCase } from '../../resolvers/typed/camel.ts';
import { BUILT_IN } from '../../resolvers/typed/names.ts';
import type { TableExtensions } from '../../resolvers/typed/projection.ts';
import type { SubgraphOptions } from '../federation/subgraph.ts';
import { rebuildSchema } from './rebuild.ts';
import { createTypedSubgraph } from './subgraph.ts';

export type { NameStyle };

export interface PresentationOptions {
  /** Default `exact`. */
  readonly names?: NameStyle;
  /** Absent: a graph of its own. */
  readonly subgraph?: SubgraphOptions | undefined;
}

export interface PresentedSchema {
  readonly schema: GraphQLSchema;
  /** Names that keep their spelling although another one is wanted, each a sentence with the reason. */
  readonly warnings: readonly string[];
}

export function presentSchema(
  schema: GraphQLSchema,
  keyspace: string,
  { names = 'exact', subgraph }: PresentationOptions = {},
): PresentedSchema {
  const { schema: named, warnings } = names === 'camel' ? inCamelCase(schema) : { schema, warnings: [] };
  return { schema: subgraph ? createTypedSubgraph(named, keyspace, subgraph, names) : named, warnings };
}

function inCamelCase(schema: GraphQLSchema): PresentedSchema {
  const types = toCase(Object.keys(schema.getTypeMap()).filter(isOurs), pascalCase, BUILT_IN);
  const fieldsOf = (root: ReturnType<GraphQLSchema['getQueryType']>) => Object.keys(root?.getFields() ?? {});
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap(fieldsOf);
  const fields = toCase(roots, camelCase, BUILT_IN);
  const warnings = [
    ...warningOf('The types', types),
    ...warningOf('The fields of Query and Mutation', fields),
    ...columnWarnings(schema),
  ];
  const changes = {
    description: [schema.description, ...warnings].join(' '),
    typeName: (name: string) => types.names.get(name) ?? name,
    rootField: (name: string) => fields.names.get(name) ?? name,
  };
  return { schema: rebuildSchema(schema, changes), warnings };
}

function isOurs(type: string): boolean {
  return !type.startsWith('__');
}

function warningOf(what: string, { clashes }: Pick<CasedNames, 'clashes'>): readonly string[] {
  if (clashes.length === 0) return [];
  const shown = clashes.slice(0, MAX_SHOWN).map((name) => `\`${name}\``);
  const others = clashes.length > MAX_SHOWN ? ` and ${clashes.length - MAX_SHOWN} more` : '';
  return [`${what} ${shown.join(', ')}${others} keep their exact spelling: in camel case they would meet others.`];
}

const MAX_SHOWN = 20;

function columnWarnings(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    const { typedTable } = type.extensions as Partial<TableExtensions>;
    if (!isObjectType(type) || !typedTable) return [];
    const clashes = typedTable.columns.map(({ field }) => field).filter((field) => camelCase(field) !== field);
    return warningOf(`The fields of the table \`${typedTable.table.table}\``, { clashes });
  });
}
