/** `insertOne` and `insertMany`. */
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { type CommandAnswer, type RunOnTable, statusAnswer } from '../../command/command.ts';
import { type CommandError, CommandFailure, refused } from '../../command/errors.ts';
import { booleanField } from '../../command/fields.ts';
import { collectionOf, type DataCollection } from '../definition/collection.ts';
import { type DocumentId, readId } from '../values/id.ts';
import { newId } from '../values/new-id.ts';
import { badDocumentType, shredded } from './shred.ts';
import { checkVectorize } from './vectorize.ts';

interface Attempt {
  readonly id?: DocumentId;
  readonly errors: readonly CommandError[];
  readonly isSkipped?: boolean;
}

export const insertOneDocument: RunOnTable = (call) => {
  const collection = collectionOf(call);
  const document = call.fields.get('document') ?? null;
  checkVectorize(collection, [document]);
  return idsAnswer([attempt(collection, document)]);
};

export const insertManyDocuments: RunOnTable = (call) => {
  const collection = collectionOf(call);
  const documents = call.fields.get('documents') ?? null;
  if (!Array.isArray(documents)) return statusAnswer({ insertedIds: [] });
  checkVectorize(collection, documents);
  const isOrdered = booleanField(call.options, 'ordered') ?? false;
  const attempts = collection.documents.transaction(() => attemptAll(collection, documents, isOrdered));
  return booleanField(call.options, 'returnDocumentResponses') ? responsesAnswer(attempts) : idsAnswer(attempts);
};

function attemptAll(collection: DataCollection, documents: readonly Json[], isOrdered: boolean): Attempt[] {
  let hasFailed = false;
  return documents.map((document) => {
    if (hasFailed && isOrdered) return skipped(collection, document);
    const done = attempt(collection, document);
    hasFailed ||= done.errors.length > 0;
    return done;
  });
}

function attempt(collection: DataCollection, document: Json): Attempt {
  let id: DocumentId | undefined;
  try {
    if (!(document instanceof Map)) throw badDocumentType(document);
    id = idOf(collection, document);
    const stored = shredded(collection, document, id);
    if (collection.documents.get(id)) throw alreadyExists(id);
    collection.documents.put(id, stored);
    return { id, errors: [] };
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    const documentIds = id && [id.json];
    return {
      ...(id && { id }),
      errors: error.errors.map((each) => (documentIds ? { ...each, documentIds } : each)),
    };
  }
}

function skipped(collection: DataCollection, document: Json): Attempt {
  try {
    return { ...(document instanceof Map && { id: idOf(collection, document) }), errors: [], isSkipped: true };
  } catch (error) {
    if (error instanceof CommandFailure) return { errors: [], isSkipped: true };
    throw error;
  }
}

function idOf({ idType }: DataCollection, document: JsonObject): DocumentId {
  return document.has('_id') ? readId(document.get('_id') ?? null) : newId(idType);
}

function alreadyExists({ text }: DocumentId): CommandFailure {
  const message = `Cannot insert the document: a document already exists with given '_id' (${text}).\n\nEither resend the command with distinct '_id' or use an update.`;
  return refused('DOCUMENT', 'DOCUMENT_ALREADY_EXISTS', message);
}

function idsAnswer(attempts: readonly Attempt[]): CommandAnswer {
  const done = attempts.filter(({ errors, isSkipped }) => errors.length === 0 && !isSkipped);
  const answer = statusAnswer({ insertedIds: done.flatMap(({ id }) => (id ? [id.json] : [])) });
  return { ...answer, errors: attempts.flatMap(({ errors }) => errors) };
}

function responsesAnswer(attempts: readonly Attempt[]): CommandAnswer {
  const errors: CommandError[] = [];
  const responses = attempts.map(({ id, errors: own, isSkipped }) => {
    const response: JsonObject = new Map<string, Json>(id ? [['_id', id.json]] : []);
    response.set('status', isSkipped ? 'SKIPPED' : own.length > 0 ? 'ERROR' : 'OK');
    if (own.length > 0) response.set('errorsIdx', new JsonNumber(String(errors.length)));
    errors.push(...own);
    return response;
  });
  return { ...statusAnswer({ documentResponses: responses }), errors };
}
