/** Runs a command line: starts a service, or prints a text. Uses no global but its arguments. */
import { createSchema } from '../../schema/schema.ts';
import { printPublicSchema } from '../../schema/shared/print.ts';
import { readCopyConfig } from '../config/copy-config.ts';
import { readEmulateConfig, readTransferConfig } from '../config/emulate-config.ts';
import { readReadConfig, readServeConfig, type ServeConfig } from '../config/serve-config.ts';
import type { Environment } from '../config/setting-reader.ts';
import { readInferConfig } from '../infer/tool-config.ts';
import { checkConfig } from './check-config.ts';
import { readCommandLine } from './command-line.ts';
import { type Interruption, runCopy } from './copy-command.ts';
import { emulate } from './emulate.ts';
import { helpText } from './help.ts';
import { runInfer } from './infer-command.ts';
import { runRelations } from './relations-command.ts';
import { runSchema } from './schema-command.ts';
import { readSchemaConfig } from './schema-config.ts';
import { type ServeParts, type Service, serve } from './serve.ts';
import { serveByWorkers, workerCount } from './serve-workers.ts';
import type { Terminal } from './terminal.ts';
import { exportKeyspace, importLines } from './transfer.ts';

export interface ProcessParts extends ServeParts {
  readonly environment: Environment;
  readonly version: string;
  readonly interruption: Interruption;
}

/**
 * Returns the service that was started, or `undefined` when the command is done.
 *
 * @throws ConfigError - when the command line or the configuration is wrong, or the port is unavailable
 */
export async function run(words: readonly string[], parts: ProcessParts): Promise<Service | undefined> {
  const { environment, terminal, version, emulator } = parts;
  const line = readCommandLine(words);
  switch (line.command) {
    case 'help':
      return print(terminal, helpText(line.about));
    case 'version':
      return print(terminal, `${version}\n`);
    case 'emulate':
      return emulate(readEmulateConfig(line.flags, environment), emulator, terminal);
    case 'export': {
      const config = readTransferConfig('export', line.flags, environment);
      return ended(exportKeyspace(line.operands[0] ?? '', config, emulator, terminal));
    }
    case 'import': {
      const config = readTransferConfig('import', line.flags, environment);
      return ended(importLines(line.operands[0], config, emulator, terminal));
    }
    case 'copy':
      return ended(runCopy(readCopyConfig(line.flags, environment), line.operands, parts));
    case 'relations':
      return ended(runRelations(readReadConfig(line.flags, environment), line.operands[0] ?? '', parts));
    case 'infer':
      return ended(runInfer(readInferConfig(line.flags, environment), line.operands, parts));
    case 'schema': {
      const [keyspace] = line.operands;
      return ended(runSchema(readSchemaConfig(keyspace, line.flags, environment), keyspace, parts));
    }
    case 'serve':
      return runServe(readServeConfig(line.flags, environment), parts);
  }
}

function runServe(config: ServeConfig, parts: ServeParts): Promise<Service | undefined> {
  const { terminal } = parts;
  if (config.action === 'print-schema') return print(terminal, printPublicSchema(createSchema(config.subgraph)));
  if (config.action === 'check-config') {
    return checkConfig(config, parts).then((text) => print(terminal, text));
  }
  return parts.link || workerCount(config) === 1 ? serve(config, parts) : serveByWorkers(config, parts);
}

async function ended(work: Promise<void>): Promise<undefined> {
  await work;
}

async function print(terminal: Terminal, text: string): Promise<undefined> {
  terminal.stdout.write(text);
}
