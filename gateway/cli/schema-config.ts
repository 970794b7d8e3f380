/** The configuration of the command `schema`: that of `serve`, and what to print. */
import type { Client } from '../../schema/clients/print.ts';
import { ConfigError } from '../config/config-error.ts';
import { readServeConfig, type ServeConfig } from '../config/serve-config.ts';
import { createSettingReader, type Environment, type Flags } from '../config/setting-reader.ts';

export interface SchemaConfig {
  readonly serve: ServeConfig;
  /** Absent: the schema itself. */
  readonly client: Client | undefined;
}

/** @param keyspace - absent: the universal graph @throws ConfigError - with all problems of the settings */
export function readSchemaConfig(keyspace: string | undefined, flags: Flags, environment: Environment): SchemaConfig {
  const { client: _, ...others } = flags;
  // The universal schema is printed without any upstream.
  const flagsOfServe = keyspace === undefined ? { ...others, 'print-schema': true } : others;
  const serve = readServeConfig(flagsOfServe, environment);
  const client = createSettingReader('schema', flags, environment).value('schemaClient');
  if (client && keyspace === undefined) {
    throw new ConfigError(
      `--client ${client} is about a typed graph: name a keyspace, such as astra-graphql schema travel --client ${client}.`,
    );
  }
  if (client && serve.subgraph) {
    throw new ConfigError(
      '--client is about a graph that clients ask, and --subgraph about one that a router asks: give one of the two.',
    );
  }
  return { serve, client };
}
