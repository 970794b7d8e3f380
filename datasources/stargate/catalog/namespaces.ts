/** Namespaces, collections and their JSON schemas (Stargate Document API v2, `/v2/schemas/namespaces` and `/v2/namespaces`). */

import {
  answerCreated,
  answerMissing,
  existsMessage,
  missingCollection,
  missingNamespace,
} from '../../catalog/created.ts';
import { named } from '../../catalog/definition.ts';
import { type KeyspaceChanges, refuseReplication } from '../../catalog/keyspace-changes.ts';
import { checkNewName } from '../../cql/check-definition.ts';
import { empty, plain } from '../../http/body.ts';
import type { HttpAnswer } from '../../http/http-call.ts';
import { answerError, contentOf } from '../../http/response-errors.ts';
import { anything, mapOf, name, object, type Shape } from '../../json/shape.ts';
import { sortByName } from '../../shared/lists.ts';
import { ConflictError, InputError } from '../../source/errors.ts';
import type { Collection, CollectionRef, Keyspace, KeyspaceRef, LoadName } from '../../source/source.ts';
import type { DataPlaneCall, StargateConnection } from '../shared/connection.ts';
import { refuseOnStargate } from '../shared/refusals.ts';
import type { NamespaceCatalog } from './catalog.ts';
import { keyspaceShape, wrapped } from './definition-shapes.ts';
import { toKeyspace } from './definitions.ts';
import { deleted, namedBody } from './schema-change.ts';

const NAMESPACES = '/v2/schemas/namespaces';
const COLLECTIONS = '/v2/namespaces/{namespace}/collections';
const JSON_SCHEMA = `${COLLECTIONS}/{collection}/json-schema`;

interface Definition<T> {
  readonly route: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly shape: Shape<T>;
  readonly reads: LoadName;
}

const jsonSchema = object({ schema: mapOf(anything) });

/** @param devops - makes and deletes namespaces on Astra, where a namespace is made as a keyspace */
export function createNamespaceCatalog(connection: StargateConnection, devops?: KeyspaceChanges): NamespaceCatalog {
  const send = <T>(databaseId: string, call: Omit<DataPlaneCall<T>, 'api'>) =>
    connection.send<T>(databaseId, { ...call, api: 'document' });

  const get = <T>(databaseId: string, { shape, ...call }: Definition<T>) =>
    send(databaseId, { ...call, method: 'GET', effect: 'read', expect: { 200: plain(shape) } });

  const change = (
    databaseId: string,
    call: Pick<DataPlaneCall, 'method' | 'route' | 'parameters' | 'body' | 'expect'>,
  ) => send(databaseId, { ...call, effect: 'schema-change' });

  async function namespace({ databaseId, keyspace }: KeyspaceRef): Promise<Keyspace | null> {
    const body = found(
      await get(databaseId, {
        route: `${NAMESPACES}/{namespace}`,
        parameters: { namespace: keyspace },
        shape: wrapped(keyspaceShape(keyspace)),
        reads: 'namespace',
      }),
    );
    return body && toKeyspace(databaseId, body.data);
  }

  async function collections({ databaseId, keyspace }: KeyspaceRef): Promise<readonly Collection[] | null> {
    if (!/^\w+$/.test(keyspace)) return null;
    const parameters = { namespace: keyspace };
    const shape = wrapped(named(object({ name })));
    const body = found(await get(databaseId, { route: COLLECTIONS, parameters, shape, reads: 'collections' }));
    const all = body?.data.map((each) => ({ databaseId, keyspace, collection: each.name, vector: null }));
    return all ? sortByName(all, ({ collection }) => collection) : null;
  }

  /**
   * Answers `false` when another caller has created it meanwhile. Upstream may answer 504 and create the collection anyway: then
   * the call is repeated, and a conflict means that the first call succeeded.
   */
  async function makeCollection(ref: CollectionRef): Promise<boolean> {
    const { databaseId, keyspace, collection } = ref;
    const body = JSON.stringify({ name: collection });
    const call = {
      method: 'POST',
      route: COLLECTIONS,
      parameters: { namespace: keyspace },
      body,
      expect: { 201: empty },
    } as const;
    const first = await change(databaseId, call);
    if (first.status === 409) return false;
    if (first.status !== 504) {
      contentOf(first);
      return true;
    }
    const second = await change(databaseId, call);
    if (second.status !== 409) contentOf(second);
    return true;
  }

  return {
    async namespaces(databaseId) {
      const shape = wrapped(named(keyspaceShape()));
      const answer = await get(databaseId, { route: NAMESPACES, parameters: {}, shape, reads: 'namespaces' });
      const namespaces = contentOf(answer).data.map((each) => toKeyspace(databaseId, each));
      return sortByName(namespaces, (each) => each.name);
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
      const expect = { 201: namedBody(ref.keyspace) };
      const making = change(ref.databaseId, { method: 'POST', route: NAMESPACES, body, expect }).then(succeed);
      return answerCreated(making, ifNotExists, `namespace "${ref.keyspace}"`);
    },
    async deleteNamespace(ref, ifExists) {
      if (devops) return devops.deleteKeyspace(ref, ifExists);
      const parameters = { namespace: ref.keyspace };
      const call = { method: 'DELETE', route: `${NAMESPACES}/{namespace}`, parameters, expect: deleted } as const;
      const answer = await change(ref.databaseId, call);
      if (answer.status === 404) return answerMissing(ifExists, missingNamespace(ref));
      contentOf(answer);
      return true;
    },
    async createCollection({ vector, ...ref }, ifNotExists) {
      checkNewName('collection', ref.collection);
      if (vector) refuseOnStargate('collections with vectors');
      const all = await collections(ref);
      if (!all) throw missingNamespace(ref);
      if (!all.some(({ collection }) => collection === ref.collection) && (await makeCollection(ref))) return true;
      if (ifNotExists) return false;
      throw new ConflictError(existsMessage(`collection "${ref.collection}"`));
    },
    async deleteCollection(ref, ifExists) {
      const { databaseId, keyspace, collection } = ref;
      const all = await collections(ref);
      if (!all?.some((each) => each.collection === collection))
        return answerMissing(ifExists, all ? missingCollection(ref) : missingNamespace(ref));
      const parameters = { namespace: keyspace, collection };
      const call = { method: 'DELETE', route: `${COLLECTIONS}/{collection}`, parameters, expect: deleted } as const;
      const answer = await change(databaseId, call);
      if (answer.status === 404) return answerMissing(ifExists, missingCollection(ref));
      contentOf(answer);
      return true;
    },
    async jsonSchema({ databaseId, keyspace, collection }) {
      const parameters = { namespace: keyspace, collection };
      const call = { route: JSON_SCHEMA, parameters, shape: jsonSchema, reads: 'jsonSchema' } as const;
      return found(await get(databaseId, call))?.schema ?? null;
    },
    async replaceJsonSchema(ref, schema) {
      const { databaseId, keyspace, collection } = ref;
      const parameters = { namespace: keyspace, collection };
      const answer = await change(databaseId, {
        method: 'PUT',
        route: JSON_SCHEMA,
        parameters,
        body: JSON.stringify(schema),
        expect: { 200: plain(jsonSchema) },
      });
      if (answer.status === 404) throw missingCollection(ref);
      if (answer.status === 400)
        throw new InputError(`The JSON schema is not valid: ${answerError(answer).message}`, {
          call: answerError(answer).call,
        });
      contentOf(answer);
    },
  };
}

/** `null` for a 404. @throws SourceError - for any other failure */
function found<T>(answer: HttpAnswer<T>): T | null {
  return answer.status === 404 ? null : contentOf(answer);
}

function succeed(answer: HttpAnswer): void {
  contentOf(answer);
}
