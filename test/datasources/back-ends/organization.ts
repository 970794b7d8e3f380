/** An organization of the emulator, over HTTP, with a database of each kind: the default one, and others. */
import type { AstraConfig } from '../../../datasources/back-ends/astra.ts';
import { createUpstream } from '../../../datasources/back-ends/upstream.ts';
import type { OperationScope, Source, UpstreamCall } from '../../../datasources/source/source.ts';
import { databaseId } from '../../../emulator/devops/state/further-databases.ts';
import { createEmulator, type Emulator } from '../../../emulator/emulator.ts';
import { listen } from '../../../emulator/server/server.ts';

const DATABASES = [
  { name: 'vectors', region: 'us-east1', dbType: 'vector' },
  { name: 'classic', region: 'us-east1' },
] as const;

/** Beside the default database, which `api` says how to read. */
export const [VECTORS, CLASSIC] = DATABASES.map(databaseId) as [string, string];

export interface Organization {
  readonly emulator: Emulator;
  readonly url: string;
  /** A source for one operation, and its calls, each as `api command-or-method route`. */
  open(scope?: Partial<OperationScope>): { readonly source: Source; readonly calls: string[] };
  close(): Promise<void>;
}

export async function startOrganization(
  api: AstraConfig['defaultDatabase']['api'],
  config: Partial<AstraConfig> = {},
): Promise<Organization> {
  const emulator = await createEmulator({ delaysMs: 0, databases: DATABASES });
  const server = await listen(emulator);
  const { url } = server;
  const [id, region] = [emulator.defaultDatabaseId, emulator.defaultDatabaseRegion];
  const dataUrl = `${url}/${id}-${region}/api/${api === 'data' ? 'json' : 'rest'}`;
  const upstream = createUpstream({
    kind: 'astra',
    devopsUrl: url,
    defaultDatabase: { databaseId: id, region, api, dataUrl },
    allowedOrigins: [url],
    timeoutMs: 10_000,
    schemaTimeoutMs: 10_000,
    ...config,
  });
  const { applicationToken } = emulator;
  const tokens = { devops: applicationToken, data: applicationToken };
  return {
    emulator,
    url,
    open(scope) {
      const calls: string[] = [];
      const onCall = ({ api: name, method, command, route }: UpstreamCall) =>
        void calls.push(`${name} ${command ?? method} ${route}`);
      return { source: upstream.open({ tokens, requestId: 'test', maxCalls: 1000, onCall, ...scope }), calls };
    },
    async close() {
      await upstream.close();
      await server.close();
      await emulator.close();
    },
  };
}
