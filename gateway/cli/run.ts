/** From words and environment to a running command, or to a text and an end. Knows no global but what it is given. */
import { printPublicSchema } from '../../schema/print.ts';
import { createSchema } from '../../schema/schema.ts';
import { readServeConfig, type ServeConfig } from '../config/config.ts';
import { readEmulateConfig, readTransferConfig } from '../config/emulator-config.ts';
import type { Environment } from '../config/reader.ts';
import { openPersisted } from '../config/safety-config.ts';
import { readCommandLine } from './command-line.ts';
import { emulate } from './emulate.ts';
import type { EmulatorPort } from './emulator-port.ts';
import { helpText } from './help.ts';
import { type Service, serve } from './serve.ts';
import type { Terminal } from './terminal.ts';
import { exportKeyspace, importLines } from './transfer.ts';

export interface Surroundings {
  readonly environment: Environment;
  readonly terminal: Terminal;
  readonly version: string;
  readonly emulator: EmulatorPort;
}

/**
 * Answers the service that was started, or `undefined` when all is said.
 *
 * @throws ConfigError - when the command line or the configuration is wrong, or a port cannot be had
 */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<Service | undefined> {
  const { environment, terminal, version, emulator } = surroundings;
  const line = readCommandLine(words);
  switch (line.command) {
    case 'help':
      return say(terminal, helpText(line.about));
    case 'version':
      return say(terminal, `${version}\n`);
    case 'emulate':
      return emulate(readEmulateConfig(line.flags, environment), emulator, terminal);
    case 'export': {
      const config = readTransferConfig('export', line.flags, environment);
      return ended(exportKeyspace(line.operand ?? '', config, emulator, terminal));
    }
    case 'import': {
      const config = readTransferConfig('import', line.flags, environment);
      return ended(importLines(line.operand, config, emulator, terminal));
    }
    case 'serve':
      return runServe(readServeConfig(line.flags, environment), surroundings);
  }
}

function runServe(config: ServeConfig, { terminal, emulator }: Surroundings): Promise<Service | undefined> {
  if (config.action === 'print-schema') return say(terminal, printPublicSchema(createSchema(config.subgraph)));
  if (config.action === 'check-config') {
    openPersisted(config.documents);
    return say(terminal, `The configuration is right; upstream: ${config.upstream.kind}.\n`);
  }
  return serve(config, emulator, terminal);
}

async function ended(work: Promise<void>): Promise<undefined> {
  await work;
}

async function say(terminal: Terminal, text: string): Promise<undefined> {
  terminal.stdout.write(text);
}
