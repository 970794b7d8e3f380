/** Which API serves the data of each database of an Astra organization. */
import { type DataApiKind, findDataApiKind } from '../devops/endpoint.ts';
import type { DatabaseLookup } from '../devops/lookup.ts';
import { createBoundedCache } from '../shared/bounded-cache.ts';
import type { MaybePromise } from '../shared/maybe-promise.ts';

export interface AstraKinds {
  /**
   * At once for the default database, which is never looked up, and for databases that were looked up before.
   *
   * @throws NotFoundError - no such database
   */
  kindOf(lookup: DatabaseLookup, databaseId: string): MaybePromise<DataApiKind>;
}

/** A database never changes its kind, so that every operation may know what another has learnt. */
export function createAstraKinds(byDefault: { readonly databaseId: string; readonly api: DataApiKind }): AstraKinds {
  const known = createBoundedCache<DataApiKind>({ maxEntries: 10_000 });

  async function find(lookup: DatabaseLookup, databaseId: string): Promise<DataApiKind> {
    const kind = await findDataApiKind(lookup, databaseId);
    known.set(databaseId, kind);
    return kind;
  }

  return {
    kindOf(lookup, databaseId) {
      if (databaseId === byDefault.databaseId) return byDefault.api;
      return known.get(databaseId) ?? find(lookup, databaseId);
    },
  };
}
