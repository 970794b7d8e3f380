/** `GET /`: how a tool, or a person, finds the way from the emulator's address alone. */
import type { Incoming } from './data-plane.ts';
import type { Entry, Registry } from './devops/registry.ts';
import { isDirect } from './hosts.ts';
import { indexHtml } from './index-html.ts';
import { json, type Reply } from './service.ts';

/** What the page tells. */
export interface Index {
  readonly description: string;
  readonly devopsBaseUrl: string;
  /**
   * Shown only to those who came by an IP address or as `localhost`: a web page that points a name of its own at
   * this machine must not read it.
   */
  readonly applicationToken?: string;
  readonly databases: readonly IndexedDatabase[];
}

export interface IndexedDatabase {
  readonly id: string;
  readonly region: string;
  readonly name: string;
  readonly status: string;
  readonly baseUrl: string;
}

const DESCRIPTION = 'A development emulator of the Astra DevOps API and of the Stargate REST and Document APIs.';
const SEEN_BY_NOBODY_ELSE = { 'cache-control': 'no-store', vary: 'accept' };

/** A page for browsers, JSON for everything else. */
export function indexPage({ origin, headers }: Incoming, registry: Registry, developmentToken: string): Reply {
  const entries = registry.list().filter(({ record }) => record.status !== 'TERMINATED');
  const index: Index = {
    description: DESCRIPTION,
    devopsBaseUrl: origin,
    ...(isDirect(origin) && { applicationToken: developmentToken }),
    databases: entries.map((entry) => toIndexed(origin, entry)),
  };
  if (prefersHtml(headers.get('accept') ?? '')) return html(indexHtml(index, examplePath(entries[0])));
  return json(200, index, SEEN_BY_NOBODY_ELSE);
}

function toIndexed(origin: string, { record: { id, region, name, status } }: Entry): IndexedDatabase {
  return { id, region, name, status, baseUrl: `${origin}/${id}-${region}/api/rest` };
}

/** Something of the first database that can be looked at: rows, documents, or at least its keyspaces. */
function examplePath(entry: Entry | undefined): string {
  const keyspaces = entry?.database.catalog.keyspaces().filter(({ system }) => !system) ?? [];
  const [table] = keyspaces.flatMap(({ tables }) => Object.values(tables));
  if (!table) return '/v2/schemas/keyspaces/system/tables';
  return table.collection
    ? `/v2/namespaces/${table.keyspace}/collections/${table.name}?page-size=3`
    : `/v2/keyspaces/${table.keyspace}/${table.name}/rows?page-size=3`;
}

/** A browser names HTML; programs name JSON, or take whatever comes. */
function prefersHtml(accept: string): boolean {
  const weights = new Map(accept.split(',').map(toWeight));
  const html = weights.get('text/html') ?? 0;
  return html > (weights.get('application/json') ?? 0) && html >= (weights.get('*/*') ?? 0);
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
    ...SEEN_BY_NOBODY_ELSE,
  };
  return { status: 200, headers, body };
}
