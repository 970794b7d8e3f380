import { plain } from '../http/body.ts';
import { contentOf } from '../http/response-errors.ts';
import { booleanOf, numberOf, textOf } from '../json/json-fields.ts';
import {
  arrayOf,
  boolean,
  integer,
  name,
  object,
  optional,
  record,
  type Shape,
  type Shaped,
  text,
} from '../json/shape.ts';
import type { Region, ServerlessRegion } from '../source/source.ts';
import type { DevopsClient } from './client.ts';
import { costOf } from './database-fields.ts';

const region = object({
  tier: name,
  cloudProvider: name,
  region: name,
  description: optional(text),
  regionDisplay: optional(text),
  regionContinent: optional(text),
  databaseCountUsed: optional(integer),
  databaseCountLimit: optional(integer),
  capacityUnitsUsed: optional(integer),
  capacityUnitsLimit: optional(integer),
  defaultStoragePerCapacityUnitGb: optional(integer),
  cost: optional(record),
});

const serverlessRegion = object({
  name,
  cloudProvider: name,
  displayName: optional(text),
  zone: optional(text),
  classification: optional(text),
  enabled: optional(boolean),
  reservedForQualifiedUsers: optional(boolean),
  region_type: optional(text),
});

/** Combinations of tier, provider and region; upstream repeats some. */
export async function availableRegions(devops: DevopsClient): Promise<Region[]> {
  return (await readList(devops, region, '/v2/availableRegions')).map(toRegion);
}

/** Regions for serverless databases, with and without vectors. */
export async function serverlessRegions(devops: DevopsClient): Promise<ServerlessRegion[]> {
  return (await readList(devops, serverlessRegion, '/v2/regions/serverless', { 'region-type': 'all' })).map(
    toServerlessRegion,
  );
}

async function readList<T>(
  devops: DevopsClient,
  element: Shape<T>,
  route: string,
  query: Record<string, string> = {},
): Promise<readonly T[]> {
  const expect = { 200: plain(arrayOf(element)) };
  return contentOf(await devops.send({ method: 'GET', route, query, effect: 'read', expect }));
}

function toRegion(json: Shaped<typeof region>): Region {
  return {
    tier: textOf(json, 'tier'),
    cloudProvider: textOf(json, 'cloudProvider'),
    region: textOf(json, 'region'),
    description: textOf(json, 'description'),
    displayName: textOf(json, 'regionDisplay'),
    continent: textOf(json, 'regionContinent'),
    databaseCountUsed: numberOf(json, 'databaseCountUsed'),
    databaseCountLimit: numberOf(json, 'databaseCountLimit'),
    capacityUnitsUsed: numberOf(json, 'capacityUnitsUsed'),
    capacityUnitsLimit: numberOf(json, 'capacityUnitsLimit'),
    defaultStoragePerCapacityUnitGb: numberOf(json, 'defaultStoragePerCapacityUnitGb'),
    cost: costOf(json),
  };
}

function toServerlessRegion(json: Shaped<typeof serverlessRegion>): ServerlessRegion {
  return {
    name: textOf(json, 'name'),
    displayName: textOf(json, 'displayName'),
    cloudProvider: textOf(json, 'cloudProvider')?.toUpperCase() ?? null,
    zone: textOf(json, 'zone'),
    classification: textOf(json, 'classification'),
    enabled: booleanOf(json, 'enabled'),
    reservedForQualifiedUsers: booleanOf(json, 'reservedForQualifiedUsers'),
    regionType: textOf(json, 'region_type'),
  };
}
