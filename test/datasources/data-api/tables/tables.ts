/** Tables of one emulator, which the REST API and the Data API share, and the commands that were sent. */
import type { CommonConfig } from '../../../../datasources/back-ends/back-end.ts';
import type { UpstreamCall } from '../../../../datasources/source/source.ts';
import type { EmulatorOptions } from '../../../../emulator/emulator.ts';
import { IN_KEYSPACE, startDataApi, startStargate, type TestDatabase } from '../../support/database.ts';

export interface SharedTables {
  /** Makes any table, also such as the Data API cannot make. */
  readonly stargate: TestDatabase;
  readonly dataApi: TestDatabase;
  close(): Promise<void>;
}

export async function startSharedTables(
  config: Partial<CommonConfig> = {},
  emulator: EmulatorOptions = {},
): Promise<SharedTables> {
  const stargate = await startStargate({}, { emulator });
  const dataApi = await startDataApi(config, { beside: stargate });
  // In a keyspace that the REST API makes there are no storage-attached indexes, and the Data API makes no others.
  await dataApi.open().source.catalog.createKeyspace(IN_KEYSPACE, {}, false);
  return {
    stargate,
    dataApi,
    async close() {
      await dataApi.close();
      await stargate.close();
    },
  };
}

export const commandsOf = (calls: readonly UpstreamCall[]) => calls.map(({ command }) => command);
export const range = (count: number) => Array.from({ length: count }, (_, n) => n);
