/** From words and environment to a running command, or to a text and an end. Knows no global but what it is given. */
import { printPublicSchema } from '../schema/print.ts';
import { createSchema } from '../schema/schema.ts';
import { readCommandLine } from './command-line.ts';
import { readEmulateConfig, readServeConfig, type ServeConfig } from './config.ts';
import { emulate } from './emulate.ts';
import type { StartEmulator } from './emulator-port.ts';
import { helpText } from './help.ts';
import { type Service, serve } from './serve.ts';
import type { Environment } from './settings/reader.ts';
import type { Terminal } from './terminal.ts';

export interface Surroundings {
  readonly environment: Environment;
  readonly terminal: Terminal;
  readonly version: string;
  readonly startEmulator: StartEmulator;
}

/**
 * Answers the service that was started, or `undefined` when all is said.
 *
 * @throws ConfigError - when the command line or the configuration is wrong, or a port cannot be had
 */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<Service | undefined> {
  const { environment, terminal, version, startEmulator } = surroundings;
  const line = readCommandLine(words);
  switch (line.command) {
    case 'help':
      return say(terminal, helpText(line.about));
    case 'version':
      return say(terminal, `${version}\n`);
    case 'emulate':
      return emulate(readEmulateConfig(line.flags, environment), startEmulator, terminal);
    case 'serve':
      return runServe(readServeConfig(line.flags, environment), surroundings);
  }
}

function runServe(config: ServeConfig, { terminal, startEmulator }: Surroundings): Promise<Service | undefined> {
  if (config.action === 'print-schema') return say(terminal, printPublicSchema(createSchema()));
  if (config.action === 'check-config') {
    return say(terminal, `The configuration is right; upstream: ${config.upstream.kind}.\n`);
  }
  return serve(config, startEmulator, terminal);
}

async function say(terminal: Terminal, text: string): Promise<undefined> {
  terminal.stdout.write(text);
}
