/** Reads the body of `POST /v2/databases` (`DatabaseInfoCreate`, section 3.2). */

import { ERROR_IDS } from '../shared/assumptions.ts';
import { optionalText, requiredInteger, requiredText, toMembers } from '../shared/body.ts';
import { DevopsError, invalidValue, type Problem } from '../shared/devops-error.ts';
import type { DatabaseRecord } from '../state/database-record.ts';
import { CLOUD_PROVIDERS, findRegion, isClassic, TIERS } from '../state/region-data.ts';

export interface NewDatabase
  extends Pick<DatabaseRecord, 'name' | 'cloudProvider' | 'tier' | 'region' | 'capacityUnits' | 'dbType'> {
  readonly firstKeyspace: string;
}

const DEFAULT_KEYSPACE = 'default_keyspace';
const NAME = /^[A-Za-z0-9][A-Za-z0-9&+\-_()<>.,@ ]{0,48}[A-Za-z0-9]$/;
const MAX_CAPACITY_UNITS = 100;
const MAX_CAPACITY_UNITS_OF_NEW_CLASSIC = 12;

/** Throws 400 for a missing member or a wrong type, 422 for an invalid value. */
export function readNewDatabase(body: unknown, isKeyspaceName: (name: string) => boolean): NewDatabase {
  const members = toMembers(body);
  const cloudProvider = requiredText(members, 'cloudProvider').toUpperCase();
  const tier = requiredText(members, 'tier');
  const region = requiredText(members, 'region');
  const details: NewDatabase = {
    name: requiredText(members, 'name'),
    cloudProvider,
    tier,
    region,
    capacityUnits: requiredInteger(members, 'capacityUnits'),
    dbType: optionalText(members, 'dbType'),
    firstKeyspace: optionalText(members, 'keyspace') || DEFAULT_KEYSPACE,
  };
  checkLocation({ tier, cloudProvider, region });
  checkValues(details, isKeyspaceName);
  return details;
}

export interface DatacenterLocation {
  readonly tier: string;
  readonly cloudProvider: string;
  readonly region: string;
}

/** Throws 422 with one error for each unsupported part, followed by the errors in `more`. */
export function checkLocation(
  { tier, cloudProvider, region }: DatacenterLocation,
  more: readonly Problem[] = [],
): void {
  const isProvider = CLOUD_PROVIDERS.some((known) => known === cloudProvider);
  const problems: Problem[] = [
    ...(TIERS.includes(tier) ? [] : [{ id: ERROR_IDS.unsupportedTier, message: 'unsupported database tier' }]),
    ...(isProvider ? [] : [{ id: ERROR_IDS.unsupportedProvider, message: 'unsupported cloud provider' }]),
    ...(findRegion(cloudProvider, region) ? [] : [{ id: ERROR_IDS.unsupportedRegion, message: 'unsupported region' }]),
    ...more,
  ];
  if (problems.length > 0) throw new DevopsError(422, ...problems);
}

function checkValues(details: NewDatabase, isKeyspaceName: (name: string) => boolean): void {
  const { name, tier, capacityUnits, dbType, firstKeyspace } = details;
  if (!NAME.test(name)) throw invalidValue(`database name "${name}" is not valid`);
  const most = isClassic(tier) ? MAX_CAPACITY_UNITS_OF_NEW_CLASSIC : MAX_CAPACITY_UNITS;
  if (capacityUnits < 1 || capacityUnits > most) {
    throw invalidValue(`capacityUnits ${capacityUnits} is not between 1 and ${most}`);
  }
  if (dbType !== undefined && dbType !== 'vector') throw invalidValue(`dbType "${dbType}" is unknown`);
  if (!isKeyspaceName(firstKeyspace)) throw invalidValue(`keyspace name "${firstKeyspace}" is not valid`);
}
