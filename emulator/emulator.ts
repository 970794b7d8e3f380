/** The emulator: the DevOps, auth, REST and Document APIs on an embedded store, as a function from Request to Response. */
import { createAuthService } from './core/auth.ts';
import { openHeldStore } from './core/locked-store.ts';
import type { Database } from './core/service.ts';
import type { Store } from './core/store.ts';
import { openTokens, type Tokens } from './core/tokens.ts';
import { createDevopsService } from './devops/devops-service.ts';
import {
  DEFAULT_DATABASE_ID,
  DEFAULT_DATABASE_REGION,
  defaultDatabase,
  ORGANIZATION_ID,
} from './devops/state/default-database.ts';
import { openDirectory } from './devops/state/directory.ts';
import { addFurtherDatabases, type FurtherDatabase } from './devops/state/further-databases.ts';
import type { StatusDelays } from './devops/state/lifecycle.ts';
import { createPasswordCheck } from './devops/state/passwords.ts';
import { openRegistry, type Registry } from './devops/state/registry.ts';
import { ADMINISTRATOR_ROLE } from './devops/state/roles.ts';
import { documentService } from './document/http/document-service.ts';
import { restService } from './rest/rest-service.ts';
import { loadSample, type Progress } from './sample/load.ts';
import { createDispatch, type Dispatch } from './server/dispatcher.ts';
import { createFaults, type FaultRule, type Faults } from './server/faults.ts';
import { createFetch, type Fetch } from './server/fetch.ts';
import { createRequestLog, type RequestLog } from './server/request-log.ts';
import { statusService } from './server/status-service.ts';
import type { OnProgress } from './transfer/lines.ts';
import { loadSeed } from './transfer/seed.ts';

export interface EmulatorOptions {
  /** Where the data is kept; in memory when there is none. */
  readonly folder?: string;
  /** Who may sign in at the auth service; default cassandra / cassandra. */
  readonly user?: string;
  readonly password?: string;
  /** How long a token of the auth service lives after its last use; default 1800. */
  readonly tokenLifetimeSeconds?: number;
  /** How long databases stay in statuses that pass, in milliseconds; default: a second or so. */
  readonly delaysMs?: StatusDelays;
  /** Loads the sample data into the default database unless that was done before; default false. */
  readonly sample?: boolean;
  /** Called while sample data is loaded. */
  readonly onProgress?: Progress;
  /** Files of lines, as an export gives them, that are loaded into the default database, each once. */
  readonly seeds?: readonly string[];
  /** Called while such a file is loaded. */
  readonly onSeedProgress?: OnProgress;
  /** Databases beside the default one that are made unless they are there. */
  readonly databases?: readonly FurtherDatabase[];
  readonly faults?: readonly FaultRule[];
  /** How long each request to an API waits; default 0. */
  readonly latencyMs?: number;
  /** How many requests are remembered; default 0, none. */
  readonly loggedRequests?: number;
  /** Told of each request that fails by the emulator's own fault, such as a full disk; default nobody. */
  readonly onFault?: (message: string) => void;
  /** The time in milliseconds; default the clock of the machine. */
  readonly now?: () => number;
}

export interface Emulator {
  readonly fetch: Fetch;
  /** `fetch` without `Request` and `Response`; for servers. */
  readonly dispatch: Dispatch;
  /** Valid for the DevOps API and for the data of every database; the same after each start with a folder. */
  readonly applicationToken: string;
  readonly defaultDatabaseId: string;
  readonly defaultDatabaseRegion: string;
  readonly databases: Registry;
  readonly faults: Faults;
  readonly requests: RequestLog;
  close(): Promise<void>;
}

/**
 * Opens the store; at the first start makes the default database and the development token.
 *
 * @throws OperatorError - while another process has the folder open
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const store = await openHeldStore(options.folder);
  try {
    return await startEmulator(store, options);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function startEmulator(store: Store, options: EmulatorOptions): Promise<Emulator> {
  const { user = 'cassandra', password = 'cassandra', tokenLifetimeSeconds = 1800, now = Date.now } = options;
  const tokens = openTokens(store, tokenLifetimeSeconds, now);
  const registry = openRegistry(store, options.delaysMs ?? {}, now);
  const { database } = registry.find(DEFAULT_DATABASE_ID) ?? registry.add(defaultDatabase(now()));
  addFurtherDatabases(registry, options.databases ?? [], now());
  await loadData(database, options);
  const applicationToken = developmentToken(tokens);
  const faults = createFaults(options.faults, options.latencyMs);
  const requests = createRequestLog(options.loggedRequests ?? 0);
  const checkPassword = createPasswordCheck({ user, password, registry, tokens });
  const auth = createAuthService(tokens, checkPassword);
  const services = { auth, rest: restService, document: documentService, status: statusService };
  const dispatch = createDispatch({
    data: { registry, tokens, services, now },
    devops: createDevopsService({ registry, directory: openDirectory(store), tokens, now }),
    applicationToken,
    faults,
    requests,
    onFault: options.onFault ?? (() => {}),
  });
  return {
    fetch: createFetch(dispatch),
    dispatch,
    applicationToken,
    defaultDatabaseId: DEFAULT_DATABASE_ID,
    defaultDatabaseRegion: DEFAULT_DATABASE_REGION,
    databases: registry,
    faults,
    requests,
    close: () => store.close(),
  };
}

async function loadData(database: Database, { sample, onProgress, seeds = [], onSeedProgress }: EmulatorOptions) {
  if (sample) await loadSample(database, onProgress);
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
