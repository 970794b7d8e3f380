/** `GET /`: the databases, URLs and token of the emulator, for tools and people. */

import type { Incoming } from '../core/request-target.ts';
import { json, type Reply } from '../core/service.ts';
import type { RegisteredDatabase, Registry } from '../devops/state/registry.ts';
import { toIndexData } from './index-data.ts';
import { indexHtml } from './index-html.ts';

/** Not cached: the page contains the token. */
const HEADERS = { 'cache-control': 'no-store', vary: 'accept' };

/** HTML for browsers, JSON for all other clients. */
export function indexPage({ origin, headers }: Incoming, registry: Registry, developmentToken: string): Reply {
  const entries = registry.list().filter(({ record }) => record.status !== 'TERMINATED');
  const index = toIndexData(origin, entries, developmentToken);
  if (prefersHtml(headers.get('accept') ?? '')) return html(indexHtml(index, examplePath(entries[0])));
  return json(200, index, HEADERS);
}

/** An example request for data of a database: rows, documents, or else the system tables. */
function examplePath(entry: RegisteredDatabase | undefined): string {
  const keyspaces = entry?.database.catalog.keyspaces().filter(({ system }) => !system) ?? [];
  const [table] = keyspaces.flatMap(({ tables }) => Object.values(tables));
  if (!table) return '/v2/schemas/keyspaces/system/tables';
  return table.collection
    ? `/v2/namespaces/${table.keyspace}/collections/${table.name}?page-size=3`
    : `/v2/keyspaces/${table.keyspace}/${table.name}/rows?page-size=3`;
}

/** Browsers ask for HTML; programs ask for JSON or accept anything. */
function prefersHtml(accept: string): boolean {
  const weights = new Map(accept.split(',').map(toWeight));
  const weight = weights.get('text/html') ?? 0;
  return weight > (weights.get('application/json') ?? 0) && weight >= (weights.get('*/*') ?? 0);
}

function toWeight(range: string): [type: string, weight: number] {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return [type, weight === undefined ? 1 : Number(weight.slice(2))];
}

function html(body: string): Reply {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    ...HEADERS,
  };
  return { status: 200, headers, body };
}
