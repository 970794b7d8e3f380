/** Definitions as upstream gives them: what is the same on every back end. */
import { also, arrayOf, type Shape } from '../json/shape.ts';
import { sortByName } from '../shared/lists.ts';
import type { Column, ColumnKind } from '../source/source.ts';

/** A list without repeated names. */
export function named<T extends { readonly name: string }>(element: Shape<T>): Shape<readonly T[]> {
  const isDistinct = (list: readonly T[]) => new Set(list.map((each) => each.name)).size === list.length;
  return also(arrayOf(element), isDistinct, 'a name stands there twice');
}

/** The key in its order, then static and then regular columns by name. */
export function sortColumns(columns: readonly Column[], key: readonly string[]): readonly Column[] {
  const byName = new Map(sortByName(columns, ({ name }) => name).map((column) => [column.name, column]));
  const ofKind = (kind: ColumnKind) => [...byName.values()].filter((column) => column.kind === kind);
  return [...key.flatMap((name) => byName.get(name) ?? []), ...ofKind('STATIC'), ...ofKind('REGULAR')];
}

/** Whether a primary key names columns that the table has, each once. */
export function hasKey(columns: readonly string[], key: readonly string[]): boolean {
  const names = new Set(columns);
  return key.every((each) => names.has(each)) && new Set(key).size === key.length;
}
