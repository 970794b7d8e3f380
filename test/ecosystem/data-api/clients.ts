/** Databases as users of @datastax/astra-db-ts open them: of Astra, and of servers of one's own, where a user has a password. */
import {
  DataAPIClient,
  type Db,
  type Fetcher,
  FetchNative,
  UsernamePasswordTokenProvider,
} from '@datastax/astra-db-ts';
import { type RunningEmulator, startEmulator } from '../emulator/machine.ts';

export interface OpenedDatabase {
  readonly running: RunningEmulator;
  readonly client: DataAPIClient;
  readonly db: Db;
  close(): Promise<void>;
}

export const ENVIRONMENTS = ['astra', 'astra with an address of its own', 'hcd'] as const;

export type Environment = (typeof ENVIRONMENTS)[number];

/** With a keyspace `shop` to work in. */
export async function openDatabase(environment: Environment): Promise<OpenedDatabase> {
  const running = await startEmulator();
  const { client, address } = connect(environment, running);
  const db = client.db(address, { keyspace: 'shop' });
  await db.command({ createKeyspace: { name: 'shop' } }, { keyspace: null });
  return {
    running,
    client,
    db,
    async close() {
      await client.close();
      await running.close();
    },
  };
}

function connect(environment: Environment, running: RunningEmulator) {
  const { applicationToken } = running.emulator;
  switch (environment) {
    case 'astra':
      return { client: astraClient(running), address: astraAddress(running) };
    case 'astra with an address of its own':
      return { client: new DataAPIClient(applicationToken), address: running.url };
    case 'hcd': {
      const token = new UsernamePasswordTokenProvider('cassandra', 'cassandra');
      return { client: new DataAPIClient(token, { environment }), address: running.url };
    }
  }
}

export function astraAddress({ emulator }: RunningEmulator): string {
  return `https://${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}.apps.astra.datastax.com`;
}

/** What it sends to Astra's hosts goes to the emulator: part of the client knows no other address. */
export function astraClient({ url, emulator }: RunningEmulator): DataAPIClient {
  const native: Fetcher = new FetchNative();
  const fetcher: Fetcher = { fetch: (info) => native.fetch({ ...info, url: toEmulator(url, info.url) }) };
  return new DataAPIClient(emulator.applicationToken, { httpOptions: { client: 'custom', fetcher } });
}

/** @throws Error - for a host that is not Astra's */
function toEmulator(emulatorUrl: string, sent: string): string {
  const { host, pathname, search } = new URL(sent);
  const [, database] = /^([0-9a-f-]{36}-[a-z0-9-]+)\.apps\.astra\.datastax\.com$/.exec(host) ?? [];
  if (database === undefined && host !== 'api.astra.datastax.com') throw new Error(`${host} is no host of Astra.`);
  return `${emulatorUrl}${database ? `/${database}` : ''}${pathname}${search}`;
}
