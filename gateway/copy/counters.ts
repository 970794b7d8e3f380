/** Counters can only be added to, so a copy adds what the target lacks: repeated, it adds nothing. */
import { keyColumns } from '../../datasources/cql/table-columns.ts';
import { ownValue } from '../../datasources/shared/own-value.ts';
import type { RowSource, RowValues, Table } from '../../datasources/source/source.ts';

export function hasCounters({ columns }: Table): boolean {
  return columns.some(({ type }) => type === 'counter');
}

export async function addCounters(
  rows: RowSource,
  table: Table,
  items: readonly RowValues[],
): Promise<(true | Error)[]> {
  const key = keyColumns(table);
  const counters = table.columns.filter(({ type }) => type === 'counter').map(({ name }) => name);
  const keys = items.map((item) => Object.fromEntries(key.map((name) => [name, ownValue(item, name) ?? null])));
  const found = await rows.readMany(table, keys);
  const patches = items.flatMap((item, index) => {
    const there = found[index] ?? null;
    if (there instanceof Error) return [];
    const values = differences(item, there?.values, counters);
    return Object.keys(values).length > 0 ? [{ index, key: keys[index] ?? {}, values }] : [];
  });
  const answers = patches.length > 0 ? await rows.patchMany(table, patches) : [];
  const results: (true | Error)[] = items.map((_, index) => {
    const there = found[index];
    return there instanceof Error ? there : true;
  });
  for (const [position, { index }] of patches.entries()) results[index] = answers[position] ?? true;
  return results;
}

function differences(wanted: RowValues, there: RowValues | undefined, counters: readonly string[]): RowValues {
  const changes: Record<string, string> = {};
  for (const name of counters) {
    const value = ownValue(wanted, name) ?? null;
    const present = there ? (ownValue(there, name) ?? null) : null;
    if (value === null) continue;
    const change = BigInt(String(value)) - BigInt(String(present ?? 0));
    if (change !== 0n || present === null) changes[name] = String(change);
  }
  return changes;
}
