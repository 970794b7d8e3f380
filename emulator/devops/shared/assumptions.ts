/**
 * What the emulator assumes where nothing public documents the live DevOps API. Unknown error ids are made up, in a range
 * without published ids.
 */

import type { AccessList } from '../state/database-record.ts';

export const ERROR_IDS = {
  /** Seen in live answers. */
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

/** Answers of Astra's proxy in front of the data APIs. Only the answer for a hibernated database is documented. */
export const PROXY_MESSAGES = {
  resuming: 'Resuming your database, please try again shortly.',
  unknownDatabase: 'Database not found.',
  notActive: (status: string) => `Database is not available: ${status}.`,
} as const;

/** A greater limit counts as this maximum: a published client sends 1000. */
export const MAX_PAGE_SIZE = 100;
export const DEFAULT_PAGE_SIZE = 25;

/** The status of a datacenter is empty in recorded live answers. */
export const DATACENTER_STATUS = '';

/** The answer to park, unpark, resize and resetPassword on a tier without them. */
export const NOT_CLASSIC_STATUS = 400;

/** The published example of `authenticateServiceAccount` has this prefix before the token. */
export const SERVICE_ACCOUNT_TOKEN_PREFIX = 'Bearer ';
export const SERVICE_ACCOUNT_TOKEN_LIFETIME_SECONDS = 30 * 60;

/** The body of a 200 that documents none: published clients parse the body of every 200. */
export const EMPTY_ANSWER = {};

/** The answer to a change of a built-in role, which the documentation rules out. */
export const BUILT_IN_ROLE_STATUS = 403;

/** The answer to the removal of the organization's owner. */
export const OWNER_STATUS = 403;

/** The access list of a database without one: it allows everybody, and is not listed. */
export const NO_ACCESS_LIST: AccessList = { isEnabled: false, addresses: [] };

/** The access list template, with addresses that RFC 5737 reserves for documentation. */
export const ACCESS_LIST_TEMPLATE = {
  addresses: [{ address: '192.0.2.0/24', enabled: true, description: 'Addresses that may connect' }],
  configurations: { accessListEnabled: true },
};

/** The CQL port in secure connect bundles: Astra's port. Nothing listens there. */
export const CQL_PORT = 29042;

/** Cost objects (DevOps API section 5.5): nothing costs anything here. */
export const NO_COSTS: Readonly<Record<string, number>> = Object.fromEntries([
  ...['', 'MR', 'Parked'].flatMap((kind) =>
    ['Min', 'Hour', 'Day', 'Month'].map((period) => [`costPer${period}${kind}Cents`, 0]),
  ),
  ...['Network', 'Written', 'Read'].map((what) => [`costPer${what}GbCents`, 0]),
]);
