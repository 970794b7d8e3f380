/** One data plane made of several: each call goes to the plane of the database that its first argument names. */
import { lazy } from '../shared/lazy.ts';
import { chain, type MaybePromise } from '../shared/maybe-promise.ts';
import type { DataPlane } from './data-plane.ts';

/** What every method of a data plane takes first: the id of a database, or what belongs to one. */
type OfDatabase = string | { readonly databaseId: string };
type Method = (of: OfDatabase, ...others: readonly unknown[]) => unknown;
type Methods = Readonly<Record<string, Method | undefined>>;

/**
 * @param openUsual - one of the planes; all have the same methods
 * @param findPlane - the plane of a database; at once where it is known, so that no call waits for it
 */
export function routeByDatabase(
  openUsual: () => DataPlane,
  findPlane: (databaseId: string) => MaybePromise<DataPlane>,
): DataPlane {
  function route<Part extends keyof DataPlane>(part: Part): ReturnType<DataPlane[Part]> {
    const toRouted = (name: string): [string, Method] => [
      name,
      (of, ...others) => chain(findPlane(databaseIdOf(of)), (plane) => methodOf(plane, part, name)(of, ...others)),
    ];
    // It has the methods of the plane, each with the same arguments, and answers what the plane does or a promise of it.
    return Object.fromEntries(Object.keys(openUsual()[part]()).map(toRouted)) as unknown as ReturnType<DataPlane[Part]>;
  }

  return {
    catalog: lazy(() => route('catalog')),
    rows: lazy(() => route('rows')),
    documents: lazy(() => route('documents')),
    auth: lazy(() => route('auth')),
  };
}

function methodOf(plane: DataPlane, part: keyof DataPlane, name: string): Method {
  const method = (plane[part]() as unknown as Methods)[name];
  if (!method) throw new TypeError(`The planes differ: one has no ${part}.${name}`);
  return method;
}

function databaseIdOf(of: OfDatabase): string {
  return typeof of === 'string' ? of : of.databaseId;
}
