import { ConflictError, InputError, NotFoundError } from '../../datasources/source/errors.ts';
import type { Json, WriteDocumentOptions } from '../../datasources/source/source.ts';
import { toPath } from '../projection/path.ts';
import { toId } from '../relay/id.ts';
import { checkRange, MAX_TTL_SECONDS } from '../shared/check-range.ts';
import type { Context } from '../shared/context.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import { collectionRef, type DocumentRef, documentTarget } from '../shared/target.ts';
import type { CreateDocumentInput, ReplaceDocumentInput } from '../shared/types.generated.ts';
import { isDocumentThere, isPartThere } from './document-existence.ts';

type DocumentMutation = 'createDocument' | 'replaceDocument' | 'updateDocument' | 'deleteDocument';

/** The documents of payloads are not read: `Document` does so when more than its ids is selected. */
export const document: Mutations<DocumentMutation> = {
  createDocument: mutation(async (input, context) => {
    const { data, ttlSeconds, documentId, ifNotExists = false } = input;
    const collection = collectionRef(input, context);
    const options = lifetime(ttlSeconds);
    if (typeof documentId === 'string') {
      return createWithId({ collection, documentId }, data, options, ifNotExists, context);
    }
    const newId = await context.source.documents.insert(collection, data, options);
    return { created: true, document: { collection, documentId: newId } };
  }),
  replaceDocument: mutation(async (input, context) => {
    const { path: text, data, ttlSeconds, keepTtl = false } = input;
    const { collection, documentId } = documentTarget(input, context);
    const path = toPath(text ?? '');
    const options = replaceOptions(path.length > 0, ttlSeconds, keepTtl);
    await context.source.documents.replace(collection, documentId, path, given(data), options);
    return { document: { collection, documentId } };
  }),
  updateDocument: mutation(async (input, context) => {
    const { path, data, keepTtl = false } = input;
    const { collection, documentId } = documentTarget(input, context);
    await context.source.documents.patch(collection, documentId, toPath(path ?? ''), given(data), { keepTtl });
    return { document: { collection, documentId } };
  }),
  deleteDocument: mutation(async ({ path, ifExists = false, ...input }, context) => {
    const target = documentTarget(input, context);
    if (path) return deletePart(target, path, ifExists, context);
    return { ...(await deleteDocument(target, ifExists, context)), deletedPath: null, document: null };
  }),
};

/** Looks first: upstream would replace it. */
async function createWithId(
  target: DocumentRef,
  data: Json,
  options: WriteDocumentOptions,
  ifNotExists: boolean,
  context: Context,
) {
  const exists = await isDocumentThere(target, context);
  if (exists && !ifNotExists) {
    throw new ConflictError(
      `The collection "${target.collection.collection}" has a document "${target.documentId}" already. Use replaceDocument or updateDocument, or set "ifNotExists".`,
    );
  }
  if (!exists) await context.source.documents.replace(target.collection, target.documentId, [], data, options);
  return { created: !exists, document: target };
}

/** Looks first: upstream deletes nothing without a word. @throws NotFoundError - when there is none, unless `ifExists` */
async function deleteDocument(target: DocumentRef, ifExists: boolean, context: Context) {
  const { collection, documentId } = target;
  const exists = await isDocumentThere(target, context);
  const deleted = toDeleted(target, exists, ifExists);
  if (exists) await context.source.documents.remove(collection, documentId, []);
  return deleted;
}

/** @throws NotFoundError - when it is not there, unless `ifExists` */
export function toDeleted({ collection, documentId }: DocumentRef, exists: boolean, ifExists: boolean) {
  if (!exists && !ifExists) {
    throw new NotFoundError(`The collection "${collection.collection}" has no document "${documentId}".`);
  }
  return { deletedId: exists ? toId({ kind: 'Document', ...collection, documentId }) : null };
}

async function deletePart(target: DocumentRef, text: string, ifExists: boolean, context: Context) {
  const path = toPath(text);
  const { collection, documentId } = target;
  const exists = await isPartThere(target, path, context);
  if (!exists && !ifExists) throw new NotFoundError(`The document "${documentId}" has nothing at "${text}".`);
  if (exists) await context.source.documents.remove(collection, documentId, path);
  return { deletedId: null, deletedPath: exists ? text : null, document: target };
}

/** @throws InputError - when it was left out, for null is a value */
function given(data: Json | undefined): Json {
  if (data === undefined) throw new InputError('"data" was left out. Give a value; null is one too.');
  return data;
}

export function lifetime(ttlSeconds: CreateDocumentInput['ttlSeconds']): WriteDocumentOptions {
  checkRange('ttlSeconds', ttlSeconds, 1, MAX_TTL_SECONDS);
  return typeof ttlSeconds === 'number' ? { ttlSeconds } : {};
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
  return isPart ? { keepTtl } : lifetime(ttlSeconds);
}
