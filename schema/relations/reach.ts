/** Which tables and collections of other keyspaces the graph of a keyspace may lead to. */
import { decodeName } from '../../resolvers/typed/names.ts';
import type { Relations } from './relation.ts';

/** Of one keyspace. It never misses one, and may name too many. */
export interface Reach {
  readonly hasTables: boolean;
  /** A test for the names of tables. */
  hasTable(table: string): boolean;
  /** By their names upstream. */
  readonly collections: ReadonlySet<string>;
}

/** By keyspace, without the first. */
export function inReach({ byKeyspace }: Relations, keyspace: string): ReadonlyMap<string, Reach> {
  const reached = new Map<string, { readonly types: Set<string>; tables: Set<string>; collections: Set<string> }>();

  function reach(from: string, isOf: (type: string) => boolean): void {
    for (const { target, targetType, type } of byKeyspace.get(from) ?? []) {
      if (!isOf(plain(type))) continue;
      const to = (target.kind === 'rows' ? target.keyspace : target.namespace) ?? from;
      if (to === keyspace) continue;
      const known = reached.get(to) ?? { types: new Set(), tables: new Set(), collections: new Set() };
      reached.set(to, known);
      if (target.kind === 'documents') known.collections.add(target.collection);
      for (const name of typeNames(targetType).map(plain)) {
        if (target.kind === 'rows') known.tables.add(name);
        if (known.types.has(name)) continue;
        known.types.add(name);
        reach(to, (other) => other === name);
      }
    }
  }

  reach(keyspace, () => true);
  return new Map(
    [...reached].map(([to, { tables, collections }]) => [
      to,
      { hasTables: tables.size > 0, hasTable: (table) => tables.has(plain(table)), collections },
    ]),
  );
}

/** The types that the type of a field may name: itself, or that of which it is the connection. */
export function typeNames(written: string): readonly string[] {
  const one = written.replace(/_connection$|Connection$/, '');
  return one === written ? [written] : [written, one];
}

/** The same for all spellings of the name of a table and of its type. */
function plain(name: string): string {
  return decodeName(name).replaceAll('_', '').toLowerCase();
}
