/** Described documents: what the fields of a typed graph read of documents, and of which types that must be. */
import type { CollectionRef, Json, Path } from '../../datasources/source/source.ts';

export { printPath } from '../../datasources/source/document-paths.ts';

import type { ReadExtensions } from '../typed/projection.ts';
import type { DocumentScalar } from './scalars.ts';

/** The type of a value in a document. `isRequired`: the document always has it, and it is not null. */
export type ValueType = { readonly isRequired: boolean } & (
  | { readonly kind: 'scalar'; readonly name: DocumentScalar }
  | { readonly kind: 'list'; readonly element: ValueType }
  /** A type of `DocumentDescriptions.types`. */
  | { readonly kind: 'object'; readonly name: string }
);

/** Where the operator wrote it. */
export interface DescribedPlace {
  readonly file: string;
  readonly line: number;
}

export interface DescribedField {
  readonly name: string;
  /** Below the document, or below the object whose type has the field. */
  readonly path: Path;
  readonly type: ValueType;
  readonly description: string | undefined;
}

export interface DescribedType {
  /** Absent for what no file describes. */
  readonly place?: DescribedPlace;
  readonly name: string;
  readonly description: string | undefined;
  readonly fields: readonly DescribedField[];
}

/** The type of the documents of a collection. */
export interface DescribedCollection extends DescribedType {
  readonly namespace: string;
  readonly collection: string;
}

/** What describes the documents of a keyspace. */
export interface DocumentDescriptions {
  readonly collections: readonly DescribedCollection[];
  /** Types of objects within documents, by name. */
  readonly types: ReadonlyMap<string, DescribedType>;
}

/** Draft 4, as upstream keeps it. */
export type JsonSchema = Readonly<Record<string, Json>>;

/** A collection of the database that a typed graph is of. */
export interface TypedCollection extends DescribedCollection {
  readonly ref: CollectionRef;
  readonly types: DocumentDescriptions['types'];
}

/** What the type of a collection says of itself. */
export interface CollectionExtensions extends ReadExtensions {
  readonly typedCollection: TypedCollection;
}

/** A part of a description that does not fit, and is left out. */
export interface DescriptionProblem {
  /** Of the operator; absent for what no file describes. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** What is wrong, and the cure. */
  readonly message: string;
}

/** A described object inside a document, with its place in it. */
export interface ObjectModel {
  readonly path: Path;
  readonly value: { readonly [name: string]: unknown };
}
