import { plain } from '../http/body.ts';
import { contentOf } from '../http/response-errors.ts';
import { also, arrayOf } from '../json/shape.ts';
import { mapSeveral } from '../shared/map-several.ts';
import type { Database, DatabaseQuery, DatabaseSource, Page } from '../source/source.ts';
import type { DevopsClient } from './client.ts';
import { databaseBody, toDatabase } from './database-fields.ts';
import { createLifecycle } from './lifecycle.ts';
import type { DatabaseLookup } from './lookup.ts';
import { availableRegions, serverlessRegions } from './regions.ts';
import { createSecureBundles } from './secure-bundles.ts';

const READS_AT_ONCE = 8;
/** The DevOps API's maximum. */
const MAX_PAGE_SIZE = 100;

/**
 * Databases of Astra, through the DevOps API.
 *
 * @param capabilities - of each database; replication is Astra's own affair
 */
export function createAstraDatabases(
  devops: DevopsClient,
  lookup: DatabaseLookup,
  capabilities: DatabaseSource['capabilities'],
): DatabaseSource {
  return {
    capabilities,
    maxPageSize: MAX_PAGE_SIZE,
    findPage: (query) => findPage(devops, lookup, query),
    readMany: (databaseIds) =>
      mapSeveral(databaseIds, READS_AT_ONCE, async (id) => {
        const database = await lookup.read(id);
        return database && toDatabase(database);
      }),
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
  const call = { method: 'GET', route: '/v2/databases', query, effect: 'read', reads: 'databasePage' } as const;
  const page = also(arrayOf(databaseBody), ({ length }) => length <= pageSize, 'more databases than a page holds came');
  const databases = contentOf(await devops.send({ ...call, expect: { 200: plain(page) } }));
  for (const database of databases) lookup.remember(database);
  const items = databases.map(toDatabase);
  const last = items.at(-1);
  return last && items.length >= pageSize ? { items, nextPageState: last.databaseId } : { items };
}
