import type { MaybePromise } from '../shared/maybe-promise.ts';
import type { Database, DatabaseQuery, DatabaseSource, Page, Region, ServerlessRegion } from '../source/source.ts';
import { createBatch } from './batch.ts';
import type { DomainLoaders, LoaderContext } from './once.ts';

export interface DatabaseLoaders {
  databasePage(query: DatabaseQuery): MaybePromise<Page<Database>>;
  database(databaseId: string): MaybePromise<Database | null>;
  availableRegions(): MaybePromise<readonly Region[]>;
  serverlessRegions(): MaybePromise<readonly ServerlessRegion[]>;
}

export function createDatabaseLoaders(
  databases: DatabaseSource,
  { once, loads }: LoaderContext,
): DomainLoaders<DatabaseLoaders> {
  const database = createBatch({
    name: 'database',
    loads,
    read: databases.readMany,
    identify: (databaseId: string) => databaseId,
  });
  return {
    loaders: {
      databasePage: (query) => once.load('databasePage', JSON.stringify(query), () => databases.findPage(query)),
      database: (databaseId) => database.load(databaseId),
      availableRegions: () => once.load('availableRegions', '', () => databases.availableRegions()),
      serverlessRegions: () => once.load('serverlessRegions', '', () => databases.serverlessRegions()),
    },
    clear: database.clear,
  };
}
