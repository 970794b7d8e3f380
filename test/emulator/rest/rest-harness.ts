/** The REST API over a store of its own, called as a function. */
import { openCatalog } from '../../../emulator/core/catalog.ts';
import { ServiceError } from '../../../emulator/core/service.ts';
import { openStore } from '../../../emulator/core/store.ts';
import { restService } from '../../../emulator/rest/rest-service.ts';
import { addSystemKeyspaces } from '../../../emulator/system/system-keyspaces.ts';
import { toCall } from '../support/service-call.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The JSON of an answer, with the members that the tests look at. */
  readonly body: Body;
}

export interface Body {
  readonly count: number;
  readonly pageState?: string;
  readonly data: readonly Record<string, unknown>[];
  readonly description: string | null;
  readonly grpcStatus: string | null;
}

export interface Harness {
  /** A path that does not begin with `/v2` is one of rows, in keyspace `shop`. A text is sent as it is. */
  ask(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
  /** Makes a table; types are followed by ` static`, and ` desc` for clustering columns that descend. */
  table(
    name: string,
    columns: Readonly<Record<string, string>>,
    partition: string[],
    clustering?: string[],
  ): Promise<void>;
  close(): Promise<void>;
}

export const TABLES = '/v2/schemas/keyspaces/shop/tables';

/** @param folder - where the data is kept; in memory when there is none */
export async function openHarness(folder?: string): Promise<Harness> {
  const store = openStore(folder);
  const catalog = openCatalog(store, 'd1/');
  addSystemKeyspaces(catalog);
  const database = { id: 'd', region: 'eu-west-1', storagePrefix: 'd1/', store, catalog };

  async function ask(method: string, path: string, body?: unknown, token?: string): Promise<Answer> {
    const whole = path.startsWith('/v2') ? path : `/v2/keyspaces/shop${path}`;
    const response = await restService(toCall(database, method, whole, body, token)).catch((error: unknown) => {
      if (error instanceof ServiceError) return error.toReply();
      throw error;
    });
    const text = response.body ?? '';
    return { status: response.status, text, body: text === '' ? {} : JSON.parse(text) };
  }

  await ask('POST', '/v2/schemas/keyspaces', { name: 'shop' });
  return {
    ask,
    async table(name, columns, partitionKey, clusteringKey = []) {
      const columnDefinitions = Object.entries(columns).map(([column, type]) => ({
        name: column,
        typeDefinition: type.replace(/ (static|desc)$/, ''),
        static: type.endsWith(' static'),
      }));
      const clusteringExpression = clusteringKey.map((column) => ({
        column,
        order: columns[column]?.endsWith(' desc') ? 'desc' : 'asc',
      }));
      const primaryKey = { partitionKey, clusteringKey };
      const plan = { name, columnDefinitions, primaryKey, tableOptions: { clusteringExpression } };
      const answer = await ask('POST', TABLES, plan);
      if (answer.status !== 201) throw new Error(answer.text);
    },
    close: () => store.close(),
  };
}

/** A `where` parameter. */
export function where(clause: unknown): string {
  return `where=${encodeURIComponent(JSON.stringify(clause))}`;
}

/** All rows of all pages. */
export async function allPages({ ask }: Harness, path: string, pageSize: number): Promise<unknown[]> {
  const rows: unknown[] = [];
  const first = `${path}${path.includes('?') ? '&' : '?'}page-size=${pageSize}`;
  for (let next: string | undefined = first; next; ) {
    const { status, body, text } = await ask('GET', next);
    if (status !== 200) throw new Error(text);
    rows.push(...body.data);
    next = body.pageState && `${first}&page-state=${encodeURIComponent(body.pageState)}`;
  }
  return rows;
}
