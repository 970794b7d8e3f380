/** Names of keyspaces, tables, columns, types and indexes as CQL spells them. */

/** Words that cannot be a name without double quotes. */
const RESERVED = new Set(
  `add allow alter and apply asc authorize batch begin by columnfamily create default delete desc describe drop entries
   execute from full grant if in index infinity insert into is keyspace limit materialized modify nan norecursive not null
   of on or order primary rename replace revoke schema select set table to token truncate unlogged unset update use using
   view where with`.split(/\s+/),
);

/** A name with double quotes if it needs them: it has other signs than lower-case letters, digits and `_`, or is reserved. */
export function quotedName(name: string): string {
  return /^[a-z][a-z0-9_]*$/.test(name) && !RESERVED.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A name as CQL understands it in a statement: folded to lower case unless it stands in double quotes. */
export function foldedName(text: string): string {
  const quoted = /^"(.*)"$/s.exec(text);
  return quoted ? (quoted[1] ?? '').replaceAll('""', '"') : text.toLowerCase();
}

/** By the bytes of the names, as Cassandra sorts columns: capitals first. */
export function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return Buffer.compare(Buffer.from(one.name), Buffer.from(other.name));
}
