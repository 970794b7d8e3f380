/** `/v2/namespaces/{namespace}/collections`, and the upgrade and JSON schema of a collection. */

import { type Call, empty, json, type Reply, ServiceError } from '../../core/service.ts';
import { type Json, parseJson, printJson } from '../../shared/json.ts';
import { toJson } from '../../shared/to-json.ts';
import { checkSchema } from '../json-schema/json-schema.ts';
import {
  type Collection,
  collectionsOf,
  createCollection,
  dropCollection,
  requireCollection,
  requireNamespace,
} from '../storage/collection-table.ts';
import { badRequest, EmptyAnswer, invalidRequest, notFound } from '../values/errors.ts';
import { asParsed } from '../values/numbers.ts';
import { readJson, readMembers, readTextMember } from './body.ts';
import { answerRead } from './envelope.ts';
import { type MethodHandlers, rejectIfAny } from './routing.ts';

const UPGRADE_TYPE = 'SAI_INDEX_UPGRADE';

export function collectionsRoute(namespace: string): MethodHandlers {
  return {
    GET: (call) => listCollections(call, namespace),
    POST: (call) => createNamed(call, namespace),
  };
}

export function deleteCollection(call: Call, namespace: string, name: string): Reply {
  dropCollection(call.database, requireCollection(call, namespace, name));
  return empty(204);
}

/** Always fails: no upgrade exists. */
export async function upgradeCollection(call: Call, namespace: string, name: string): Promise<Reply> {
  const members = await readMembers(call, ['upgradeType']);
  if (!members) throw invalidRequest('payload not provided');
  const upgradeType = readTextMember(members, 'upgradeType');
  if (upgradeType !== undefined && upgradeType !== UPGRADE_TYPE) throw new EmptyAnswer(400);
  rejectIfAny(upgradeType === undefined && '`upgradeType` is required to upgrade a collection');
  requireCollection(call, namespace, name);
  throw badRequest('The collection cannot be upgraded in given manner.');
}

export function readSchema(call: Call, namespace: string, name: string): Reply {
  const { collection } = requireCollection(call, namespace, name);
  if (!collection?.jsonSchema) throw notFound('The JSON schema is not set for the collection.');
  return json(200, { schema: parseJson(collection.jsonSchema) });
}

export async function replaceSchema(call: Call, namespace: string, name: string): Promise<Reply> {
  const schema = await readJson(call);
  if (schema === undefined || schema === null) throw invalidRequest('json schema not provided');
  const table = requireCollection(call, namespace, name);
  checkSchema(schema);
  const kept = asParsed(schema);
  call.database.catalog.putTable({ ...table, collection: { jsonSchema: printJson(kept) } });
  return json(200, { schema: kept });
}

function listCollections(call: Call, namespace: string): Reply {
  requireNamespace(call, namespace);
  const items = collectionsOf(call.database.catalog, namespace).map(describe);
  return answerRead(call, { data: toJson(items) });
}

async function createNamed(call: Call, namespace: string): Promise<Reply> {
  const members = await readMembers(call, ['name']);
  if (!members) throw invalidRequest('payload not provided');
  const name = readTextMember(members, 'name') ?? '';
  rejectIfAny(name.trim() === '' && '`name` is required to create a collection');
  requireNamespace(call, namespace);
  if (call.database.catalog.table(namespace, name)) {
    requireCollection(call, namespace, name);
    throw new ServiceError(409, `Create failed: collection ${name} already exists.`);
  }
  createCollection(call.database, namespace, name);
  return empty(201, { location: `${call.baseUrl}/v2/namespaces/${namespace}/collections/${name}` });
}

function describe({ name }: Collection): Record<string, Json> {
  return { name, upgradeAvailable: false };
}
