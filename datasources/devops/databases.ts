import { toList } from '../json-fields.ts';
import { mapSeveral } from '../parallel.ts';
import { throwUnlessOk } from '../response-errors.ts';
import type { Capability, Database, DatabaseQuery, DatabaseSource, Page } from '../source.ts';
import { DATA_CAPABILITIES } from '../stargate/capabilities.ts';
import type { DevopsClient } from './client.ts';
import { toDatabase } from './database-fields.ts';
import { createLifecycle } from './lifecycle.ts';
import type { DatabaseLookup } from './lookup.ts';
import { availableRegions, serverlessRegions } from './regions.ts';
import { createSecureBundles } from './secure-bundles.ts';

/** Replication is Astra's own affair. */
const CAPABILITIES: readonly Capability[] = ['DEVOPS', ...DATA_CAPABILITIES];

const READS_AT_ONCE = 8;

/** Databases of Astra, through the DevOps API. */
export function createAstraDatabases(devops: DevopsClient, lookup: DatabaseLookup): DatabaseSource {
  return {
    capabilities: () => CAPABILITIES,
    findPage: (query) => findPage(devops, lookup, query),
    readMany: (databaseIds) => mapSeveral(databaseIds, READS_AT_ONCE, async (id) => toDatabase(await lookup.read(id))),
    availableRegions: () => availableRegions(devops),
    serverlessRegions: () => serverlessRegions(devops),
    ...createLifecycle(devops),
    createSecureBundles: (databaseId, all) => createSecureBundles(devops, databaseId, all),
  };
}

/** Upstream has no page states: a full page may be followed by another, which begins after its last id. */
async function findPage(
  devops: DevopsClient,
  lookup: DatabaseLookup,
  { include, provider, startingAfter, pageSize }: DatabaseQuery,
): Promise<Page<Database>> {
  const query = { include, provider, starting_after: startingAfter, limit: pageSize };
  const call = { method: 'GET', route: '/v2/databases', query, isIdempotent: true, reads: 'databasePage' } as const;
  const answer = await devops.send(call);
  throwUnlessOk(answer);
  const items = (toList(answer.plainJson()) ?? []).flatMap((json) => {
    const database = toDatabase(json);
    if (database) lookup.remember(database.databaseId, json);
    return database ?? [];
  });
  const last = items.at(-1);
  return last && items.length >= pageSize ? { items, nextPageState: last.databaseId } : { items };
}
