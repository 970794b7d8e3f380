/** What `serve` needs of its machine, tried without asking an upstream and without leaving anything behind. */
import { createSchema } from '../../schema/schema.ts';
import { openPersisted } from '../access/persisted-documents.ts';
import { checkTrusted } from '../access/trusted-check.ts';
import { ConfigError } from '../config/config-error.ts';
import type { ServeConfig } from '../config/serve-config.ts';
import type { EmulatorPort } from './emulator-port.ts';
import { metricsAddress } from './serve.ts';
import { type Address, listen } from './server.ts';

/**
 * @returns warnings
 * @throws ConfigError - with all problems of trusted documents, ports and folder
 */
export async function checkMachine(config: ServeConfig, emulator: EmulatorPort): Promise<readonly string[]> {
  const checks = [
    () => checkDocuments(config),
    () => checkPort(config),
    () => checkPort(metricsAddress(config)),
    () => checkFolder(config, emulator),
  ];
  const warnings: string[] = [];
  const problems: string[] = [];
  for (const check of checks) {
    try {
      warnings.push(...(await check()));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ConfigError(...problems);
  return warnings;
}

/** Each check returns its warnings. */
async function checkDocuments({ documents, subgraph }: ServeConfig): Promise<readonly string[]> {
  const { trusted } = openPersisted(documents);
  if (!trusted) return [];
  const { problems, elsewhere } = checkTrusted(trusted, createSchema(subgraph));
  if (problems.length > 0) throw new ConfigError(...problems);
  if (elsewhere.length === 0) return [];
  return [
    `These trusted documents ask for what the universal graph lacks, and only an upstream tells whether a typed graph has it: ${elsewhere.join(', ')}.`,
  ];
}

async function checkPort(address: Address | undefined): Promise<readonly string[]> {
  if (!address) return [];
  const { close } = await listen((_, response) => response.end(), address);
  await close({ delayMs: 0, timeoutMs: 0 });
  return [];
}

async function checkFolder({ upstream }: ServeConfig, emulator: EmulatorPort): Promise<readonly string[]> {
  const folder = upstream.kind === 'embedded' ? upstream.emulator.folder : undefined;
  if (folder !== undefined) await emulator.checkFolder(folder);
  return [];
}
