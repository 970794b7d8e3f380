/** The available regions: `GET /v2/availableRegions` and `GET /v2/regions/serverless`. */
import { json, type Reply } from '../../core/service.ts';
import { NO_COSTS } from '../shared/assumptions.ts';
import { devopsBadRequest } from '../shared/devops-error.ts';
import type { DevopsCall, Operation } from '../shared/operation.ts';
import { CLASSIC_TIERS, REGIONS, type Region, SERVERLESS_TIER } from '../state/region-data.ts';

const DATABASE_COUNT_LIMIT = 1000;
const CAPACITY_UNITS_LIMIT = 100;
const STORAGE_PER_CAPACITY_UNIT_GB: Readonly<Record<string, number>> = { developer: 5, serverless: 10 };
const DEFAULT_STORAGE_GB = 500;
const CONTINENTS: Readonly<Record<Region['zone'], string>> = {
  na: 'North America',
  emea: 'Europe',
  apac: 'Asia',
  sa: 'South America',
};

export const regionOperations: readonly Operation[] = [
  { method: 'GET', path: '/v2/availableRegions', action: 'org-db-create', run: listAvailableRegions },
  { method: 'GET', path: '/v2/regions/serverless', action: 'org-db-create', run: listServerlessRegions },
];

function listAvailableRegions(call: DevopsCall): Reply {
  const tiers = [SERVERLESS_TIER, ...CLASSIC_TIERS];
  return json(
    200,
    tiers.flatMap((tier) => REGIONS.map((region) => toAvailableRegion(tier, region, call))),
  );
}

function toAvailableRegion(tier: string, region: Region, { registry }: DevopsCall): unknown {
  const used = registry
    .list()
    .map(({ record }) => record)
    .filter((record) => record.status !== 'TERMINATED' && record.tier === tier && record.region === region.name);
  return {
    tier,
    cloudProvider: region.cloudProvider,
    region: region.name,
    regionDisplay: region.displayName,
    regionContinent: CONTINENTS[region.zone],
    databaseCountUsed: used.length,
    databaseCountLimit: DATABASE_COUNT_LIMIT,
    capacityUnitsUsed: used.reduce((sum, { capacityUnits }) => sum + capacityUnits, 0),
    capacityUnitsLimit: CAPACITY_UNITS_LIMIT,
    defaultStoragePerCapacityUnitGb: STORAGE_PER_CAPACITY_UNIT_GB[tier] ?? DEFAULT_STORAGE_GB,
    cost: NO_COSTS,
  };
}

/** `filter-by-org=enabled` has no effect: the organization may use every region. */
function listServerlessRegions({ query }: DevopsCall): Reply {
  const wanted = query.get('region-type') || 'serverless';
  if (!['serverless', 'vector', 'all'].includes(wanted)) throw devopsBadRequest(`region-type "${wanted}" is unknown`);
  const filter = query.get('filter-by-org') || 'disabled';
  if (!['enabled', 'disabled'].includes(filter)) throw devopsBadRequest(`filter-by-org "${filter}" is unknown`);
  const rows = REGIONS.flatMap((region) => region.types.map((type) => ({ region, type })));
  return json(
    200,
    rows
      .filter(({ type }) => wanted === 'all' || type === wanted)
      .map(({ region: { types: _, ...region }, type }) => ({
        ...region,
        enabled: true,
        reservedForQualifiedUsers: false,
        region_type: type,
      })),
  );
}
