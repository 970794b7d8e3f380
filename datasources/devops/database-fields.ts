/** The DevOps API's JSON of a database (Astra DevOps API v2, Database) in our form. */

import { listOf, memberOf, numberOf, textOf, textsOf } from '../json/json-fields.ts';
import { also, arrayOf, integer, name, number, object, optional, record, type Shaped, text } from '../json/shape.ts';
import type { Database, DatabaseMetrics, DatabaseStorage, Datacenter, Json } from '../source/source.ts';

const texts = (...names: readonly string[]) => Object.fromEntries(names.map((each) => [each, optional(text)]));
const integers = (...names: readonly string[]) => Object.fromEntries(names.map((each) => [each, optional(integer)]));

const datacenter = object({
  ...texts('id', 'name', 'tier', 'status', 'cloudProvider', 'region', 'regionZone', 'regionClassification'),
  ...texts('dateCreated'),
  ...integers('capacityUnits'),
});

const METRICS = ['writeRequestsTotalCount', 'readRequestsTotalCount', 'liveDataSizeBytes', 'errorsTotalCount'];

/** A database in an answer. Its id, status and `info` are always there. */
export const databaseBody = object({
  id: name,
  status: name,
  info: object({
    ...texts('name', 'region', 'cloudProvider', 'tier', 'keyspace', 'dbType'),
    ...integers('capacityUnits'),
    datacenters: optional(arrayOf(datacenter)),
    keyspaces: optional(arrayOf(text)),
    additionalKeyspaces: optional(arrayOf(text)),
  }),
  ...texts('creationTime', 'terminationTime', 'lastUsageTime', 'dataEndpointUrl', 'message', 'orgId', 'ownerId'),
  availableActions: optional(arrayOf(text)),
  storage: optional(object(integers('nodeCount', 'replicationFactor', 'totalStorage', 'usedStorage'))),
  cost: optional(record),
  metrics: optional(object(Object.fromEntries(METRICS.map((each) => [each, optional(number)])))),
});

export type DatabaseBody = Shaped<typeof databaseBody>;

/** The shape of one database, which must have the requested id. */
export function databaseOf(databaseId: string) {
  return also(databaseBody, ({ id }) => id.toLowerCase() === databaseId, 'another database than was asked for came');
}

export function toDatabase(json: DatabaseBody): Database {
  const info = json.info;
  return {
    databaseId: json.id,
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
export function keyspacesOf(json: DatabaseBody): ReadonlySet<string> {
  const info = memberOf(json, 'info');
  const first = textOf(info, 'keyspace');
  const lists = ['keyspaces', 'additionalKeyspaces'].flatMap((name) => textsOf(info, name) ?? []);
  return new Set(first === null ? lists : [first, ...lists]);
}

/** Numbers by the DevOps API's own names, in cents. */
export function costOf(json: unknown): Record<string, number> | null {
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
function timeOf(json: unknown, name: string): string | null {
  const time = textOf(json, name);
  return time?.startsWith('0001-01-01T') ? null : time;
}

/** Documentation shows `organizations/{id}` and `users/{id}`, servers answer the id alone. */
function withoutPrefix(id: string | null): string | null {
  return id?.slice(id.lastIndexOf('/') + 1) ?? null;
}
