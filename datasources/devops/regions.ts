import { booleanOf, numberOf, textOf, toList } from '../json-fields.ts';
import { throwUnlessOk } from '../response-errors.ts';
import type { Json, Region, ServerlessRegion } from '../source.ts';
import type { DevopsClient } from './client.ts';
import { costOf } from './database-fields.ts';

/** Combinations of tier, provider and region; upstream repeats some. */
export async function availableRegions(devops: DevopsClient): Promise<Region[]> {
  return (await readList(devops, '/v2/availableRegions')).map(toRegion);
}

/** Regions for serverless databases, with and without vectors. */
export async function serverlessRegions(devops: DevopsClient): Promise<ServerlessRegion[]> {
  return (await readList(devops, '/v2/regions/serverless', { 'region-type': 'all' })).map(toServerlessRegion);
}

async function readList(
  devops: DevopsClient,
  route: string,
  query: Record<string, string> = {},
): Promise<readonly Json[]> {
  const answer = await devops.send({ method: 'GET', route, query, isIdempotent: true });
  throwUnlessOk(answer);
  return toList(answer.plainJson()) ?? [];
}

function toRegion(json: Json): Region {
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

function toServerlessRegion(json: Json): ServerlessRegion {
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
