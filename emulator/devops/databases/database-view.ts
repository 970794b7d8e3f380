/** A database in the answers of the DevOps API (sections 5.1 to 5.4). */

import { bundleUrls } from '../bundle/secure-bundle.ts';
import { DATACENTER_STATUS, NO_COSTS } from '../shared/assumptions.ts';
import type { DevopsCall } from '../shared/operation.ts';
import type { DatabaseRecord, DatacenterRecord } from '../state/database-record.ts';
import { ORGANIZATION_ID } from '../state/default-database.ts';
import { TERMINABLE_STATUSES } from '../state/lifecycle.ts';
import { findRegion, isClassic } from '../state/region-data.ts';
import { keyspaceNames, type RegisteredDatabase } from '../state/registry.ts';

const NEVER = '0001-01-01T00:00:00Z';

/** All URLs have the origin of the call instead of Astra's hosts. */
type Viewer = Pick<DevopsCall, 'origin' | 'now'>;

export function toDatabaseView(entry: RegisteredDatabase, viewer: Viewer): unknown {
  const { record } = entry;
  return {
    id: record.id,
    orgId: ORGANIZATION_ID,
    ownerId: record.ownerId,
    info: toInfo(entry, viewer),
    creationTime: toTime(record.createdAtMs),
    terminationTime: record.terminatedAtMs === undefined ? NEVER : toTime(record.terminatedAtMs),
    lastUsageTime: toTime(record.lastUsedAtMs),
    status: record.status,
    observedStatus: record.status,
    storage: { nodeCount: 3, replicationFactor: 1, totalStorage: 5 * record.capacityUnits, usedStorage: 0 },
    cost: NO_COSTS,
    metrics: {
      writeRequestsTotalCount: 0,
      readRequestsTotalCount: 0,
      liveDataSizeBytes: 0,
      errorsTotalCount: 0,
    },
    availableActions: availableActions(record),
    message: '',
    ...toUrls(record, viewer.origin),
  };
}

/** A datacenter in the answers of the DevOps API. */
export function toDatacenterView(datacenter: DatacenterRecord, record: DatabaseRecord, viewer: Viewer): unknown {
  const region = findRegion(datacenter.cloudProvider, datacenter.region);
  const urls = bundleUrls(record, datacenter, viewer);
  return {
    id: datacenter.id,
    name: `dc-${datacenter.id.slice(record.id.length + 1)}`,
    tier: datacenter.tier,
    status: datacenter.isTerminated ? 'TERMINATED' : DATACENTER_STATUS,
    dateCreated: toTime(datacenter.createdAtMs),
    cloudProvider: datacenter.cloudProvider,
    region: datacenter.region,
    regionZone: region?.zone ?? '',
    regionClassification: region?.classification ?? '',
    capacityUnits: record.capacityUnits,
    secureBundleUrl: urls.downloadURL,
    secureBundleInternalUrl: urls.downloadURLInternal,
    secureBundleMigrationProxyUrl: urls.downloadURLMigrationProxy,
    secureBundleMigrationProxyInternalUrl: urls.downloadURLMigrationProxyInternal,
  };
}

/** RFC 3339 to the second, as the live API prints times of databases. */
function toTime(timeMs: number): string {
  return new Date(timeMs).toISOString().replace(/\.\d+Z$/, 'Z');
}

function toInfo(entry: RegisteredDatabase, viewer: Viewer): unknown {
  const { record } = entry;
  const [first, ...others] = keyspaceNames(entry);
  return {
    name: record.name,
    keyspace: first,
    keyspaces: first === undefined ? undefined : [first, ...others],
    additionalKeyspaces: others.length > 0 ? others : null,
    datacenters: record.datacenters
      .filter(({ isTerminated }) => !isTerminated)
      .map((datacenter) => toDatacenterView(datacenter, record, viewer)),
    cloudProvider: record.cloudProvider,
    tier: record.tier,
    capacityUnits: record.capacityUnits,
    region: record.region,
    dbType: record.dbType,
    engineType: null,
  };
}

const ALWAYS_WHILE_ACTIVE = ['addKeyspace', 'removeKeyspace', 'getCreds', 'addDatacenters', 'terminateDatacenter'];

function availableActions({ status, tier }: DatabaseRecord): string[] {
  const classic = isClassic(tier);
  return [
    ...(status === 'ACTIVE' ? ALWAYS_WHILE_ACTIVE : []),
    ...(status === 'ACTIVE' && classic ? ['park', 'resize', 'resetPassword'] : []),
    ...(status === 'PARKED' && classic ? ['unpark'] : []),
    ...(TERMINABLE_STATUSES.includes(status) ? ['terminate'] : []),
  ];
}

function toUrls({ id, region }: DatabaseRecord, origin: string): Record<string, string | null> {
  const base = `${origin}/${id}-${region}`;
  return {
    studioUrl: null,
    grafanaUrl: `${base}/d/cloud/dse-cluster-condensed?refresh=30s&orgId=1&kiosk=tv`,
    cqlshUrl: `${base}/cqlsh`,
    graphqlUrl: `${base}/api/graphql`,
    dataEndpointUrl: `${base}/api/rest`,
  };
}
