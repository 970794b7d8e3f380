/** Reads the indexes of a table. */
import { parseType } from '../../cql/type-parser.ts';
import { sortByName } from '../../shared/lists.ts';
import type { Index, Table, TableRef } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';
import { type IndexBody, indexesReply } from './index-shapes.ts';
import { listOfTable } from './schema-read.ts';

/**
 * `null` when the table or its keyspace is missing.
 *
 * @param tables - of the keyspace: a plain column may be a map, of which the entries are indexed
 */
export async function readIndexes(
  connection: DataApiConnection,
  ref: TableRef,
  tables: () => Promise<readonly Table[] | null>,
): Promise<readonly Index[] | null> {
  const listing = { name: 'listIndexes', reply: indexesReply, reads: 'indexes', explain: true } as const;
  const body = await listOfTable(connection, ref, listing);
  if (!body) return null;
  const { indexes } = body.status;
  const table = indexes.some(mayBeOfMap) ? (await tables())?.find((each) => each.table === ref.table) : undefined;
  const maps = new Set(table?.columns.filter(({ type }) => parseType(type).kind === 'map').map(({ name }) => name));
  return sortByName(
    indexes.map((index) => toIndex(index, maps)),
    ({ name }) => name,
  );
}

/** The entries of a map are told by its name alone, like a column of a number; those of texts and vectors have options. */
function mayBeOfMap({ indexType, definition: { column, options } }: IndexBody): boolean {
  return indexType === 'regular' && typeof column === 'string' && Object.keys(options ?? {}).length === 0;
}

function toIndex({ name, indexType, definition }: IndexBody, maps: ReadonlySet<string>): Index {
  const { column, options, apiSupport } = definition;
  if (indexType === 'UNKNOWN') return readCql(name, apiSupport?.cqlDefinition ?? '');
  const [indexed = '', side] = typeof column === 'string' ? [column] : (Object.entries(column)[0] ?? []);
  const target = side?.replace(/^\$/, '') ?? (maps.has(indexed) ? 'entries' : null);
  return { name, kind: 'CUSTOM', column: indexed, target, options: toOptions(options ?? {}) };
}

/** The names that the database itself has for options. */
const OPTION_NAMES: Readonly<Record<string, string>> = {
  caseSensitive: 'case_sensitive',
  metric: 'similarity_function',
  sourceModel: 'source_model',
  analyzer: 'index_analyzer',
};

function toOptions(options: NonNullable<IndexBody['definition']['options']>): Index['options'] {
  const entries = Object.entries(options).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return [OPTION_NAMES[name] ?? name, text] as const;
  });
  return Object.fromEntries(entries);
}

/** An index that the Data API could not have made is told by its CQL: `CREATE [CUSTOM] INDEX n ON ks.t (target) [USING 'class']`. */
function readCql(name: string, cql: string): Index {
  const [, custom, inside = '', className] =
    /^CREATE\s+(CUSTOM\s+)?INDEX\b.*?\bON\b[^(]*\((.*?)\)\s*(?:USING\s+'([^']*)'.*)?;?\s*$/is.exec(cql) ?? [];
  const target = /^\s*(?:(keys|values|entries|full)\s*\(\s*)?(?:"((?:[^"]|"")+)"|(\w+))/i.exec(inside);
  return {
    name,
    kind: custom ? 'CUSTOM' : 'COMPOSITES',
    column: target?.[2]?.replaceAll('""', '"') ?? target?.[3] ?? null,
    target: target?.[1]?.toLowerCase() ?? null,
    options: { ...(inside && { target: inside.trim() }), ...(className && { class_name: className }) },
  };
}
