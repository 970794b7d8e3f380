/** What creating and deleting answer, the same for everything and on every back end. */
import { ConflictError, NotFoundError } from '../source/errors.ts';
import type { CollectionRef, KeyspaceRef } from '../source/source.ts';

/** The answer of a deletion that found nothing. @throws the error - unless `ifExists` */
export function answerMissing(ifExists: boolean, error: NotFoundError): false {
  if (ifExists) return false;
  throw error;
}

/** The answer of a creation that found one. @param what - such as `keyspace "shop"`. @throws ConflictError - unless `ifNotExists` */
export function answerExisting(ifNotExists: boolean, what: string): false {
  if (ifNotExists) return false;
  throw new ConflictError(existsMessage(what));
}

/**
 * Whether something was created.
 *
 * @param creating - rejects with a `ConflictError` when it exists
 * @throws ConflictError - when it exists, unless `ifNotExists`
 */
export async function answerCreated(creating: Promise<void>, ifNotExists: boolean, what: string): Promise<boolean> {
  try {
    await creating;
    return true;
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    if (ifNotExists) return false;
    throw new ConflictError(existsMessage(what), { call: error.call, cause: error });
  }
}

export function existsMessage(what: string): string {
  return `The ${what} exists already. Choose another name, or set "ifNotExists".`;
}

export function missingKeyspace({ keyspace }: Pick<KeyspaceRef, 'keyspace'>): NotFoundError {
  return new NotFoundError(`There is no keyspace "${keyspace}".`);
}

export function missingNamespace({ keyspace }: Pick<KeyspaceRef, 'keyspace'>): NotFoundError {
  return new NotFoundError(`There is no namespace "${keyspace}".`);
}

export function missingCollection({ keyspace, collection }: CollectionRef): NotFoundError {
  return new NotFoundError(
    `There is no collection "${collection}" in the namespace "${keyspace}". Make it with createCollection.`,
  );
}
