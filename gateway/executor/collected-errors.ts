/** The errors of one execution, and where its fields stand. */
import type { GraphQLError, GraphQLResolveInfo } from 'graphql';
import type { FieldPlan } from './field-plan.ts';

/** From a field, or an item of a list, up to the root, which is `undefined`. */
export type Path = GraphQLResolveInfo['path'];

export interface CollectedErrors {
  /** Grows until the last promise is settled, also behind an answer that was given already. */
  readonly list: readonly GraphQLError[];
  /** An error below a place that is null because of another one is left out. */
  add(error: GraphQLError, path: Path | undefined): void;
}

export function createCollectedErrors(): CollectedErrors {
  const list: GraphQLError[] = [];
  const nulled = new Set<Path | undefined>();
  const isNulled = (path: Path | undefined): boolean => nulled.has(path) || (path !== undefined && isNulled(path.prev));
  return {
    list,
    add(error, path) {
      if (nulled.size > 0 && isNulled(path)) return;
      nulled.add(path);
      list.push(error);
    },
  };
}

export function pathOf({ key, parentType }: FieldPlan, parent: Path | undefined): Path {
  return toPath(parent, key, parentType.name);
}

export function toPath(prev: Path | undefined, key: string | number, typename: string | undefined): Path {
  return { prev, key, typename };
}
