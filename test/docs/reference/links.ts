/** Where things stand in the reference: each type and each root field has one place. */
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isSpecifiedScalarType,
} from 'graphql';
import type { Example } from './examples.ts';

export interface Places {
  /** The mutation whose own input or payload the type is: there it is printed, and not among the types. */
  readonly mutationOf: (type: string) => string | undefined;
  /** Such as `[Row!]`, where `Row` leads to its place. Safe in a cell of a table. */
  readonly typeLink: (type: GraphQLType) => string;
  /** Leads to the section in which the example is printed. */
  readonly exampleLink: (example: Example) => string;
}

export function createPlaces(schema: GraphQLSchema): Places {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  const queries = Object.keys(schema.getQueryType()?.getFields() ?? {});
  const owners = new Map(
    mutations.flatMap((name) => {
      const stem = `${name[0]?.toUpperCase()}${name.slice(1)}`;
      return [`${stem}Input`, `${stem}Payload`].map((type) => [type, name] as const);
    }),
  );
  const sectionOf = (subject: string) => {
    if (queries.includes(subject)) return `queries.md#${subject.toLowerCase()}`;
    return mutations.includes(subject) ? `mutations.md#${subject.toLowerCase()}` : `types.md#${subject.toLowerCase()}`;
  };
  return {
    mutationOf: (type) => owners.get(type),
    typeLink(type) {
      const named: GraphQLNamedType = getNamedType(type);
      if (isSpecifiedScalarType(named)) return `\`${type}\``;
      return `[\`${type}\`](${sectionOf(owners.get(named.name) ?? named.name)})`;
    },
    exampleLink: ({ name, subject }) => `[${name.replace('_', ', ')}](${sectionOf(subject)})`,
  };
}
