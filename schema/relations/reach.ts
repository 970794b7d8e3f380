/** Which tables of other keyspaces the graph of a keyspace may lead to. */
import { decodeName } from '../../resolvers/typed/names.ts';
import type { Relations } from './relation.ts';

/** By keyspace, without the first; a test of each for the names of tables. It never misses one, and may name too many. */
export function tablesInReach(
  { byKeyspace }: Relations,
  keyspace: string,
): ReadonlyMap<string, (table: string) => boolean> {
  const reached = new Map<string, Set<string>>();

  function reach(from: string, isOf: (type: string) => boolean): void {
    for (const { target, targetType, type } of byKeyspace.get(from) ?? []) {
      if (target.kind !== 'rows' || !isOf(plain(type))) continue;
      visit(target.keyspace ?? from, plain(targetType));
    }
  }

  function visit(to: string, type: string): void {
    if (to === keyspace) return;
    const known = reached.get(to) ?? new Set();
    reached.set(to, known);
    for (const name of [type, type.replace(/connection$/, '')]) {
      if (known.has(name)) continue;
      known.add(name);
      reach(to, (other) => other === name);
    }
  }

  reach(keyspace, () => true);
  return new Map([...reached].map(([to, names]) => [to, (table: string) => names.has(plain(table))]));
}

/** The same for all spellings of the name of a table and of its type. */
function plain(name: string): string {
  return decodeName(name).replaceAll('_', '').toLowerCase();
}
