/** Type policies of Apollo Client. */
import type { GraphQLSchema } from 'graphql';
import { type CachedType, cachedTypes } from './cached-types.ts';

/** Fields by which Apollo Client would identify any object. */
const DEFAULT_IDS = ['id', '_id'];

/** A module of TypeScript or JavaScript. */
export function printApolloPolicies(schema: GraphQLSchema): string {
  const types = cachedTypes(schema).flatMap((type) => {
    const policy = [...keyOf(type), ...fieldsOf(type)];
    return policy.length > 0 ? [`  ${type.name}: {\n${policy.join('')}  },\n`] : [];
  });
  return (
    '// For new InMemoryCache({ typePolicies }) of Apollo Client.\n' +
    "import { relayStylePagination } from '@apollo/client/utilities';\n\n" +
    `export const typePolicies = {\n${types.join('')}};\n`
  );
}

/** What is a part of another object has no identity, although it may have a field called `id`. */
function keyOf({ key, fields, isRoot }: CachedType): readonly string[] {
  if (isRoot) return [];
  if (key) return [`    keyFields: ${list(key)},\n`];
  return DEFAULT_IDS.some((id) => fields.includes(id)) ? ['    keyFields: false,\n'] : [];
}

function fieldsOf({ connections }: CachedType): readonly string[] {
  if (connections.length === 0) return [];
  const fields = connections.map(
    ({ field, keyArguments }) => `      ${field}: relayStylePagination(${list(keyArguments)}),\n`,
  );
  return [`    fields: {\n${fields.join('')}    },\n`];
}

/** Constant types, so that a list of keys is taken as it is. */
function list(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(', ')}]`;
}
