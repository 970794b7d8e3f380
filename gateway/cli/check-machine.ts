/** What `serve` needs of its machine, tried without asking an upstream and without leaving anything behind. */
import { createSchema } from '../../schema/schema.ts';
import { openPersisted } from '../access/persisted-documents.ts';
import { checkTrusted } from '../access/trusted-check.ts';
import { DOCUMENT_SETTINGS } from '../config/access-settings.ts';
import { ConfigError } from '../config/config-error.ts';
import type { ServeConfig } from '../config/serve-config.ts';
import { DEFAULT_ENDPOINT } from '../http/routing.ts';
import { type Address, listen } from '../server/server.ts';
import type { EmulatorPort } from './emulator-port.ts';
import { metricsAddress } from './serve.ts';

/** @throws ConfigError - with all problems of trusted documents, ports and folder */
export async function checkMachine(config: ServeConfig, emulator: EmulatorPort): Promise<void> {
  const checks = [
    () => checkDocuments(config),
    () => checkPort(config),
    () => checkPort(metricsAddress(config)),
    () => checkFolder(config, emulator),
  ];
  const problems: string[] = [];
  for (const check of checks) {
    try {
      await check();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ConfigError(...problems);
}

/** Those of the universal graph; upstream alone knows the schemas of the others. */
async function checkDocuments({ documents, subgraph }: ServeConfig): Promise<void> {
  const universal = openPersisted(documents).trusted?.get('');
  const cure = `Correct it; if it is for a typed graph, name that in ${DOCUMENT_SETTINGS.trustedDocuments.env}, such as travel=app.json.`;
  const graph = { schema: createSchema(subgraph), pathname: DEFAULT_ENDPOINT, cure };
  const problems = universal ? checkTrusted(universal, graph) : [];
  if (problems.length > 0) throw new ConfigError(...problems);
}

async function checkPort(address: Address | undefined): Promise<void> {
  if (!address) return;
  const { close } = await listen((_, response) => response.end(), address);
  await close({ delayMs: 0, timeoutMs: 0 });
}

async function checkFolder({ upstream }: ServeConfig, emulator: EmulatorPort): Promise<void> {
  const folder = upstream.kind === 'embedded' ? upstream.emulator.folder : undefined;
  if (folder !== undefined) await emulator.checkFolder(folder);
}
