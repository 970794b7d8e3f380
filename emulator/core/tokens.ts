/**
 * Tokens of the auth service (UUIDs that live while they are used) and of applications (`AstraCS:…`, DevOps
 * API section 1.1). The store holds only their hashes, with one exception: the development token, which the
 * emulator shows to whoever may start it, and which guards nothing that its folder would not give away too.
 */
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { endOf, type Store } from './store.ts';
import { writeIfPossible } from './store-failure.ts';

/** An application token as it is listed: without its secret. */
export interface Application {
  readonly clientId: string;
  readonly orgId: string;
  /** Ids of roles, see `devops/roles.ts`. */
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
  /** Seconds that a token of the auth service lives after its last use. */
  readonly lifetimeSeconds: number;
  /** A fresh token of the auth service for one database. */
  createAuthToken(databaseId: string): string;
  /** Whether a token may read and write a database; using one of the auth service prolongs its life. */
  isValidFor(token: string, databaseId: string): boolean;
  createApplication(details: Pick<Application, 'orgId' | 'roles' | 'description' | 'expiresAtMs'>): NewApplication;
  /** The application whose token this is, unless it has expired. */
  application(token: string): Application | undefined;
  /** The application with this id and secret, which also serve as user name and password. */
  applicationOf(clientId: string, secret: string): Application | undefined;
  applications(): Application[];
  removeApplication(clientId: string): boolean;
  /** A token for the development of tools: made at the first start with all rights, then always the same. */
  developmentToken(create: () => NewApplication): string;
}

interface AuthToken {
  readonly databaseId: string;
  readonly expiresAtMs: number;
}

interface StoredApplication extends Application {
  readonly tokenHash: string;
}

/** A use is written down only when the last note is this old; the real service looks no more often. */
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

/** Enough for texts of 256 random bits; passwords that people choose need more (see `passwords.ts`). */
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
