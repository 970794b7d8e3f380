/** Keys and resolvers of urql's Graphcache. */
import type { GraphQLSchema } from 'graphql';
import { type CachedType, cachedTypes } from './cached-types.ts';

/** A module of TypeScript. */
export function printUrqlKeys(schema: GraphQLSchema): string {
  const types = cachedTypes(schema);
  const keys = types.filter(({ isRoot }) => !isRoot).map((type) => `  ${type.name}: ${keyOf(type)},\n`);
  const resolvers = types
    .filter(({ connections }) => connections.length > 0)
    .map(({ name, connections }) => {
      const fields = connections.map(({ field }) => `    ${field}: relayPagination(),\n`);
      return `  ${name}: {\n${fields.join('')}  },\n`;
    });
  return (
    '// For cacheExchange({ keys, resolvers }) of urql.\n' +
    "import type { Data, KeyingConfig } from '@urql/exchange-graphcache';\n" +
    "import { relayPagination } from '@urql/exchange-graphcache/extras';\n\n" +
    '/** Objects of which not the whole key is selected are a part of the object around them. */\n' +
    'const keyBy = (...fields: string[]) => (data: Data): string | null =>\n' +
    '  fields.some((field) => data[field] === undefined) ? null : JSON.stringify(fields.map((field) => data[field]));\n\n' +
    `export const keys: KeyingConfig = {\n${keys.join('')}};\n\n` +
    `export const resolvers = {\n${resolvers.join('')}};\n`
  );
}

function keyOf({ key }: CachedType): string {
  return key ? `keyBy(${key.map((name) => `'${name}'`).join(', ')})` : '() => null';
}
