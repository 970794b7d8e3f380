/** Documents of collections. */
import type { MaybePromise } from '../shared/maybe-promise.ts';
import type { Collection, CollectionRef } from './catalog.ts';
import type { Json, Page, Result, Scored } from './values.ts';

/** The steps of a path below a document: a member's name, or an index. The root is `[]`. */
export type PathStep = string | number;
export type Path = readonly PathStep[];

/** A step of a path that searches: `'*'` any member or element, `'[*]'` any element, `names`/`indexes` alternatives. */
export type PatternStep =
  | { readonly name: string }
  | { readonly index: number }
  | { readonly any: 'member' | 'element' }
  | { readonly oneOf: readonly PatternStep[] };
export type Pattern = readonly PatternStep[];

export type DocumentFilter =
  | {
      readonly path: Pattern;
      readonly operator: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
      readonly value: string | number | boolean;
    }
  | {
      readonly path: Pattern;
      readonly operator: 'in' | 'nin';
      readonly value: readonly (string | number | boolean | null)[];
    }
  | { readonly path: Pattern; readonly operator: 'exists'; readonly value: boolean }
  | { readonly and: readonly DocumentFilter[] }
  | { readonly or: readonly DocumentFilter[] }
  | { readonly not: DocumentFilter };

export interface Document {
  readonly documentId: string;
  /** The whole document, or the requested parts at their paths. */
  readonly data: Json;
  /** Where it was asked for: `null` for a document without one. */
  readonly vector?: readonly number[] | null;
}

/** What is read of documents. */
export interface DocumentSelection {
  /** Whole documents when absent. */
  readonly fields?: readonly Pattern[];
  /** Whether vectors are read too; default false. */
  readonly vector?: boolean;
}

export interface DocumentQuery extends DocumentSelection {
  readonly where?: DocumentFilter;
  /** 1 to `maxPageSize`. */
  readonly pageSize: number;
  readonly pageState?: string;
}

/** A search for the documents whose vectors are nearest to one, or to that which the collection's service makes of a text. */
export type NearestDocuments = DocumentSelection &
  Pick<DocumentQuery, 'where'> & {
    readonly near: { readonly vector: readonly number[] } | { readonly text: string };
    /** How many documents; 1 to 1,000. */
    readonly limit: number;
  };

export interface DocumentCount {
  readonly count: number;
  /** `false` where there are more: upstream counts so far only. */
  readonly isExact: boolean;
}

/** A document with all that a copy carries. */
export interface WholeDocument extends Document {
  readonly vector?: readonly number[] | null;
}

/** A search for parts of one document. */
export interface PartQuery {
  /** Where to look; the root when absent. May hold wildcards. */
  readonly path?: Pattern;
  readonly where: DocumentFilter;
  /** Relative to the parent of the filtered field. */
  readonly fields?: readonly Pattern[];
  readonly pageSize: number;
  readonly pageState?: string;
}

export interface DocumentPart {
  /** The path of the part in the document. */
  readonly path: Path;
  readonly data: Json;
}

export interface WriteDocumentOptions {
  /** Whole documents only. */
  readonly ttlSeconds?: number;
  /** Parts and patches only: new leaves get the time to live that the document has left. */
  readonly keepTtl?: boolean;
  /** Whole documents and patches of the root: the document's vector. */
  readonly vector?: readonly number[];
  /** Of which the collection's service makes the vector; not together with `vector`. */
  readonly vectorText?: string;
}

type WriteAtPath = (
  collection: CollectionRef,
  documentId: string,
  path: Path,
  data: Json,
  options: WriteDocumentOptions,
) => Promise<void>;

/** Documents of one collection. Ids and steps are any text that upstream can carry; others are an `InputError` before a call. */
export interface DocumentSource {
  /** @param selection - the same for all ids; whole documents without vectors when absent */
  readMany(
    collection: CollectionRef,
    documentIds: readonly string[],
    selection?: DocumentSelection,
  ): Promise<Result<Document>[]>;
  maxPageSize(databaseId: string): MaybePromise<number>;
  findPage(collection: CollectionRef, query: DocumentQuery): Promise<Page<Document>>;
  /** The nearest first. Needs a collection with vectors. */
  findNearest(collection: CollectionRef, query: NearestDocuments): Promise<readonly Scored<Document>[]>;
  /** How many documents meet a filter; all when it is absent. */
  count(collection: CollectionRef, where?: DocumentFilter): Promise<DocumentCount>;
  /** About how many documents there are, by the statistics of the database. */
  estimatedCount(collection: CollectionRef): Promise<number>;
  maxPartPageSize(databaseId: string): MaybePromise<number>;
  /** No parts, and no error, when the document does not exist. */
  findParts(collection: CollectionRef, documentId: string, query: PartQuery): Promise<Page<DocumentPart>>;
  /** Creates a document under a new id. Answers the id. */
  create(collection: CollectionRef, data: Json, options: WriteDocumentOptions): Promise<string>;
  /**
   * Creates a document under this id.
   *
   * @returns `false` when it existed and `ifNotExists` is set
   * @throws ConflictError - when it existed and `ifNotExists` is not set
   */
  createWithId(
    collection: CollectionRef,
    documentId: string,
    data: Json,
    options: WriteDocumentOptions & { readonly ifNotExists: boolean },
  ): Promise<boolean>;
  /**
   * Creates several documents, within the budget of a bulk mutation. With `idPath` it is one request, and documents that have
   * the id are replaced. Without it each is written separately under a new id, several at a time.
   *
   * @returns the ids, in the order of the documents
   */
  createMany(
    collection: CollectionRef,
    documents: readonly Json[],
    options: Omit<WriteDocumentOptions, 'vector' | 'vectorText'> & {
      readonly idPath?: Path;
      /** One for each document. */
      readonly vectors?: readonly (readonly number[] | null)[];
    },
  ): Promise<(string | Error)[]>;
  /** Writes documents under their ids, which differ; those that exist are replaced. For copies, which may be repeated. */
  putMany(collection: CollectionRef, documents: readonly WholeDocument[]): Promise<(true | Error)[]>;
  /** What `putMany` would refuse, without a call; for a rehearsal. The collection need not be there yet. */
  checkMany(collection: Collection, documents: readonly WholeDocument[]): Promise<(true | Error)[]>;
  /** Replaces or creates a document, or the value at a path. */
  readonly replace: WriteAtPath;
  /** Merges the members of an object, one level deep; below the root a scalar replaces. Beside a vector the object may be empty. */
  readonly patch: WriteAtPath;
  /**
   * Deletes a document, or the value at a path.
   *
   * @returns `false` when there was nothing and `ifExists` is set
   * @throws NotFoundError - when there was nothing and `ifExists` is not set
   */
  remove(collection: CollectionRef, documentId: string, path: Path, ifExists: boolean): Promise<boolean>;
  /** `remove` for each of several whole documents, within the budget of a bulk mutation. */
  removeMany(
    collection: CollectionRef,
    documentIds: readonly string[],
    ifExists: boolean,
  ): Promise<(boolean | Error)[]>;
  /** The most upstream calls that `createMany` (with or without `idPath`) or `removeMany` makes for so many documents. */
  countCalls(
    collection: CollectionRef,
    write: 'create' | 'create-by-path' | 'remove',
    count: number,
  ): MaybePromise<number>;
  /** Appends to an array; answers the whole array. */
  push(collection: CollectionRef, documentId: string, path: Path, value: Json): Promise<Json>;
  /** Removes the last element of an array; answers it. */
  pop(collection: CollectionRef, documentId: string, path: Path): Promise<Json>;
  /** Sets several paths (relative to `path`) at once. */
  set(
    collection: CollectionRef,
    documentId: string,
    path: Path,
    values: readonly { readonly path: Path; readonly value: Json }[],
  ): Promise<void>;
}
