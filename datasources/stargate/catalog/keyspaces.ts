/** Makes and deletes keyspaces: through the Stargate REST API, or by a service beside it where that API must not. */

import { checkNewName } from '../../cql/check-definition.ts';
import { ConflictError, NotFoundError, NotSupportedError } from '../../source/errors.ts';
import type { CatalogSource, KeyspaceRef, Replication } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { answerMissing, deleted, existsMessage, KEYSPACES, namedBody, sendChange } from './schema-change.ts';
import { readKeyspace } from './schema-read.ts';

export type KeyspaceChanges = Pick<CatalogSource, 'createKeyspace' | 'deleteKeyspace'>;

/** Each answers whether it changed anything. */
export interface KeyspaceService {
  create(databaseId: string, keyspace: string): Promise<boolean>;
  remove(databaseId: string, keyspace: string): Promise<boolean>;
}

/** For Astra, where keyspaces are the affair of a service beside the Stargate. */
export function delegateKeyspaceChanges(service: KeyspaceService): KeyspaceChanges {
  return {
    async createKeyspace({ databaseId, keyspace }, replication, ifNotExists) {
      checkNewName('keyspace', keyspace);
      refuseReplication(replication);
      if (await service.create(databaseId, keyspace)) return true;
      return existed(keyspace, ifNotExists);
    },
    async deleteKeyspace({ databaseId, keyspace }, ifExists) {
      return (await service.remove(databaseId, keyspace)) || answerMissing(ifExists, missing(keyspace));
    },
  };
}

export function createRestKeyspaceChanges(connection: StargateConnection): KeyspaceChanges {
  return {
    async createKeyspace(ref, { replicas, datacenters }, ifNotExists) {
      checkNewName('keyspace', ref.keyspace);
      if (await readKeyspace(connection, ref)) return existed(ref.keyspace, ifNotExists);
      const body = { name: ref.keyspace, replicas, ...(datacenters && { datacenters }) };
      await sendChange(connection, ref.databaseId, {
        method: 'POST',
        route: KEYSPACES,
        body,
        expect: { 201: namedBody(ref.keyspace) },
      });
      return true;
    },
    async deleteKeyspace(ref: KeyspaceRef, ifExists) {
      if (!(await readKeyspace(connection, ref))) return answerMissing(ifExists, missing(ref.keyspace));
      const parameters = { keyspace: ref.keyspace };
      await sendChange(connection, ref.databaseId, {
        method: 'DELETE',
        route: `${KEYSPACES}/{keyspace}`,
        parameters,
        expect: deleted,
      });
      return true;
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

function existed(keyspace: string, ifNotExists: boolean): false {
  if (ifNotExists) return false;
  throw new ConflictError(existsMessage(`keyspace "${keyspace}"`));
}

function missing(keyspace: string): NotFoundError {
  return new NotFoundError(`There is no keyspace "${keyspace}".`);
}
