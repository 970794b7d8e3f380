/** The emulator: the DevOps, auth, REST, Document and Data APIs on an embedded store, as a function from Request to Response. */
import { createAuthService } from './core/auth.ts';
import { openLockedStore } from './core/locked-store.ts';
import type { Database } from './core/service.ts';
import type { Store } from './core/store.ts';
import { storeName } from './core/store-file.ts';
import { readSoundly } from './core/store-read.ts';
import { openTokens, type Tokens } from './core/tokens.ts';
import { createTokenCheck } from './data-api/command/token.ts';
import { createDataApi } from './data-api/service.ts';
import { createDevopsService } from './devops/devops-service.ts';
import {
  DEFAULT_DATABASE_ID,
  DEFAULT_DATABASE_REGION,
  defaultDatabase,
  ORGANIZATION_ID,
} from './devops/state/default-database.ts';
import { openDirectory } from './devops/state/directory.ts';
import { addFurtherDatabases, type FurtherDatabase, openVectorDatabase } from './devops/state/further-databases.ts';
import type { StatusDelays } from './devops/state/lifecycle.ts';
import { createPasswordCheck } from './devops/state/passwords.ts';
import { openRegistry, type Registry } from './devops/state/registry.ts';
import { ADMINISTRATOR_ROLE } from './devops/state/roles.ts';
import { documentService } from './document/http/document-service.ts';
import { restService } from './rest/rest-service.ts';
import { loadSample, type OnSampleProgress } from './sample/load.ts';
import { createDispatch, type Dispatch } from './server/dispatcher.ts';
import { createFaults, type FaultRule, type Faults } from './server/faults.ts';
import { createFetch, type Fetch } from './server/fetch.ts';
import { createRequestLog, type RequestLog } from './server/request-log.ts';
import { statusService } from './server/status-service.ts';
import type { OnProgress } from './transfer/lines.ts';
import { loadSeed } from './transfer/seed.ts';

export interface EmulatorOptions {
  /** The data directory; default: data in memory, gone on close. */
  readonly folder?: string;
  /** Credentials for the auth service; default cassandra / cassandra. */
  readonly user?: string;
  readonly password?: string;
  /** Lifetime of an auth service token after its last use; default 1800. */
  readonly tokenLifetimeSeconds?: number;
  /** How long databases stay in transitional statuses, in milliseconds; default: about a second. */
  readonly delaysMs?: StatusDelays;
  /** Loads the sample data once, into the default database or that with vectors; default false. */
  readonly sample?: boolean;
  /** Creates the database `vector`, unless it exists, for the sample data; default false. */
  readonly vectorDatabase?: boolean;
  /** Called while the sample data loads. */
  readonly onProgress?: OnSampleProgress;
  /** Export files (JSON lines) to load into the default database, each once. */
  readonly seeds?: readonly string[];
  /** Called while a seed file loads. */
  readonly onSeedProgress?: OnProgress;
  /** Databases to create beside the default one, unless they exist. */
  readonly databases?: readonly FurtherDatabase[];
  readonly faults?: readonly FaultRule[];
  /** Delay of each API request; default 0. */
  readonly latencyMs?: number;
  /** How many documents or rows an answer of the Data API holds; default 50. */
  readonly dataPageSize?: number;
  /** Capacity of the request log; default 0: no log. */
  readonly loggedRequests?: number;
  /** Called for each request that fails inside the emulator, for example because the disk is full. */
  readonly onFailure?: (message: string) => void;
  /** The current time in milliseconds; default `Date.now`. */
  readonly now?: () => number;
}

export interface Emulator {
  readonly fetch: Fetch;
  /** `fetch` without `Request` and `Response`; for servers. */
  readonly dispatch: Dispatch;
  /** Valid for the DevOps API and for the data of every database. A data directory keeps it across restarts. */
  readonly applicationToken: string;
  readonly defaultDatabaseId: string;
  readonly defaultDatabaseRegion: string;
  /** Which database the sample data belongs to. */
  readonly sampleDatabase: { readonly databaseId: string; readonly region: string };
  readonly databases: Registry;
  readonly faults: Faults;
  readonly requests: RequestLog;
  close(): Promise<void>;
}

/**
 * Opens the store. The first start creates the default database and the development token.
 *
 * @throws OperatorError - while another process uses the folder
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const store = await openLockedStore(options.folder);
  try {
    return await startEmulator(store, options);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function startEmulator(store: Store, options: EmulatorOptions): Promise<Emulator> {
  const { user = 'cassandra', password = 'cassandra', now = Date.now } = options;
  const { tokens, registry, database, sampleDatabase } = openRecords(store, options);
  await loadData(database, sampleDatabase, options);
  const applicationToken = developmentToken(tokens);
  const faults = createFaults(options.faults, options.latencyMs);
  const requests = createRequestLog(options.loggedRequests ?? 0);
  const checkPassword = createPasswordCheck({ user, password, registry, tokens });
  const auth = createAuthService(tokens, checkPassword);
  const data = createDataApi(createTokenCheck(tokens, checkPassword), options.dataPageSize ?? 50);
  const services = { auth, rest: restService, document: documentService, data, status: statusService };
  const dispatch = createDispatch({
    data: { registry, defaultDatabase: database, tokens, services, now },
    devops: createDevopsService({ registry, directory: openDirectory(store), tokens, now }),
    applicationToken,
    faults,
    requests,
    onFailure: options.onFailure ?? (() => {}),
  });
  return {
    fetch: createFetch(dispatch),
    dispatch,
    applicationToken,
    defaultDatabaseId: DEFAULT_DATABASE_ID,
    defaultDatabaseRegion: DEFAULT_DATABASE_REGION,
    sampleDatabase: { databaseId: sampleDatabase.id, region: sampleDatabase.region },
    databases: registry,
    faults,
    requests,
    close: () => store.close(),
  };
}

/**
 * Reads what the emulator keeps in memory. The first start creates the databases.
 *
 * @throws StoreFileError - for records of a folder that are not what they have to be
 */
function openRecords(store: Store, options: EmulatorOptions) {
  const { folder, tokenLifetimeSeconds = 1800, now = Date.now } = options;
  const open = () => {
    const tokens = openTokens(store, tokenLifetimeSeconds, now);
    const registry = openRegistry(store, options.delaysMs ?? {}, now);
    const { database } = registry.find(DEFAULT_DATABASE_ID) ?? registry.add(defaultDatabase(now()));
    const { databases = [], vectorDatabase = false } = options;
    addFurtherDatabases(registry, databases, now());
    const sampleDatabase = vectorDatabase ? openVectorDatabase(registry, now()) : database;
    return { tokens, registry, database, sampleDatabase };
  };
  return folder === undefined ? open() : readSoundly(storeName(folder), open);
}

async function loadData(
  database: Database,
  sampleDatabase: Database,
  { sample, onProgress, seeds = [], onSeedProgress }: EmulatorOptions,
): Promise<void> {
  if (sample) await loadSample(sampleDatabase, sampleDatabase === database ? 'documents' : 'vectors', onProgress);
  for (const path of seeds) await loadSeed(database, path, onSeedProgress);
}

function developmentToken(tokens: Tokens): string {
  return tokens.developmentToken(() =>
    tokens.createApplication({
      orgId: ORGANIZATION_ID,
      roles: [ADMINISTRATOR_ROLE],
      description: 'Development token of the emulator',
      expiresAtMs: undefined,
    }),
  );
}
