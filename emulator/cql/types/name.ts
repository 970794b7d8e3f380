/** Names of keyspaces, tables, columns, types and indexes as CQL spells them. */

/** Reserved words, which need double quotes as names. */
const RESERVED = new Set(
  `add allow alter and apply asc authorize batch begin by columnfamily create default delete desc describe drop entries
   execute from full grant if in index infinity insert into is keyspace limit materialized modify nan norecursive not null
   of on or order primary rename replace revoke schema select set table to token truncate unlogged unset update use using
   view where with`.split(/\s+/),
);

/** Quotes a name that is reserved, or has other characters than lower-case letters, digits and `_`. */
export function quotedName(name: string): string {
  return /^[a-z][a-z0-9_]*$/.test(name) && !RESERVED.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A name in a CQL statement: folded to lower case unless it is in double quotes. */
export function foldedName(text: string): string {
  const quoted = /^"(.*)"$/s.exec(text);
  return quoted ? (quoted[1] ?? '').replaceAll('""', '"') : text.toLowerCase();
}

/** Compares names by bytes, as Cassandra sorts columns: capitals first. */
export function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return Buffer.compare(Buffer.from(one.name), Buffer.from(other.name));
}
