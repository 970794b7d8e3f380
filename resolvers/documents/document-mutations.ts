import { InputError } from '../../datasources/source/errors.ts';
import type { CollectionRef, Json, Path, WriteDocumentOptions } from '../../datasources/source/source.ts';
import { toPath } from '../projection/path.ts';
import { toId } from '../relay/id.ts';
import { type TargetInput, targetOf } from '../relay/target.ts';
import type { Context } from '../shared/context.ts';
import { checkRange, MAX_TTL_SECONDS, type Mutations, mutation } from '../shared/mutation.ts';
import type { CreateDocumentInput, ReplaceDocumentInput } from '../shared/types.generated.ts';
import { isVector, vectorOptions } from './vector-options.ts';

type DocumentMutation =
  | 'createDocument'
  | 'replaceDocument'
  | 'updateDocument'
  | 'deleteDocument'
  | 'pushToDocument'
  | 'popFromDocument'
  | 'setInDocument';

/** The documents of payloads are not read: `Document` does so when more than its ids is selected. */
export const documentMutations: Mutations<DocumentMutation> = {
  createDocument: mutation(async ({ data, documentId, ifNotExists = false, ...input }, context) => {
    const { ttlSeconds, vector, vectorText, ...target } = input;
    const { documents } = context.source;
    const collection = targetOf('Collection', target, context);
    const options = { ...ttlOptions(ttlSeconds), ...vectorOptions({ vector, vectorText }) };
    if (typeof documentId === 'string') {
      const created = await documents.createWithId(collection, documentId, data, { ...options, ifNotExists });
      return { created, document: { collection, documentId } };
    }
    return { created: true, document: { collection, documentId: await documents.create(collection, data, options) } };
  }),
  replaceDocument: mutation(async ({ path: text, data, ttlSeconds, keepTtl = false, ...input }, context) => {
    const { vector, vectorText, ...target } = input;
    const { collection, documentId } = documentTarget(target, context);
    const path = toPath(text ?? '');
    const options = {
      ...replaceOptions(path.length > 0, ttlSeconds, keepTtl),
      ...vectorOptions({ path: text, vector, vectorText }),
    };
    await context.source.documents.replace(collection, documentId, path, requireData(data), options);
    return { document: { collection, documentId } };
  }),
  updateDocument: mutation(async ({ path, data, keepTtl = false, vector, vectorText, ...target }, context) => {
    const { collection, documentId } = documentTarget(target, context);
    const options = vectorOptions({ path, vector, vectorText });
    const merged = data === undefined && isVector(options) ? {} : requireData(data);
    await context.source.documents.patch(collection, documentId, toPath(path ?? ''), merged, { keepTtl, ...options });
    return { document: { collection, documentId } };
  }),
  deleteDocument: mutation(async ({ path, ifExists = false, ...target }, context) => {
    const document = documentTarget(target, context);
    const { collection, documentId } = document;
    const deleted = await context.source.documents.remove(collection, documentId, toPath(path ?? ''), ifExists);
    return path
      ? { deletedId: null, deletedPath: deleted ? path : null, document }
      : { deletedId: deletedDocumentId(collection, documentId, deleted), deletedPath: null, document: null };
  }),
  pushToDocument: mutation(async ({ path, value, ...target }, context) => {
    const { collection, documentId } = documentTarget(target, context);
    const list = await context.source.documents.push(collection, documentId, toPath(path), value ?? null);
    return { value: list, document: { collection, documentId } };
  }),
  popFromDocument: mutation(async ({ path, ...target }, context) => {
    const { collection, documentId } = documentTarget(target, context);
    const value = await context.source.documents.pop(collection, documentId, toPath(path));
    return { value, document: { collection, documentId } };
  }),
  setInDocument: mutation(async ({ path, values, ...target }, context) => {
    const { collection, documentId } = documentTarget(target, context);
    await context.source.documents.set(collection, documentId, toPath(path ?? ''), toPathValues(values));
    return { document: { collection, documentId } };
  }),
};

export function deletedDocumentId(collection: CollectionRef, documentId: string, deleted: boolean): string | null {
  return deleted ? toId({ kind: 'Document', ...collection, documentId }) : null;
}

/** @throws InputError */
export function ttlOptions(ttlSeconds: CreateDocumentInput['ttlSeconds']): WriteDocumentOptions {
  checkRange('ttlSeconds', ttlSeconds, 1, MAX_TTL_SECONDS);
  return typeof ttlSeconds === 'number' ? { ttlSeconds } : {};
}

function documentTarget(input: TargetInput, context: Context) {
  const { documentId, ...collection } = targetOf('Document', input, context);
  return { collection, documentId };
}

/** @throws InputError - when the value is absent; null is a value */
function requireData(data: Json | undefined): Json {
  if (data === undefined) throw new InputError('"data" was left out. Give a value; null is one too.');
  return data;
}

/** Upstream ignores what does not fit. @throws InputError */
function replaceOptions(
  isPart: boolean,
  ttlSeconds: ReplaceDocumentInput['ttlSeconds'],
  keepTtl: boolean,
): WriteDocumentOptions {
  if (isPart && typeof ttlSeconds === 'number') {
    throw new InputError(`"ttlSeconds" (${ttlSeconds}) is for whole documents. Use "keepTtl" with a path.`);
  }
  if (!isPart && keepTtl) throw new InputError('"keepTtl" is for parts of documents. Give a path, or "ttlSeconds".');
  return isPart ? { keepTtl } : ttlOptions(ttlSeconds);
}

/** @throws InputError */
function toPathValues(values: { readonly [path: string]: Json }): { readonly path: Path; readonly value: Json }[] {
  const pairs = Object.entries(values).map(([path, value]) => ({ path: toPath(path), value }));
  if (pairs.length === 0) throw new InputError('"values" is empty. Give at least one path and its value.');
  return pairs;
}
