/** `astra-graphql schema`: prints a schema, or what a client needs beside it. */
import { printForClient } from '../../schema/clients/print.ts';
import { createSchema } from '../../schema/schema.ts';
import { printPublicSchema } from '../../schema/shared/print.ts';
import type { ServeConfig } from '../config/serve-config.ts';
import { createSchemaReader, type SchemaReader } from '../typed/read-schema.ts';
import { openRelations, withSampleRelations } from '../typed/relation-files.ts';
import { tokenOfReads } from './connect.ts';
import { toExitError } from './exit-error.ts';
import { openUpstream } from './open-upstream.ts';
import type { SchemaConfig } from './schema-config.ts';
import type { ServeParts } from './serve.ts';
import { createTerminalLog } from './terminal.ts';

type SchemaParts = Pick<ServeParts, 'emulator' | 'terminal'>;

/** @param keyspace - absent: the universal graph @throws ExitError - when the tables cannot be read */
export async function runSchema(
  { serve, client }: SchemaConfig,
  keyspace: string | undefined,
  parts: SchemaParts,
): Promise<void> {
  const { stdout } = parts.terminal;
  if (keyspace === undefined) return void stdout.write(printPublicSchema(createSchema(serve.subgraph)));
  await withSchemas(serve, parts, async ({ read }) => {
    const schema = await read(keyspace);
    stdout.write(client ? printForClient(client, schema) : printPublicSchema(schema));
  });
}

/** Opens the upstream that the settings name for as long as the work takes. */
export async function withSchemas<T>(
  config: ServeConfig,
  { emulator, terminal }: SchemaParts,
  work: (reader: SchemaReader) => Promise<T>,
): Promise<T> {
  const log = createTerminalLog(terminal, config.quiet);
  const given = openRelations(config.relationFiles);
  const connection = await openUpstream(config, { emulator, terminal, log });
  const { upstream, sampleRelations, close } = connection;
  const warn = (message: string) => void terminal.stderr.write(`Warning: ${message}\n`);
  const reader = createSchemaReader({
    upstream,
    token: tokenOfReads(config, connection),
    relations: withSampleRelations(given, config, sampleRelations),
    presentation: config,
    onProblem: ({ file, line, message }) => warn(`${file}:${line}: ${message}`),
    onWarning: warn,
  });
  try {
    return await work(reader);
  } catch (error) {
    throw toExitError(error);
  } finally {
    await close();
  }
}
