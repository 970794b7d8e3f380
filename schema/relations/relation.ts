/** Edges as an operator declares them: nothing here is checked against tables yet. */
import type { ObjectTypeDefinitionNode } from 'graphql';

/** Where something stands in the files of an operator. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** What is wrong there, as a sentence with the cure. */
export interface RelationProblem extends Place {
  readonly message: string;
}

/** Where a value is from: `from` names a column of the row, or a path of the document, that has the relation; else `value` is meant. */
export interface DeclaredSource {
  readonly from?: string;
  /** Of a constant: a value of JSON, never null. */
  readonly value?: unknown;
}

/** A part of a key. */
export interface DeclaredKeyPart extends DeclaredSource {
  readonly column: string;
}

/** The value that documents have at a path, as text. */
export interface DeclaredCondition extends DeclaredSource {
  readonly path: string;
}

export type RelationTarget =
  | {
      readonly kind: 'rows';
      /** Absent: that of the relation. */
      readonly keyspace?: string;
      readonly key: readonly DeclaredKeyPart[];
    }
  | {
      readonly kind: 'documents';
      /** Absent: the keyspace of the relation. */
      readonly namespace?: string;
      readonly collection: string;
      /** What one document has, or many: its id, or else all of the conditions. */
      readonly by: { readonly id: DeclaredSource } | { readonly where: readonly DeclaredCondition[] };
    };

export interface Relation extends Place {
  /** Of the rows or documents that have it: the namespace of the collection of a type that is described. */
  readonly keyspace: string;
  /** The type that it extends, as it is written. */
  readonly type: string;
  readonly field: string;
  readonly description?: string;
  /** The type of the field, as it is written. */
  readonly targetType: string;
  readonly target: RelationTarget;
}

/** A type that an operator describes for the documents of a collection; its relations are among those of the keyspace. */
export interface DescribedDocuments extends Place {
  /** The namespace of the collection. */
  readonly keyspace: string;
  readonly node: ObjectTypeDefinitionNode;
}

/** What the files of an operator say. */
export interface Relations {
  /** By the keyspaces of what has them. */
  readonly byKeyspace: ReadonlyMap<string, readonly Relation[]>;
  readonly documents: readonly DescribedDocuments[];
  /** Equal for files that say the same. */
  readonly hash: string;
}

export const NO_RELATIONS: Relations = { byKeyspace: new Map(), documents: [], hash: '' };
