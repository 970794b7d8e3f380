/** `astra-graphql emulate`: the emulator alone, for a gateway elsewhere or any other client of the three APIs. */
import type { EmulateConfig } from './config.ts';
import type { StartEmulator } from './emulator-port.ts';
import type { Service } from './serve.ts';
import { createProgress, type Terminal } from './terminal.ts';

export async function emulate(
  config: EmulateConfig,
  startEmulator: StartEmulator,
  terminal: Terminal,
): Promise<Service> {
  const { url, databaseId, region, close } = await startEmulator(config, createProgress(terminal));
  terminal.stdout.write(
    `${url} emulates Astra for development; data in ${config.folder ?? 'memory'}\n` +
      `GET ${url}/ tells its databases and a token. For a gateway: ` +
      `ASTRA_DEVOPS_URL=${url} ASTRA_DB_API_ENDPOINT=${url}/${databaseId}-${region}\n`,
  );
  return { url, close };
}
