/** POST, PUT, PATCH and DELETE of documents and of parts of them. */
import { randomUUID } from 'node:crypto';
import { type Call, empty, type Reply } from '../../core/service.ts';
import { invalidArgument } from '../../cql/types/refusal.ts';
import type { Json } from '../../shared/json.ts';
import { checkDocument } from '../json-schema/json-schema.ts';
import { type Collection, ensureCollection, requireCollection, tableName } from '../storage/collection-table.ts';
import type { Leaf } from '../storage/leaf.ts';
import { openLeafStore } from '../storage/leaf-store.ts';
import { remainingSeconds } from '../storage/lifetime.ts';
import { shred, shredDocument } from '../storage/shred.ts';
import { type DocumentTarget, insert, patch, remove, replace } from '../storage/write.ts';
import { badRequest, invalidRequest } from '../values/errors.ts';
import { depthExceeded, MAX_DEPTH, type Path, toStoredSteps } from '../values/path.ts';
import { decodeSteps } from './address.ts';
import { readJson } from './body.ts';
import { answerWrite } from './envelope.ts';
import { intParameter, rejectIfAny } from './routing.ts';

/** The document of a request, or with segments a part of it. */
export interface DocumentAddress {
  readonly namespace: string;
  readonly collection: string;
  readonly id: string;
  /** Decoded once. */
  readonly segments: readonly string[];
}

export async function createDocument(call: Call, namespace: string, collection: string): Promise<Reply> {
  const { document, ttlSeconds } = await readWhole(call);
  const table = ensureCollection(call, namespace, collection);
  const documentId = randomUUID();
  insert(documentTarget(call, table, documentId), checkedLeaves(table, document, []), ttlSeconds);
  const location = `${call.baseUrl}/v2/namespaces/${namespace}/collections/${collection}/${documentId}`;
  return answerWrite(call, 201, { documentId }, { location });
}

export async function replaceDocument(call: Call, target: DocumentAddress): Promise<Reply> {
  const { document, ttlSeconds } = await readWhole(call);
  const table = ensureCollection(call, target.namespace, target.collection);
  replace(documentTarget(call, table, target.id), [], checkedLeaves(table, document, []), ttlSeconds);
  return answerWrite(call, 200, { documentId: target.id });
}

export async function replacePart(call: Call, target: DocumentAddress): Promise<Reply> {
  const steps = decodeSteps(target.segments);
  const value = await readPart(call);
  const ttlSeconds = copiedTtl(call, target);
  const path = steps.map(toStoredSteps);
  const table = ensureCollection(call, target.namespace, target.collection);
  replace(documentTarget(call, table, target.id), path, checkedLeaves(table, value, path), ttlSeconds);
  return answerWrite(call, 200, { documentId: target.id });
}

export async function patchAny(call: Call, target: DocumentAddress): Promise<Reply> {
  const steps = decodeSteps(target.segments);
  const value = await readPart(call);
  const ttlSeconds = copiedTtl(call, target);
  const path = steps.map(toStoredSteps);
  if (Array.isArray(value)) throw badRequest('A patch operation must be done with a JSON object, not an array.');
  if (value instanceof Map && value.size === 0) {
    throw badRequest('A patch operation must be done with a non-empty JSON object.');
  }
  const table = ensureCollection(call, target.namespace, target.collection);
  patch(documentTarget(call, table, target.id), path, checkedLeaves(table, value, path), ttlSeconds);
  return answerWrite(call, 200, { documentId: target.id });
}

export function deleteAny(call: Call, target: DocumentAddress): Reply {
  const steps = decodeSteps(target.segments);
  const table = requireCollection(call, target.namespace, target.collection);
  const path = steps.map(toStoredSteps);
  if (path.length > MAX_DEPTH) throw depthExceeded();
  remove(documentTarget(call, table, target.id), path);
  return empty(204);
}

export function documentTarget(call: Call, table: Collection, id: string): DocumentTarget {
  return { leaves: openLeafStore(call.database, table), id, tableName: tableName(table) };
}

/** Checks the JSON schema of the collection first, then the rules of the API. */
export function checkedLeaves(table: Collection, value: Json, path: Path): Leaf[] {
  checkDocument(table, value, path.length > 0);
  return path.length === 0 ? shredDocument(value) : shred(value, path);
}

/** The body and the TTL of a write of whole documents. */
export async function readWhole(call: Call): Promise<{ document: Json; ttlSeconds: number | undefined }> {
  const ttlSeconds = intParameter(call, 'ttl');
  const document = await readJson(call);
  rejectIfAny(
    document === undefined && 'payload must not be empty',
    ttlSeconds !== undefined && ttlSeconds < 1 && 'TTL value must be a positive integer',
  );
  return { document: document ?? null, ttlSeconds };
}

async function readPart(call: Call): Promise<Json> {
  const value = await readJson(call);
  if (value === undefined) throw invalidRequest('payload must not be empty');
  return value;
}

/** With `ttl-auto`, reads the remaining TTL of the document before a missing collection is created. */
function copiedTtl(call: Call, { namespace, collection, id }: DocumentAddress): number | undefined {
  if (!call.query.flag('ttl-auto')) return undefined;
  call.authorize();
  const { catalog } = call.database;
  if (!catalog.keyspace(namespace)) throw invalidArgument(`keyspace ${namespace} does not exist`);
  const table = catalog.table(namespace, collection);
  if (!table) throw invalidArgument(`table ${collection} does not exist`);
  return remainingSeconds(openLeafStore(call.database, table), id);
}
