/**
 * Models with members that are made when they are selected, because a cursor costs a hash. They are classes, because a literal with
 * getters has a hidden class of its own each time that it is made.
 */
import type { ConnectionModel, EdgeModel, PageInfoModel } from '../shared/models.ts';

export class Edge<T> implements EdgeModel<T> {
  readonly node: T;
  readonly similarity: number | null;
  private readonly toCursor: () => string;

  constructor(node: T, similarity: number | null, toCursor: () => string) {
    this.node = node;
    this.similarity = similarity;
    this.toCursor = toCursor;
  }

  get cursor() {
    return this.toCursor();
  }
}

export class PageInfo implements PageInfoModel {
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: () => Promise<boolean>;
  private readonly toCursor: (end: 'first' | 'last') => string | null;

  /** @param toCursor - of the first or last item; `null` where there is none */
  constructor(
    hasPreviousPage: boolean,
    hasNextPage: () => Promise<boolean>,
    toCursor: (end: 'first' | 'last') => string | null,
  ) {
    this.hasPreviousPage = hasPreviousPage;
    this.hasNextPage = hasNextPage;
    this.toCursor = toCursor;
  }

  get startCursor() {
    return this.toCursor('first');
  }
  get endCursor() {
    return this.toCursor('last');
  }
}

export class Connection<T> implements ConnectionModel<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfoModel;
  private readonly toEdges: () => readonly EdgeModel<T>[];

  constructor(nodes: readonly T[], pageInfo: PageInfoModel, toEdges: () => readonly EdgeModel<T>[]) {
    this.nodes = nodes;
    this.pageInfo = pageInfo;
    this.toEdges = toEdges;
  }

  get edges() {
    return this.toEdges();
  }
}
