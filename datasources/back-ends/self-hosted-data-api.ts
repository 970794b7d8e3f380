/** The back end of a Data API of one's own, such as that of HCD and DSE: databases by configuration. */
import { createBulk } from '../resilience/bulk.ts';
import { NotSupportedError } from '../source/errors.ts';
import { createConfiguredDatabases, refuseDevops } from '../stargate/databases.ts';
import type { CommonConfig, CreateBackEnd } from './back-end.ts';
import { createDataApiPlanes } from './data-api-source.ts';
import { toConfiguredName, unknownDatabase } from './database-id.ts';

export interface DataApiConfig extends CommonConfig {
  readonly kind: 'data-api';
  /** The first is the default. URLs without `/v1`. */
  readonly databases: readonly { readonly name: string; readonly dataApiUrl: string }[];
}

export const createSelfHostedDataApi: CreateBackEnd<DataApiConfig> = (config, http) => {
  const { databases } = config;
  const names = databases.map(({ name }) => name);
  const openPlane = createDataApiPlanes(config, http);
  const findBaseUrl = async (databaseId: string): Promise<string> => {
    const database = databases.find(({ name }) => name === databaseId);
    if (!database) throw unknownDatabase(databaseId, names);
    return database.dataApiUrl;
  };
  return {
    open: (scope) => ({
      databaseId: (input) => toConfiguredName(input, names),
      bulkCallsLeft: createBulk(scope).callsLeft,
      databases: createConfiguredDatabases(names),
      ...openPlane(scope, { findBaseUrl }),
      auth: {
        createAuthToken: async () => {
          throw new NotSupportedError('To be written');
        },
        authenticateServiceAccount: refuseDevops,
      },
    }),
    probeUrl: `${databases[0]?.dataApiUrl ?? ''}/v1`,
    hints: {},
  };
};
