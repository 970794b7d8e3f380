/** What a copy consists of. */
import type {
  Collection,
  CollectionRef,
  Json,
  NewCollection,
  NewIndex,
  NewTable,
  Table,
  UserDefinedType,
} from '../../datasources/source/source.ts';

export interface KeyspacePlan {
  readonly name: string;
  readonly isNew: boolean;
  /** Those to be made, in an order in which each needs only earlier ones. */
  readonly types: readonly UserDefinedType[];
}

export type Item = TableItem | CollectionItem;

interface ItemBase {
  /** Unique in the copy. */
  readonly id: string;
  /** With its keyspace, such as `shop.orders`. */
  readonly name: string;
}

export interface TableItem extends ItemBase {
  readonly kind: 'table';
  readonly source: Table;
  /** As it is in the target, or will be. */
  readonly target: Table;
  /** Absent for a table that is there. */
  readonly make?: NewTable;
  /** Of the keyspace. */
  readonly types: readonly UserDefinedType[];
  /** Indexes to be made. */
  readonly indexes: readonly NewIndex[];
}

export interface CollectionItem extends ItemBase {
  readonly kind: 'collection';
  readonly source: Collection;
  readonly target: CollectionRef;
  /** Absent for a collection that is there. */
  readonly make?: NewCollection;
  readonly hasVectors: boolean;
  readonly jsonSchema: Readonly<Record<string, Json>> | null;
}
