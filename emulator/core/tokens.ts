/**
 * Tokens of the auth service (UUIDs that expire some time after their last use) and of applications (`AstraCS:…`, DevOps
 * API section 1.1). The store keeps only their hashes, except for the development token: whoever can read the
 * data directory can read all data anyway.
 */
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { endOf, type Store } from './store.ts';
import { writeIfPossible } from './store-failure.ts';

/** An application token without its secret, as it is listed. */
export interface Application {
  readonly clientId: string;
  readonly orgId: string;
  /** Role ids; see `devops/state/roles.ts`. */
  readonly roles: readonly string[];
  readonly description: string;
  readonly generatedOnMs: number;
  /** `undefined`: never. */
  readonly expiresAtMs: number | undefined;
}

export interface NewApplication {
  readonly application: Application;
  /** Shown once. */
  readonly secret: string;
  readonly token: string;
}

export interface Tokens {
  /** How long an auth service token stays valid after its last use. */
  readonly lifetimeSeconds: number;
  /** Issues an auth service token for one database. */
  createAuthToken(databaseId: string): string;
  /** Whether a token may read and write a database. The call renews an auth service token. */
  isValidFor(token: string, databaseId: string): boolean;
  createApplication(details: Pick<Application, 'orgId' | 'roles' | 'description' | 'expiresAtMs'>): NewApplication;
  /** The application of a token that has not expired. */
  application(token: string): Application | undefined;
  /** The application with this client id and secret, which also work as user name and password. */
  applicationOf(clientId: string, secret: string): Application | undefined;
  applications(): Application[];
  removeApplication(clientId: string): boolean;
  /** The token with all rights for local development: created at the first start, then always the same. */
  developmentToken(create: () => NewApplication): string;
}

interface AuthToken {
  readonly databaseId: string;
  readonly expiresAtMs: number;
}

interface StoredApplication extends Application {
  readonly tokenHash: string;
}

/** A use is stored only when the stored one is this old; the real service checks no more often. */
const RENEWAL_INTERVAL_MS = 60_000;
const AUTH_PREFIX = '!/token/';
const APPLICATION_PREFIX = '!/application/';
const DEVELOPMENT_KEY = Buffer.from('!/development-token');
const CLIENT_ID_LENGTH = 24;
const SECRET_BYTES = 96;

export function openTokens(store: Store, lifetimeSeconds: number, now: () => number): Tokens {
  const lifetimeMs = lifetimeSeconds * 1000;
  const authKey = (token: string) => Buffer.from(AUTH_PREFIX + hash(token));
  const applicationKey = (clientId: string) => Buffer.from(APPLICATION_PREFIX + clientId);
  removeExpired(store, now());

  function stored(clientId: string): StoredApplication | undefined {
    const found = store.get(applicationKey(clientId)) as StoredApplication | undefined;
    return found?.expiresAtMs !== undefined && found.expiresAtMs <= now() ? undefined : found;
  }

  function application(token: string): Application | undefined {
    const found = stored(token.split(':')[1] ?? '');
    return found && found.tokenHash === hash(token) ? found : undefined;
  }

  function useAuthToken(token: string, databaseId: string): boolean {
    const found = store.get(authKey(token)) as AuthToken | undefined;
    if (!found || found.databaseId !== databaseId || found.expiresAtMs <= now()) return false;
    const expiresAtMs = now() + lifetimeMs;
    if (expiresAtMs - found.expiresAtMs >= Math.min(RENEWAL_INTERVAL_MS, lifetimeMs / 2)) {
      writeIfPossible(() => store.put(authKey(token), { databaseId, expiresAtMs } satisfies AuthToken));
    }
    return true;
  }

  return {
    lifetimeSeconds,
    createAuthToken(databaseId) {
      const token = randomUUID();
      store.put(authKey(token), { databaseId, expiresAtMs: now() + lifetimeMs } satisfies AuthToken);
      return token;
    },
    isValidFor: (token, databaseId) =>
      token.startsWith('AstraCS:') ? application(token) !== undefined : useAuthToken(token, databaseId),
    createApplication(details) {
      const made = newApplication({ ...details, clientId: randomLetters(CLIENT_ID_LENGTH), generatedOnMs: now() });
      const entry: StoredApplication = { ...made.application, tokenHash: hash(made.token) };
      store.put(applicationKey(entry.clientId), entry);
      return made;
    },
    application,
    applicationOf: (clientId, secret) => application(tokenOf(clientId, secret)),
    applications: () => allApplications(store).filter(({ clientId }) => stored(clientId) !== undefined),
    removeApplication(clientId) {
      if (!store.get(applicationKey(clientId))) return false;
      store.remove(applicationKey(clientId));
      return true;
    },
    developmentToken(create) {
      const known = store.get(DEVELOPMENT_KEY) as string | undefined;
      if (known !== undefined && application(known)) return known;
      const { token } = create();
      store.put(DEVELOPMENT_KEY, token);
      return token;
    },
  };
}

function newApplication(application: Application): NewApplication {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return { application, secret, token: tokenOf(application.clientId, secret) };
}

function tokenOf(clientId: string, secret: string): string {
  return `AstraCS:${clientId}:${hash(secret)}`;
}

/** Enough for random texts; passwords need a slow hash (see `devops/state/passwords.ts`). */
function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function randomLetters(length: number): string {
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

function allApplications(store: Store): Application[] {
  const start = Buffer.from(APPLICATION_PREFIX);
  return [...store.range({ start, end: endOf(start) })].map(({ value }) => {
    const { tokenHash: _, ...application } = value as StoredApplication;
    return application;
  });
}

function removeExpired(store: Store, nowMs: number): void {
  const start = Buffer.from(AUTH_PREFIX);
  const expired = [...store.range({ start, end: endOf(start) })].filter(
    ({ value }) => (value as AuthToken).expiresAtMs <= nowMs,
  );
  for (const { key } of expired) store.remove(key);
}
