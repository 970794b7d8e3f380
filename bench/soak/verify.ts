/** Whether all that was acknowledged is there, as it was written. */
import type { Client, Reply } from './client.ts';
import { type Acknowledged, documentsQuery, rowsQuery } from './operations.ts';

const ROWS_AT_ONCE = 100;
const DOCUMENTS_AT_ONCE = 20;

/** The keys of what is missing or differs. */
export async function findLost(client: Client, { rows, documents }: Acknowledged): Promise<string[]> {
  const lost: string[] = [];
  for (const ids of chunks([...rows.keys()], ROWS_AT_ONCE)) {
    const found = fieldsOf(await client.query(rowsQuery(ids)), 'keyspace', 'table');
    lost.push(...ids.filter((id) => member(found[`r${id}`], 'value') !== rows.get(id)).map(String));
  }
  for (const ids of chunks([...documents.keys()], DOCUMENTS_AT_ONCE)) {
    const found = fieldsOf(await client.query(documentsQuery(ids)), 'namespace', 'collection');
    const numberOf = (id: string) => member(member(found[id.replace('-', '_')], 'data'), 'number');
    lost.push(...ids.filter((id) => numberOf(id) !== documents.get(id)));
  }
  return lost;
}

function* chunks<T>(items: readonly T[], size: number): Iterable<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

function fieldsOf({ data, codes }: Reply, outer: string, inner: string): Readonly<Record<string, unknown>> {
  const found = member(member(data, outer), inner);
  if (codes.length > 0 || typeof found !== 'object' || found === null) throw new Error(`Reading back failed: ${codes}`);
  return found as Readonly<Record<string, unknown>>;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
