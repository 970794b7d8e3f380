/** Settings of Relay's compiler. */
import { type GraphQLSchema, isScalarType, isSpecifiedScalarType } from 'graphql';

/** A `relay.config.json`. Scalars are strings, and those of JSON are whatever they hold. */
export function printRelayConfig(schema: GraphQLSchema): string {
  const scalars = Object.values(schema.getTypeMap())
    .filter(isScalarType)
    .filter((type) => !isSpecifiedScalarType(type));
  const names = scalars.map(({ name }) => name).sort();
  const config = {
    src: './src',
    language: 'typescript',
    schema: './schema.graphql',
    schemaConfig: { nodeInterfaceIdField: 'nodeId', nodeInterfaceIdVariableName: 'nodeId' },
    customScalarTypes: Object.fromEntries(names.map((name) => [name, /JSON/.test(name) ? 'unknown' : 'string'])),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
