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

/** A part of a key: `from` names a column of the row, or a path of the document, that has the relation; else `value` is meant. */
export interface DeclaredKeyPart {
  readonly column: string;
  readonly from?: string;
  /** Of a constant: a value of JSON, never null. */
  readonly value?: unknown;
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
      /** The column or path that holds the id of the document. */
      readonly id?: string;
    };

export interface Relation extends Place {
  /** Of the rows or documents that have it. */
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
