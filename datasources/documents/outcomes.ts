/** Why a document was not created or deleted, the same on every back end. */
import { printPath } from '../source/document-paths.ts';
import { ConflictError, NotFoundError } from '../source/errors.ts';
import type { CollectionRef, Path } from '../source/source.ts';

/** A document that was to be created. */
export function existingDocument({ collection }: CollectionRef, documentId: string): ConflictError {
  return new ConflictError(
    `The collection "${collection}" has a document "${documentId}" already. Replace or update that, or set "ifNotExists".`,
  );
}

/** A document, or a value in one, that was to be deleted. */
export function missingAt({ collection }: CollectionRef, documentId: string, path: Path): NotFoundError {
  return new NotFoundError(
    path.length === 0
      ? `The collection "${collection}" has no document "${documentId}".`
      : `The document "${documentId}" has nothing at "${printPath(path)}".`,
  );
}
