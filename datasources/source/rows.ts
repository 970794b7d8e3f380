/** Rows of tables. */
import type { MaybePromise } from '../shared/maybe-promise.ts';
import type { SortOrder, Table, UserDefinedType } from './catalog.ts';
import type { CqlValue, Page, Result, RowValues, Scored } from './values.ts';

export interface Row {
  /** The values of the key columns. For a partition that has only static cells the clustering ones are `null`. */
  readonly key: RowValues;
  /** The requested columns, key columns included. */
  readonly values: RowValues;
  /** Columns that the server could not print, by name; they are not in `values`. */
  readonly errors?: Readonly<Record<string, Error>>;
}

export interface ColumnFilter {
  readonly column: string;
  readonly eq?: CqlValue;
  readonly in?: readonly CqlValue[];
  readonly lt?: CqlValue;
  readonly lte?: CqlValue;
  readonly gt?: CqlValue;
  readonly gte?: CqlValue;
  readonly contains?: CqlValue;
  readonly containsKey?: CqlValue;
  readonly containsEntry?: { readonly key: CqlValue; readonly value: CqlValue };
  readonly exists?: boolean;
}

export interface ColumnSort {
  readonly column: string;
  readonly order: SortOrder;
}

/** Conditions are joined by AND. They are checked and canonical already (see `cql/check-filters.ts`). */
export interface RowQuery {
  /** A leading part of the key, possibly all of it. */
  readonly key?: RowValues;
  readonly where?: readonly ColumnFilter[];
  readonly sort?: readonly ColumnSort[];
  /** All columns when absent. Key columns are always added. */
  readonly columns?: readonly string[];
  readonly pageSize: number;
  readonly pageState?: string;
}

/** What a back end does with conditions that neither the key nor an index answers: upstream would read the whole table. */
export interface Scans {
  readonly areAllowed: boolean;
  /** Whether upstream makes them unasked, so that what no index answers is to be refused before. */
  readonly areSilent: boolean;
  /** What the operator can do where they are refused, in a sentence. */
  readonly cure?: string;
}

/** The beginning of a list; its key stands beside it. */
export type RowListQuery = Omit<RowQuery, 'key' | 'pageState'>;

/** A search for the rows whose vectors are nearest to one. */
export interface NearestRows extends Pick<RowQuery, 'where' | 'columns'> {
  /** A vector column. */
  readonly column: string;
  /** Of the column's dimension. */
  readonly vector: readonly number[];
  /** How many rows; 1 to 1,000. */
  readonly limit: number;
}

/**
 * Rows of one table. Keys and values are canonical (see `cql/check.ts`): every column exists, every value fits its type.
 * Each table is passed as its definition, which the caller has read through the catalog.
 */
export interface RowSource {
  /** @param columns - the same for all keys; all columns when absent */
  readMany(table: Table, keys: readonly RowValues[], columns?: readonly string[]): Promise<Result<Row>[]>;
  maxPageSize(databaseId: string): MaybePromise<number>;
  scans(databaseId: string): MaybePromise<Scans>;
  findPage(table: Table, query: RowQuery): Promise<Page<Row>>;
  /**
   * The first page of each of several lists, in the order of their keys, with as few calls as upstream allows. A page may hold one
   * row more than `pageSize`, and then no page state.
   *
   * @param keys - distinct leading parts of the key, of the same columns
   */
  findPages(table: Table, keys: readonly RowValues[], query: RowListQuery): Promise<Result<Page<Row>>[]>;
  /** The nearest first. Needs a vector index on the column. */
  findNearest(table: Table, query: NearestRows): Promise<readonly Scored<Row>[]>;
  /**
   * Creates a row. Refused on counter tables.
   *
   * @param values - of the whole key and of other columns
   * @returns `false` when the row existed and `ifNotExists` is set
   * @throws ConflictError - when it existed and `ifNotExists` is not set
   */
  create(table: Table, values: RowValues, ifNotExists: boolean): Promise<boolean>;
  /** `create` for each of several rows, whose keys differ, within the budget of a bulk mutation. */
  createMany(table: Table, rows: readonly RowValues[], ifNotExists: boolean): Promise<(boolean | Error)[]>;
  /** Writes rows, whose keys differ, without a look; columns that are not given stay. For copies, which may be repeated. */
  putMany(table: Table, rows: readonly RowValues[]): Promise<(true | Error)[]>;
  /**
   * What `putMany` would refuse, without a call; for a rehearsal.
   *
   * @param table - which need not be there yet
   * @param types - of its keyspace
   */
  checkMany(table: Table, rows: readonly RowValues[], types: readonly UserDefinedType[]): Promise<(true | Error)[]>;
  /** Clears the regular columns that are not given. Reads the definition fresh. Refused on counter tables. */
  replace(table: Table, key: RowValues, values: RowValues): Promise<void>;
  /** Sets the columns given; on counter columns adds. A key without clustering columns sets static columns. */
  patch(table: Table, key: RowValues, values: RowValues): Promise<void>;
  /** `patch` for each of several rows, whose keys differ, within the budget of a bulk mutation. */
  patchMany(table: Table, patches: readonly RowPatch[]): Promise<(true | Error)[]>;
  /**
   * Deletes a row by its whole key.
   *
   * @returns `false` when there was none and `ifExists` is set
   * @throws NotFoundError - when there was none and `ifExists` is not set
   */
  remove(table: Table, key: RowValues, ifExists: boolean): Promise<boolean>;
  /** `remove` for each of several keys, which differ, within the budget of a bulk mutation. */
  removeMany(table: Table, keys: readonly RowValues[], ifExists: boolean): Promise<(boolean | Error)[]>;
  /** Deletes all rows whose key begins with this prefix. Answers and throws as `remove` does. */
  removeRange(table: Table, keyPrefix: RowValues, ifExists: boolean): Promise<boolean>;
  /** The most upstream calls that `createMany`, `patchMany` or `removeMany` makes for these keys, as long as none fails. */
  countCalls(table: Table, write: 'create' | 'patch' | 'remove', keys: readonly RowValues[]): Promise<number>;
}

export interface RowPatch {
  readonly key: RowValues;
  readonly values: RowValues;
}
