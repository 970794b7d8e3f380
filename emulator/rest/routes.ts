/** The routes of the REST API with their handlers. */
import type { Call, Reply } from '../core/service.ts';
import { createColumn, listColumns, readColumn, removeColumn, replaceColumn } from './columns.ts';
import { addIndex, listIndexes, removeIndex } from './indexes.ts';
import { addKeyspace, listKeyspaces, readKeyspace, removeKeyspace } from './keyspaces.ts';
import { decodeSegment } from './path.ts';
import { readRows, searchRows } from './rows-read.ts';
import { addRow, removeRows, replaceRow } from './rows-write.ts';
import { addTable, listTables, readTable, removeTable, replaceTable } from './tables.ts';
import { addType, listTypes, readType, removeType, replaceType } from './types.ts';

/** Answers a call; `names` are the path segments for the parts in braces. */
export type Handler = (call: Call, names: readonly string[]) => Promise<Reply>;
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Route {
  /** A name in braces matches one segment; `{key…}` matches one or more, which the handler decodes. */
  readonly path: readonly string[];
  readonly methods: Readonly<Partial<Record<Method, Handler>>>;
  /** The status for other methods. */
  readonly otherMethods: 404 | 405;
  /** The `Allow` header of OPTIONS: the methods of all related paths. */
  readonly allow: string;
}

const ALLOW = 'HEAD, DELETE, POST, GET, OPTIONS';
const ALLOW_PUT = `${ALLOW}, PUT`;
const ALLOW_PATCH = `${ALLOW_PUT}, PATCH`;
const KEYSPACES = 'v2/schemas/keyspaces';
const TABLES = `${KEYSPACES}/{keyspace}/tables`;
const TYPES = `${KEYSPACES}/{keyspace}/types`;
const ROWS = 'v2/keyspaces/{keyspace}/{table}';

function route(path: string, otherMethods: 404 | 405, allow: string, methods: Route['methods']): Route {
  return { path: path.split('/'), otherMethods, allow, methods };
}

export const ROUTES: readonly Route[] = [
  route(KEYSPACES, 405, ALLOW, { GET: listKeyspaces, POST: addKeyspace }),
  route(`${KEYSPACES}/{keyspace}`, 405, ALLOW, { GET: readKeyspace, DELETE: removeKeyspace }),
  route(TABLES, 404, ALLOW_PUT, { GET: listTables, POST: addTable }),
  route(`${TABLES}/{table}`, 404, ALLOW_PUT, { GET: readTable, PUT: replaceTable, DELETE: removeTable }),
  route(`${TABLES}/{table}/columns`, 404, ALLOW_PUT, { GET: listColumns, POST: createColumn }),
  route(`${TABLES}/{table}/columns/{column}`, 404, ALLOW_PUT, {
    GET: readColumn,
    PUT: replaceColumn,
    DELETE: removeColumn,
  }),
  route(`${TABLES}/{table}/indexes`, 404, ALLOW, { GET: listIndexes, POST: addIndex }),
  route(`${TABLES}/{table}/indexes/{index}`, 404, ALLOW, { DELETE: removeIndex }),
  route(TYPES, 404, ALLOW_PUT, { GET: listTypes, POST: addType, PUT: replaceType }),
  route(`${TYPES}/{type}`, 404, ALLOW_PUT, { GET: readType, DELETE: removeType }),
  route(ROWS, 405, ALLOW_PATCH, { GET: searchRows, POST: addRow }),
  route(`${ROWS}/{key…}`, 405, ALLOW_PATCH, { GET: readRows, PUT: replaceRow, PATCH: replaceRow, DELETE: removeRows }),
];

export interface Match {
  readonly route: Route;
  readonly names: readonly string[];
}

/** The route of a path, by its encoded segments. */
export function findRoute(segments: readonly string[]): Match | undefined {
  for (const candidate of ROUTES) {
    const names = matchPath(candidate.path, segments);
    if (names) return { route: candidate, names };
  }
  return undefined;
}

function matchPath(pattern: readonly string[], segments: readonly string[]): string[] | undefined {
  const hasRest = pattern.at(-1) === '{key…}';
  if (hasRest ? segments.length < pattern.length : segments.length !== pattern.length) return undefined;
  const fixed = hasRest ? pattern.slice(0, -1) : pattern;
  const names: string[] = [];
  for (const [index, part] of fixed.entries()) {
    const segment = decodeSegment(segments[index] ?? '');
    if (part.startsWith('{')) names.push(segment);
    else if (part !== segment) return undefined;
  }
  return hasRest ? [...names, ...segments.slice(fixed.length)] : names;
}
