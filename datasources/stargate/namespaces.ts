/** Namespaces, collections and their JSON schemas (Stargate Document API v2, `/v2/schemas/namespaces` and `/v2/namespaces`). */
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import type { HttpAnswer } from '../http-answer.ts';
import { listOf, memberOf, textOf } from '../json-fields.ts';
import type { LoadName } from '../load-count.ts';
import { checkNewName } from '../names.ts';
import { answerError, throwUnlessOk } from '../response-errors.ts';
import type { CollectionRef, Json, JsonObject, Keyspace, KeyspaceRef } from '../source.ts';
import type { NamespaceCatalog } from './catalog.ts';
import type { DataPlaneCall, StargateConnection } from './connection.ts';
import { exists, makes, nothing } from './existence.ts';
import { type KeyspaceChanges, refuseReplication } from './keyspaces.ts';
import { sortByName } from './name-order.ts';
import { toKeyspace } from './schema-read.ts';

const NAMESPACES = '/v2/schemas/namespaces';
const COLLECTIONS = '/v2/namespaces/{namespace}/collections';
const JSON_SCHEMA = `${COLLECTIONS}/{collection}/json-schema`;

/** @param devops - makes and deletes namespaces on Astra, where a namespace is made as a keyspace */
export function createNamespaceCatalog(connection: StargateConnection, devops?: KeyspaceChanges): NamespaceCatalog {
  const send = (databaseId: string, call: Omit<DataPlaneCall, 'api'>) =>
    connection.send(databaseId, { ...call, api: 'document' });

  const get = (databaseId: string, reads: LoadName, route: string, parameters: Readonly<Record<string, string>>) =>
    send(databaseId, { method: 'GET', route, parameters, isIdempotent: true, reads });

  const change = (databaseId: string, call: Pick<DataPlaneCall, 'method' | 'route' | 'parameters' | 'body'>) =>
    send(databaseId, { ...call, isIdempotent: false, timeoutMs: connection.schemaTimeoutMs });

  async function namespace({ databaseId, keyspace }: KeyspaceRef): Promise<Keyspace | null> {
    const answer = await get(databaseId, 'namespace', `${NAMESPACES}/{namespace}`, { namespace: keyspace });
    return found(answer) ? toKeyspace(databaseId, memberOf(answer.plainJson(), 'data') ?? null) : null;
  }

  async function collections({ databaseId, keyspace }: KeyspaceRef): Promise<readonly string[] | null> {
    if (!/^\w+$/.test(keyspace)) return null;
    const answer = await get(databaseId, 'collections', COLLECTIONS, { namespace: keyspace });
    if (!found(answer)) return null;
    const names = (listOf(answer.plainJson(), 'data') ?? []).flatMap((collection) => textOf(collection, 'name') ?? []);
    return sortByName(names, (name) => name);
  }

  /**
   * Answers `false` when it was made meanwhile. Making a collection may end in a 504 and happen all the same: then it is
   * asked for again, and that it exists means that it was made.
   */
  async function makeCollection(ref: CollectionRef): Promise<boolean> {
    const { databaseId, keyspace, collection } = ref;
    const body = JSON.stringify({ name: collection });
    const call = { method: 'POST', route: COLLECTIONS, parameters: { namespace: keyspace }, body } as const;
    const first = await change(databaseId, call);
    if (first.status === 409) return false;
    if (first.status !== 504) {
      throwUnlessOk(first);
      return true;
    }
    const second = await change(databaseId, call);
    if (second.status !== 409) throwUnlessOk(second);
    return true;
  }

  return {
    async namespaces(databaseId) {
      const answer = await get(databaseId, 'namespaces', NAMESPACES, {});
      throwUnlessOk(answer);
      const namespaces = (listOf(answer.plainJson(), 'data') ?? []).map((each) => toKeyspace(databaseId, each));
      return sortByName(namespaces, ({ name }) => name);
    },
    namespace,
    collections,
    async createNamespace(ref, replication, ifNotExists) {
      checkNewName('namespace', ref.keyspace);
      if (devops) {
        refuseReplication(replication);
        return devops.createKeyspace(ref, {}, ifNotExists);
      }
      const body = JSON.stringify({ name: ref.keyspace, ...replication });
      const making = change(ref.databaseId, { method: 'POST', route: NAMESPACES, body }).then(throwUnlessOk);
      return makes(making, ifNotExists, `namespace "${ref.keyspace}"`);
    },
    async deleteNamespace(ref, ifExists) {
      if (devops) return devops.deleteKeyspace(ref, ifExists);
      const parameters = { namespace: ref.keyspace };
      const answer = await change(ref.databaseId, { method: 'DELETE', route: `${NAMESPACES}/{namespace}`, parameters });
      if (answer.status === 404) return nothing(ifExists, missingNamespace(ref));
      throwUnlessOk(answer);
      return true;
    },
    async createCollection(ref, ifNotExists) {
      checkNewName('collection', ref.collection);
      const names = await collections(ref);
      if (!names) throw missingNamespace(ref);
      if (!names.includes(ref.collection) && (await makeCollection(ref))) return true;
      if (ifNotExists) return false;
      throw new ConflictError(exists(`collection "${ref.collection}"`));
    },
    async deleteCollection(ref, ifExists) {
      const { databaseId, keyspace, collection } = ref;
      const names = await collections(ref);
      if (!names?.includes(collection))
        return nothing(ifExists, names ? missingCollection(ref) : missingNamespace(ref));
      const parameters = { namespace: keyspace, collection };
      const answer = await change(databaseId, { method: 'DELETE', route: `${COLLECTIONS}/{collection}`, parameters });
      if (answer.status === 404) return nothing(ifExists, missingCollection(ref));
      throwUnlessOk(answer);
      return true;
    },
    async jsonSchema({ databaseId, keyspace, collection }) {
      const answer = await get(databaseId, 'jsonSchema', JSON_SCHEMA, { namespace: keyspace, collection });
      return found(answer) ? toSchema(memberOf(answer.plainJson(), 'schema')) : null;
    },
    async replaceJsonSchema(ref, schema) {
      const { databaseId, keyspace, collection } = ref;
      const parameters = { namespace: keyspace, collection };
      const answer = await change(databaseId, {
        method: 'PUT',
        route: JSON_SCHEMA,
        parameters,
        body: JSON.stringify(schema),
      });
      if (answer.status === 404) throw missingCollection(ref);
      if (answer.status === 400)
        throw new InputError(`The JSON schema is not valid: ${answerError(answer).message}`, {
          call: answerError(answer).call,
        });
      throwUnlessOk(answer);
    },
  };
}

/** False for a 404. @throws SourceError - for any other failure */
function found(answer: HttpAnswer): boolean {
  if (answer.status === 404) return false;
  throwUnlessOk(answer);
  return true;
}

function toSchema(schema: Json | undefined): JsonObject | null {
  return typeof schema === 'object' && schema !== null && !Array.isArray(schema) ? (schema as JsonObject) : null;
}

export function missingNamespace({ keyspace }: KeyspaceRef): NotFoundError {
  return new NotFoundError(`There is no namespace "${keyspace}".`);
}

export function missingCollection({ keyspace, collection }: CollectionRef): NotFoundError {
  return new NotFoundError(
    `There is no collection "${collection}" in the namespace "${keyspace}". Make it with createCollection.`,
  );
}
