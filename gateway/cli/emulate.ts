/** `astra-graphql emulate`: the emulator alone, for another gateway or any client of the three APIs. */
import type { EmulateConfig } from '../config/emulate-config.ts';
import type { EmulatorPort } from './emulator-port.ts';
import { createProgress } from './progress.ts';
import type { Service } from './serve.ts';
import type { Terminal } from './terminal.ts';

export async function emulate(config: EmulateConfig, emulator: EmulatorPort, terminal: Terminal): Promise<Service> {
  const { quiet } = config;
  const sample = createProgress(terminal.stderr, { label: 'Loading the sample data', quiet, plainLines: false });
  const seed = createProgress(terminal.stderr, { label: 'Loading', quiet, plainLines: false });
  const onFault = (message: string) => terminal.stderr.write(`${message}\n`);
  const callbacks = { sample: sample.show, seed: seed.show, onFault };
  const { url, databaseId, region, close } = await emulator.start(config, callbacks);
  seed.end('Loaded');
  terminal.stdout.write(
    `${url} emulates Astra for development; data in ${config.folder ?? 'memory'}\n` +
      `GET ${url}/ tells its databases and a token. For a gateway: ` +
      `ASTRA_DEVOPS_URL=${url} ASTRA_DB_API_ENDPOINT=${url}/${databaseId}-${region} ASTRA_DB_API=stargate\n`,
  );
  return { url, close };
}
