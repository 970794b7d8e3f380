/** What changed between two schemas of a typed graph, in words for the log. */
import { findBreakingChanges, type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

const MAX_CHANGES = 50;

/** Parts that came, and the changes that break operations; the rest is counted. */
export function schemaChanges(before: GraphQLSchema, after: GraphQLSchema): readonly string[] {
  const known = partsOf(before);
  const added = [...partsOf(after)].filter((part) => !known.has(part)).map((part) => `added ${part}`);
  const breaking = findBreakingChanges(before, after).map(({ description }) => `breaking: ${description}`);
  const all = [...breaking, ...added];
  return all.length > MAX_CHANGES ? [...all.slice(0, MAX_CHANGES), `and ${all.length - MAX_CHANGES} more`] : all;
}

/** Types and their fields. */
function partsOf(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return new Set(
    types.flatMap((type) => {
      const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
      return [type.name, ...(hasFields ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [])];
    }),
  );
}
