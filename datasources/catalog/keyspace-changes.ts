/** Makes and deletes keyspaces by a service beside the data API, where that one must not: on Astra. */
import { checkNewName } from '../cql/check-definition.ts';
import { NotSupportedError } from '../source/errors.ts';
import type { CatalogSource, Replication } from '../source/source.ts';
import { answerExisting, answerMissing, missingKeyspace } from './created.ts';

export type KeyspaceChanges = Pick<CatalogSource, 'createKeyspace' | 'deleteKeyspace'>;

/** Each answers whether it changed anything. */
export interface KeyspaceService {
  create(databaseId: string, keyspace: string): Promise<boolean>;
  remove(databaseId: string, keyspace: string): Promise<boolean>;
}

export function delegateKeyspaceChanges(service: KeyspaceService): KeyspaceChanges {
  return {
    async createKeyspace({ databaseId, keyspace }, replication, ifNotExists) {
      checkNewName('keyspace', keyspace);
      refuseReplication(replication);
      if (await service.create(databaseId, keyspace)) return true;
      return answerExisting(ifNotExists, `keyspace "${keyspace}"`);
    },
    async deleteKeyspace({ databaseId, keyspace }, ifExists) {
      return (await service.remove(databaseId, keyspace)) || answerMissing(ifExists, missingKeyspace({ keyspace }));
    },
  };
}

/** Astra decides itself how often and where data is kept. */
export function refuseReplication({ replicas, datacenters }: Replication): void {
  if (replicas === undefined && !datacenters) return;
  throw new NotSupportedError(
    `Astra does not take "${datacenters ? 'datacenters' : 'replicas'}" of a keyspace: it decides itself. Leave it out.`,
  );
}
