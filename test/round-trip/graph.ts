/** A gateway with one keyspace, asked by a few operations that do not hide what is sent and what comes back. */
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../support/gateway.ts';

type Values = Readonly<Record<string, unknown>>;

export interface RowAnswer {
  /** As JSON has it: `undefined` where the operation failed. */
  readonly row?: { readonly id: string; readonly key: Values; readonly values: Values } | null;
  readonly code?: string;
  readonly message?: string;
}

/** Every operation on rows and documents of one keyspace, with its answer or the code of its error. */
export interface RoundTrip {
  readonly gateway: RunningGateway;
  query(document: string, variables?: Values): Promise<GraphQLAnswer>;
  /** The data of what must not fail. */
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's
  data(document: string, variables?: Values): Promise<any>;
  createTable(name: string, columns: Readonly<Record<string, string>>, primaryKey: TableKey): Promise<void>;
  createRow(table: string, values: Values): Promise<RowAnswer>;
  replaceRow(table: string, key: Values, values: Values): Promise<RowAnswer>;
  updateRow(table: string, key: Values, values: Values): Promise<RowAnswer>;
  deleteRow(table: string, key: Values): Promise<RowAnswer>;
  readRow(table: string, key: Values): Promise<RowAnswer>;
  readNode(id: string): Promise<RowAnswer>;
  close(): Promise<void>;
}

export interface TableKey {
  readonly partition: readonly string[];
  readonly clustering?: readonly string[];
  readonly statics?: readonly string[];
  readonly defaultTtlSeconds?: number;
}

export const KEYSPACE = 'trip';
const ROW = 'row { id key values }';

export async function openRoundTrip(): Promise<RoundTrip> {
  const gateway = await startGateway();
  const query: RoundTrip['query'] = (document, variables) => gateway.query(document, variables);
  const data: RoundTrip['data'] = async (document, variables) => {
    const answer = await query(document, variables);
    if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join(' '));
    return answer.data;
  };
  const mutate = (name: string, selection: string) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
    return async (table: string, input: Values): Promise<RowAnswer> =>
      toAnswer(await query(document, { input: { keyspace: KEYSPACE, table, ...input } }), (each) => each?.[name]?.row);
  };
  const [create, replace, update] = [mutate('createRow', ROW), mutate('replaceRow', ROW), mutate('updateRow', ROW)];
  const remove = mutate('deleteRow', 'deletedId');
  await data(`mutation { createKeyspace(input: {name: "${KEYSPACE}"}) { created } }`);
  return {
    gateway,
    query,
    data,
    async createTable(name, columns, { partition, clustering = [], statics = [], defaultTtlSeconds }) {
      const input = {
        keyspace: KEYSPACE,
        name,
        columns: Object.entries(columns).map(([column, type]) => ({
          name: column,
          type,
          isStatic: statics.includes(column),
        })),
        primaryKey: { partitionKey: partition, clusteringKey: clustering.map((column) => ({ name: column })) },
        ...(defaultTtlSeconds !== undefined && { defaultTtlSeconds }),
      };
      await data('mutation ($input: CreateTableInput!) { createTable(input: $input) { created } }', { input });
    },
    createRow: (table, values) => create(table, { values }),
    replaceRow: (table, key, values) => replace(table, { key, values }),
    updateRow: (table, key, values) => update(table, { key, values }),
    deleteRow: (table, key) => remove(table, { key }),
    async readRow(table, key) {
      const document = `query ($key: RowKey!) { keyspace(name: "${KEYSPACE}") { table(name: "${table}") { row(key: $key) { id key values } } } }`;
      return toAnswer(await query(document, { key }), (each) => each?.keyspace?.table?.row);
    },
    async readNode(id) {
      const document = 'query ($id: ID!) { node(id: $id) { ... on Row { id key values } } }';
      return toAnswer(await query(document, { id }), (each) => each?.node);
    },
    close: gateway.close,
  };
}

function toAnswer(answer: GraphQLAnswer, find: (data: GraphQLAnswer['data']) => RowAnswer['row']): RowAnswer {
  const [error] = answer.errors ?? [];
  if (error) return { code: error.extensions.code, message: error.message };
  const row = find(answer.data);
  return row === undefined ? {} : { row };
}

/** Equal text means equal values, members named `__proto__` and the order of members included. */
export const asText = (value: unknown) => JSON.stringify(value);

/** What came back, without the columns of the key. @throws Error - with the reason why there is no row */
export function valuesOf({ row, message }: RowAnswer, key: readonly string[]): Values {
  if (!row) throw new Error(message ?? 'There is no such row.');
  return Object.fromEntries(Object.entries(row.values).filter(([name]) => !key.includes(name)));
}
