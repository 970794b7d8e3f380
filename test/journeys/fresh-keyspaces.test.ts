/** What was made a moment ago can be used: keyspaces, which upstream shows only after a while, and all that is made in them. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createUpstream } from '../../datasources/back-ends/upstream.ts';
import type { Source } from '../../datasources/source/source.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';
import { createScope } from '../support/scripted-server.ts';

const table = (keyspace: string, name = 't') =>
  `createTable(input: { keyspace: "${keyspace}", name: "${name}", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }, { name: "v", type: "text" }] }) { created }`;

describe('on Astra, whose database is in MAINTENANCE for a while', () => {
  let gateway: RunningGateway;

  beforeAll(async () => {
    gateway = await startGateway({ emulator: { delaysMs: { MAINTENANCE: 400 } } });
  });
  afterAll(() => gateway.close());

  async function run(document: string, headers?: Record<string, string>) {
    const { data, errors } = await gateway.query(document, {}, headers);
    expect(errors).toBeUndefined();
    return data;
  }

  test('all can be made in a keyspace right behind it, in one operation', async () => {
    const data = await run(`mutation {
      createKeyspace(input: { name: "one" }) { created keyspace { name tables { name } types { name } } }
      createUserDefinedType(input: { keyspace: "one", name: "point", fields: [{ name: "x", type: "int" }] }) { created }
      createTable(input: { keyspace: "one", name: "t", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }, { name: "p", type: "point" }] }) { created }
      createColumn(input: { keyspace: "one", table: "t", name: "n", type: "int" }) { created }
      createIndex(input: { keyspace: "one", table: "t", column: "n" }) { created }
      createRow(input: { keyspace: "one", table: "t", values: { id: 1, n: 2, p: { x: 3 } } }) { created row { values } }
      updateRow(input: { keyspace: "one", table: "t", key: { id: 1 }, values: { n: 4 } }) { row { value(column: "n") } }
    }`);
    expect(data.createKeyspace).toEqual({ created: true, keyspace: { name: 'one', tables: [], types: [] } });
    expect(data.createRow.row.values).toEqual({ id: 1, n: 2, p: { x: 3 } });
    expect(data.updateRow.row.value).toBe(4);
  });

  test('and with another token in the next operations', async () => {
    const credentials = 'input: { username: "cassandra", password: "cassandra" }';
    const { createAuthToken } = await run(`mutation { createAuthToken(${credentials}) { authToken } }`);
    const other = { 'x-cassandra-token': createAuthToken.authToken };
    await run('mutation { createKeyspace(input: { name: "two" }) { created } }');
    expect((await run(`mutation { ${table('two')} }`, other)).createTable.created).toBe(true);
    await run('mutation { createKeyspace(input: { name: "three" }) { created } }');
    const { keyspace } = await run('{ keyspace(name: "three") { name tables { name } } }');
    expect(keyspace).toEqual({ name: 'three', tables: [] });
  });

  test('a namespace and a collection', async () => {
    const data = await run(`mutation {
      createNamespace(input: { name: "four" }) { created namespace { collections { name } } }
      createCollection(input: { namespace: "four", name: "c" }) { created }
      createDocument(input: { namespace: "four", collection: "c", data: { a: 1 } }) { document { data } } }`);
    expect(data.createNamespace).toEqual({ created: true, namespace: { collections: [] } });
    expect(data.createDocument.document.data).toEqual({ a: 1 });
  });

  test('keyspaces one after another, deleted and made anew', async () => {
    const data = await run(`mutation {
      a: createKeyspace(input: { name: "five" }) { created }
      b: createKeyspace(input: { name: "six" }) { created }
      ${table('five')}
      c: deleteKeyspace(input: { keyspace: "five" }) { deletedId }
      d: createKeyspace(input: { name: "five" }) { created keyspace { tables { name } } }
      e: deleteKeyspace(input: { keyspace: "five", ifExists: true }) { deletedId } }`);
    expect(data).toMatchObject({ a: { created: true }, b: { created: true }, d: { created: true } });
    expect(data.d.keyspace.tables).toEqual([]);
    expect(data.e.deletedId).not.toBeNull();
  });

  test('nobody waits for a keyspace that nobody has made, nor for one that is there', async () => {
    gateway.clearUpstreamRequests();
    expect((await run('{ keyspace(name: "nowhere") { name } }')).keyspace).toBeNull();
    const { errors } = await gateway.query(`mutation { ${table('nowhere')} }`);
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(gateway.upstreamRequests()).toHaveLength(2);
    gateway.clearUpstreamRequests();
    await run(`mutation { ${table('six')} }`);
    await run(`mutation { ${table('six', 'u')} }`);
    const once = gateway.upstreamRequests().length;
    gateway.clearUpstreamRequests();
    await run(`mutation { ${table('six', 'w')} }`);
    expect(once).toBe(2 * gateway.upstreamRequests().length);
  });
});

describe('on a Stargate whose services see a keyspace late', () => {
  let server: Server;
  let source: Source;
  const lines: string[] = [];
  /** How often a keyspace is still said to be missing after it was made. */
  let blindFor = 0;
  let isMade = false;

  beforeAll(async () => {
    server = createServer((request, response) => {
      lines.push(`${request.method} ${request.url}`);
      if (request.method === 'POST' && request.url?.endsWith('/keyspaces')) {
        isMade = true;
        return void response.writeHead(201).end('{"name":"late"}');
      }
      blindFor -= 1;
      if (!isMade || blindFor >= 0) {
        const code = request.method === 'GET' ? 404 : 400;
        const description = code === 404 ? "Unable to describe keyspace 'late'" : "Keyspace 'late' doesn't exist";
        const body = { description, code, grpcStatus: null, internalTxId: null };
        return void response.writeHead(code).end(JSON.stringify(body));
      }
      if (request.method === 'POST') return void response.writeHead(201).end('{"name":"t"}');
      const definition = {
        name: 't',
        keyspace: 'late',
        columnDefinitions: [{ name: 'id', typeDefinition: 'int', static: false }],
        primaryKey: { partitionKey: ['id'], clusteringKey: [] },
      };
      response.end(JSON.stringify({ data: request.url?.endsWith('/tables') ? [] : definition }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const databases = [{ name: 'db', restUrl: url, documentUrl: url, authUrl: url }];
    const upstream = createUpstream({ kind: 'stargate', databases, timeoutMs: 2000, schemaTimeoutMs: 5000 });
    source = upstream.open(createScope());
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('createTable waits for it and is sent again', async () => {
    const ref = { databaseId: 'db', keyspace: 'late' };
    expect(await source.catalog.createKeyspace(ref, {}, false)).toBe(true);
    blindFor = 3;
    const columns = [{ name: 'id', type: 'int', isStatic: false }];
    const definition = { ...ref, table: 't', columns, partitionKey: ['id'], clusteringKey: [] };
    expect(await source.catalog.createTable(definition, false)).toBe(true);
    const tables = '/v2/schemas/keyspaces/late/tables';
    expect(lines.slice(2)).toEqual([
      `POST ${tables}`,
      `GET ${tables}`,
      `GET ${tables}`,
      `GET ${tables}`,
      `POST ${tables}`,
      `GET ${tables}/t`,
    ]);
  });
});
