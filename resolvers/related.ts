/** Edges that Cassandra does not know: keys of other rows and documents, made from the values of this one. */
import { InputError } from '../datasources/errors.ts';
import type { CqlValue, KeyspaceRef, RowValues, Table } from '../datasources/source.ts';
import type { Context } from './context.ts';
import type { RelatedKeyPart } from './types.generated.ts';

/** The value of a column of this row, or at a path of this document. */
export type ReadValue = (from: string) => CqlValue | Promise<CqlValue>;

/** The key of the other row; `null` when a value that it is made from is null. @throws InputError */
export async function relatedKey(parts: readonly RelatedKeyPart[], read: ReadValue): Promise<RowValues | null> {
  const key = new Map<string, CqlValue>();
  for (const part of parts) {
    if (key.has(part.column)) throw new InputError(`The key names the column "${part.column}" twice. Name it once.`);
    key.set(part.column, await partValue(part, read));
  }
  return [...key.values()].includes(null) ? null : Object.fromEntries(key);
}

async function partValue({ column, from, value }: RelatedKeyPart, read: ReadValue): Promise<CqlValue> {
  const hasFrom = from !== undefined && from !== null;
  const hasValue = value !== undefined && value !== null;
  if (hasFrom === hasValue) {
    throw new InputError(
      `The key's part for "${column}" has ${hasFrom ? 'both "from" and "value"' : 'neither "from" nor "value"'}. Give exactly one of them.`,
    );
  }
  return hasValue ? value : read(from ?? '');
}

/** A table that a related key leads to. @throws InputError - when there is none */
export async function relatedTable(ref: KeyspaceRef, table: string, { loaders }: Context): Promise<Table> {
  const tables = await loaders.tables(ref);
  const found = tables?.find(({ table: name }) => name === table);
  if (found) return found;
  throw new InputError(
    tables
      ? `There is no table "${table}" in the keyspace "${ref.keyspace}". Its tables are: ${tables.map((each) => each.table).join(', ') || 'none'}.`
      : `There is no keyspace "${ref.keyspace}". Name one with the argument "keyspace".`,
  );
}

/** An id as a document has it. @throws InputError - for an object or a list */
export function toDocumentId(value: CqlValue, origin: string): string | null {
  if (value === null) return null;
  if (typeof value === 'object')
    throw new InputError(`"${origin}" holds ${JSON.stringify(value)}, which cannot be the id of a document.`);
  return String(value);
}
