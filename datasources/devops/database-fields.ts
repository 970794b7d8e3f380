/** The DevOps API's JSON of a database (Astra DevOps API v2, Database) in our form. */
import { listOf, memberOf, numberOf, textOf, textsOf } from '../json-fields.ts';
import type { Database, DatabaseMetrics, DatabaseStorage, Datacenter, Json } from '../source.ts';

/** `null` when this is no database: right after its creation it may be answered as the word `null`. */
export function toDatabase(json: Json): Database | null {
  const databaseId = textOf(json, 'id');
  if (databaseId === null) return null;
  const info = memberOf(json, 'info');
  return {
    databaseId,
    name: textOf(info, 'name'),
    status: textOf(json, 'status')?.toUpperCase() ?? null,
    region: textOf(info, 'region'),
    cloudProvider: textOf(info, 'cloudProvider'),
    tier: textOf(info, 'tier'),
    capacityUnits: numberOf(info, 'capacityUnits'),
    createdAt: timeOf(json, 'creationTime'),
    terminatedAt: timeOf(json, 'terminationTime'),
    lastUsedAt: timeOf(json, 'lastUsageTime'),
    availableActions: textsOf(json, 'availableActions'),
    datacenters: listOf(info, 'datacenters')?.map(toDatacenter) ?? null,
    storage: toStorage(memberOf(json, 'storage')),
    cost: costOf(json),
    metrics: toMetrics(memberOf(json, 'metrics')),
    dataEndpointUrl: textOf(json, 'dataEndpointUrl'),
    message: textOf(json, 'message'),
    organizationId: withoutPrefix(textOf(json, 'orgId')),
    ownerId: withoutPrefix(textOf(json, 'ownerId')),
    databaseType: textOf(info, 'dbType') ?? textOf(json, 'dbType'),
  };
}

/** Names of all keyspaces. Those beyond the first are in one list or in two, depending on the age of the server. */
export function keyspacesOf(json: Json): ReadonlySet<string> {
  const info = memberOf(json, 'info');
  const first = textOf(info, 'keyspace');
  const lists = ['keyspaces', 'additionalKeyspaces'].flatMap((name) => textsOf(info, name) ?? []);
  return new Set(first === null ? lists : [first, ...lists]);
}

/** Numbers by the DevOps API's own names, in cents. */
export function costOf(json: Json): Record<string, number> | null {
  const cost = memberOf(json, 'cost');
  if (typeof cost !== 'object' || cost === null) return null;
  return Object.fromEntries(
    Object.entries(cost).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

function toDatacenter(json: Json): Datacenter {
  return {
    datacenterId: textOf(json, 'id'),
    name: textOf(json, 'name'),
    tier: textOf(json, 'tier'),
    status: textOf(json, 'status'),
    cloudProvider: textOf(json, 'cloudProvider'),
    region: textOf(json, 'region'),
    regionZone: textOf(json, 'regionZone'),
    regionClassification: textOf(json, 'regionClassification'),
    capacityUnits: numberOf(json, 'capacityUnits'),
    createdAt: timeOf(json, 'dateCreated'),
  };
}

function toStorage(json: Json | undefined): DatabaseStorage | null {
  if (typeof json !== 'object' || json === null) return null;
  return {
    nodeCount: numberOf(json, 'nodeCount'),
    replicationFactor: numberOf(json, 'replicationFactor'),
    totalStorageGb: numberOf(json, 'totalStorage'),
    usedStorageGb: numberOf(json, 'usedStorage'),
  };
}

function toMetrics(json: Json | undefined): DatabaseMetrics | null {
  if (typeof json !== 'object' || json === null) return null;
  return {
    writeRequestsTotalCount: numberOf(json, 'writeRequestsTotalCount'),
    readRequestsTotalCount: numberOf(json, 'readRequestsTotalCount'),
    liveDataSizeBytes: numberOf(json, 'liveDataSizeBytes'),
    errorsTotalCount: numberOf(json, 'errorsTotalCount'),
  };
}

/** "Never" is the first moment of the year 1. */
function timeOf(json: Json, name: string): string | null {
  const time = textOf(json, name);
  return time?.startsWith('0001-01-01T') ? null : time;
}

/** Documentation shows `organizations/{id}` and `users/{id}`, servers answer the id alone. */
function withoutPrefix(id: string | null): string | null {
  return id?.slice(id.lastIndexOf('/') + 1) ?? null;
}
