/** Databases of a self-hosted upstream: those that are configured. There is no DevOps API to change them. */

import { NotSupportedError } from '../source/errors.ts';
import type { Capability, Database, DatabaseSource } from '../source/source.ts';

/** As many as Astra lists. */
const MAX_PAGE_SIZE = 100;

export function createConfiguredDatabases(
  names: readonly string[],
  dataCapabilities: readonly Capability[],
): DatabaseSource {
  const capabilities: readonly Capability[] = [...dataCapabilities, 'REPLICATION'];
  return {
    capabilities: () => capabilities,
    maxPageSize: MAX_PAGE_SIZE,
    async findPage({ startingAfter, pageSize }) {
      const start = startingAfter === undefined ? 0 : names.indexOf(startingAfter) + 1;
      const page = names.slice(start, start + pageSize);
      const last = page.at(-1);
      const isMore = last !== undefined && start + pageSize < names.length;
      return { items: page.map(toDatabase), ...(isMore && { nextPageState: last }) };
    },
    readMany: async (databaseIds) => databaseIds.map((name) => (names.includes(name) ? toDatabase(name) : null)),
    availableRegions: refuseDevops,
    serverlessRegions: refuseDevops,
    create: refuseDevops,
    terminate: refuseDevops,
    park: refuseDevops,
    unpark: refuseDevops,
    resize: refuseDevops,
    resetPassword: refuseDevops,
    createSecureBundles: refuseDevops,
  };
}

/** @throws NotSupportedError - always */
export async function refuseDevops(): Promise<never> {
  throw new NotSupportedError(
    'A self-hosted upstream has no DevOps API: databases are made and changed by its operator.',
  );
}

function toDatabase(name: string): Database {
  return {
    databaseId: name,
    name,
    status: null,
    region: null,
    cloudProvider: null,
    tier: null,
    capacityUnits: null,
    createdAt: null,
    terminatedAt: null,
    lastUsedAt: null,
    availableActions: null,
    datacenters: null,
    storage: null,
    cost: null,
    metrics: null,
    dataEndpointUrl: null,
    message: null,
    organizationId: null,
    ownerId: null,
    databaseType: null,
  };
}
