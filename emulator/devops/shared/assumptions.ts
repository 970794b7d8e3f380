/**
 * Where nothing public says what the live DevOps API does: the emulator's choice, each in one place. Numbers
 * of errors that were not found are made up, and lie in a range that no published one is in.
 */

import type { AccessList } from '../state/database-record.ts';

export const ERROR_IDS = {
  /** Seen in the wild. */
  invalidTokenFormat: 340012,
  unknownToken: 340018,
  unsupportedTier: 2000011,
  unsupportedProvider: 2000012,
  unsupportedRegion: 2000013,
  datacenterProvider: 2000106,
  /** Made up. */
  badRequest: 9000400,
  missingPermission: 9000401,
  forbidden: 9000403,
  notFound: 9000404,
  methodNotAllowed: 9000405,
  invalidState: 9000409,
  duplicate: 9000410,
  invalidValue: 9000422,
} as const;

/** Data-plane answers of Astra's proxy that are not the services' own. Only the one to a hibernated database is documented. */
export const PROXY_MESSAGES = {
  resuming: 'Resuming your database, please try again shortly.',
  unknownDatabase: 'Database not found.',
  notActive: (status: string) => `Database is not available: ${status}.`,
} as const;

/** A limit above the maximum counts as the maximum: a published client sends 1000. */
export const MAX_PAGE_SIZE = 100;
export const DEFAULT_PAGE_SIZE = 25;

/** The status of a datacenter is empty in recordings of live answers. */
export const DATACENTER_STATUS = '';

/** Park, unpark, resize and resetPassword on a tier that has none of them. */
export const NOT_CLASSIC_STATUS = 400;

/** The published example of `authenticateServiceAccount` has the word in front of the token. */
export const SERVICE_ACCOUNT_TOKEN_PREFIX = 'Bearer ';
export const SERVICE_ACCOUNT_TOKEN_LIFETIME_SECONDS = 30 * 60;

/** A change that answers 200 and documents no body: published clients parse whatever comes with a 200. */
export const EMPTY_ANSWER = {};

/** A change of a built-in role, which the documentation rules out. */
export const BUILT_IN_ROLE_STATUS = 403;

/** Removing the owner of the organisation. */
export const OWNER_STATUS = 403;

/** The access list of a database for which nobody has made one: it lets everybody in, and is not listed with the others. */
export const NO_ACCESS_LIST: AccessList = { isEnabled: false, addresses: [] };

/** What the template of an access list holds besides its shape: addresses that RFC 5737 keeps for documentation. */
export const ACCESS_LIST_TEMPLATE = {
  addresses: [{ address: '192.0.2.0/24', enabled: true, description: 'Addresses that may connect' }],
  configurations: { accessListEnabled: true },
};

/** Where a secure connect bundle says that CQL is spoken: Astra's port. Nothing answers there. */
export const CQL_PORT = 29042;

/** Cost objects (DevOps API section 5.5): nothing costs anything here. */
export const NO_COSTS: Readonly<Record<string, number>> = Object.fromEntries([
  ...['', 'MR', 'Parked'].flatMap((kind) =>
    ['Min', 'Hour', 'Day', 'Month'].map((period) => [`costPer${period}${kind}Cents`, 0]),
  ),
  ...['Network', 'Written', 'Read'].map((what) => [`costPer${what}GbCents`, 0]),
]);
