/** Makes and deletes keyspaces through the Data API, which does both whether there is one or not: so they are listed first. */
import { answerExisting, answerMissing, missingKeyspace, missingNamespace } from '../../catalog/created.ts';
import type { KeyspaceChanges } from '../../catalog/keyspace-changes.ts';
import { checkNewName } from '../../cql/check-definition.ts';
import { fromMembers, type JsonValue } from '../../json/json-value.ts';
import { firstRepeated } from '../../shared/lists.ts';
import { InputError } from '../../source/errors.ts';
import type { Replication } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';
import { changeDatabase } from './schema-change.ts';
import { readKeyspaces } from './schema-read.ts';

/** @param what - how messages call it */
export function createDataApiKeyspaceChanges(
  connection: DataApiConnection,
  what: 'keyspace' | 'namespace',
): KeyspaceChanges {
  return {
    async createKeyspace({ databaseId, keyspace }, replication, ifNotExists) {
      checkNewName(what, keyspace);
      const options = toOptions(replication);
      const names = await readKeyspaces(connection, databaseId);
      if (names.includes(keyspace)) return answerExisting(ifNotExists, `${what} "${keyspace}"`);
      await changeDatabase(connection, databaseId, { name: 'createKeyspace', body: { name: keyspace, options } });
      return true;
    },
    async deleteKeyspace({ databaseId, keyspace }, ifExists) {
      const names = await readKeyspaces(connection, databaseId);
      const missing = what === 'keyspace' ? missingKeyspace : missingNamespace;
      if (!names.includes(keyspace)) return answerMissing(ifExists, missing({ keyspace }));
      await changeDatabase(connection, databaseId, { name: 'dropKeyspace', body: { name: keyspace } });
      return true;
    },
  };
}

/** Members of a replication that are not datacenters. */
const RESERVED = ['class', 'replication_factor'];

function toOptions({ replicas, datacenters }: Replication): JsonValue | undefined {
  if (replicas !== undefined && datacenters)
    throw new InputError('A keyspace has either "replicas" or "datacenters". Leave one of them out.');
  if (replicas !== undefined) return { replication: { class: 'SimpleStrategy', replication_factor: replicas } };
  if (!datacenters) return undefined;
  const names = datacenters.map(({ name }) => name);
  const wrong = firstRepeated(names) ?? names.find((name) => RESERVED.includes(name));
  if (wrong !== undefined)
    throw new InputError(`"${wrong}" cannot be a datacenter of the keyspace. Name each of its datacenters once.`);
  const counts = datacenters.map((datacenter) => datacenter.replicas);
  return { replication: fromMembers(['class', ...names], ['NetworkTopologyStrategy', ...counts]) };
}
