/** Makes and deletes keyspaces through the Stargate REST API. */
import { answerExisting, answerMissing, missingKeyspace } from '../../catalog/created.ts';
import type { KeyspaceChanges } from '../../catalog/keyspace-changes.ts';
import { checkNewName } from '../../cql/check-definition.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { deleted, KEYSPACES, namedBody, sendChange } from './schema-change.ts';
import { readKeyspace } from './schema-read.ts';

export function createRestKeyspaceChanges(connection: StargateConnection): KeyspaceChanges {
  return {
    async createKeyspace(ref, { replicas, datacenters }, ifNotExists) {
      checkNewName('keyspace', ref.keyspace);
      if (await readKeyspace(connection, ref)) return answerExisting(ifNotExists, `keyspace "${ref.keyspace}"`);
      const body = { name: ref.keyspace, replicas, ...(datacenters && { datacenters }) };
      await sendChange(connection, ref.databaseId, {
        method: 'POST',
        route: KEYSPACES,
        body,
        expect: { 201: namedBody(ref.keyspace) },
      });
      return true;
    },
    async deleteKeyspace(ref, ifExists) {
      if (!(await readKeyspace(connection, ref))) return answerMissing(ifExists, missingKeyspace(ref));
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
