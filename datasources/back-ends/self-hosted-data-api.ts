/** The back end of a Data API of one's own, such as that of HCD and DSE: databases by configuration. */
import { DATA_API_HINTS } from '../data-api/command/hints.ts';
import { createPasswordToken } from '../data-api/command/password-token.ts';
import type { CommonConfig, CreateBackEnd } from './back-end.ts';
import { DATA_API_CAPABILITIES } from './capabilities.ts';
import { createConfiguredDatabases, refuseDevops } from './configured-databases.ts';
import { createDataApiPlanes, DATA_API_PROBE_PATH } from './data-api-source.ts';
import { createSource } from './data-plane.ts';
import { toConfiguredName, unknownDatabase } from './database-id.ts';

export interface DataApiConfig extends CommonConfig {
  readonly kind: 'data-api';
  /** The first is the default. URLs without `/v1`. */
  readonly databases: readonly { readonly name: string; readonly dataApiUrl: string }[];
}

export const createSelfHostedDataApi: CreateBackEnd<DataApiConfig> = (config, http) => {
  const { databases } = config;
  const names = databases.map(({ name }) => name);
  const { open: openPlane, schemaChanges } = createDataApiPlanes(config, http);

  const findBaseUrl = async (databaseId: string): Promise<string> => {
    const database = databases.find(({ name }) => name === databaseId);
    if (!database) throw unknownDatabase(databaseId, names);
    return database.dataApiUrl;
  };

  return {
    open(scope) {
      const plane = openPlane(scope, {
        findBaseUrl,
        createAuth: (connection) => ({
          createAuthToken: (...credentials) => createPasswordToken(connection, ...credentials),
        }),
      });
      return createSource(scope, plane, {
        databaseId: (input) => toConfiguredName(input, names),
        databases: createConfiguredDatabases(names, DATA_API_CAPABILITIES),
        authenticateServiceAccount: refuseDevops,
      });
    },
    probeUrl: `${databases[0]?.dataApiUrl ?? ''}${DATA_API_PROBE_PATH}`,
    hints: DATA_API_HINTS,
    schemaChanges,
  };
};
