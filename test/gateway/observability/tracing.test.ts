/** What an operator with OpenTelemetry sees of a request, and what goes along with its upstream calls. */
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { AlwaysOffSampler } from '@opentelemetry/sdk-trace-base';
import { afterEach, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { startTelemetry, type Telemetry } from '../../support/telemetry.ts';

const QUERY = 'query Names { databases { nodes { name } } }';
const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const PARENT = { traceparent: `00-${TRACE_ID}-b7ad6b7169203331-01`, tracestate: 'vendor=1' };

let gateway: RunningGateway;
let telemetry: Telemetry | undefined;

async function start(isSampled?: boolean): Promise<Telemetry> {
  telemetry = startTelemetry(isSampled === false ? new AlwaysOffSampler() : undefined);
  gateway = await startGateway();
  return telemetry;
}

afterEach(async () => {
  await gateway.close();
  await telemetry?.stop();
  telemetry = undefined;
});

const ask = (document: string, headers: Record<string, string> = {}, variables = {}) =>
  gateway.query(document, variables, { authorization: `Bearer ${gateway.emulator.applicationToken}`, ...headers });

const sentHeaders = () => gateway.upstreamRequests().map(({ headers }) => headers);

const byKind = (spans: readonly ReadableSpan[], kind: SpanKind) => spans.filter((span) => span.kind === kind);

describe('with an SDK', () => {
  test('a request is a span, and each upstream call one below it', async () => {
    const { spans } = await start();
    await ask(QUERY);
    const [server] = byKind(spans(), SpanKind.SERVER);
    const [client] = byKind(spans(), SpanKind.CLIENT);
    expect(spans()).toHaveLength(2);
    expect(server).toMatchObject({
      name: 'query',
      parentSpanContext: undefined,
      status: { code: SpanStatusCode.UNSET },
      attributes: {
        'graphql.operation.type': 'query',
        'graphql.operation.name': 'Names',
        'http.response.status_code': 200,
      },
    });
    expect(client).toMatchObject({
      name: 'GET /v2/databases',
      parentSpanContext: { spanId: server?.spanContext().spanId, traceId: server?.spanContext().traceId },
      status: { code: SpanStatusCode.UNSET },
      attributes: {
        'http.request.method': 'GET',
        'url.template': '/v2/databases',
        'http.response.status_code': 200,
        'http.response.body.size': expect.any(Number),
        'astra.api': 'devops',
      },
    });
  });

  test("a request belongs to its client's trace, and upstream to the span of its call", async () => {
    const { spans } = await start();
    await ask(QUERY, PARENT);
    const [server] = byKind(spans(), SpanKind.SERVER);
    const [client] = byKind(spans(), SpanKind.CLIENT);
    expect(server?.parentSpanContext).toMatchObject({ traceId: TRACE_ID, spanId: 'b7ad6b7169203331' });
    expect(sentHeaders()).toEqual([
      expect.objectContaining({
        traceparent: `00-${TRACE_ID}-${client?.spanContext().spanId}-01`,
        tracestate: 'vendor=1',
      }),
    ]);
    expect(gateway.logLines.at(-1)).toMatchObject({ event: 'request', traceId: TRACE_ID });
  });

  test('a batch tells how many keys it holds', async () => {
    const { spans } = await start();
    await ask('mutation { createKeyspace(input: {name: "shop"}) { created } }');
    await ask(
      'mutation { createTable(input: {keyspace: "shop", name: "t", columns: [{name: "k", type: "int"}], primaryKey: {partitionKey: ["k"]}}) { created } }',
    );
    await ask(
      '{ keyspace(name: "shop") { table(name: "t") { a: row(key: {k: 1}) { id } b: row(key: {k: 2}) { id } c: row(key: {k: 3}) { id } } } }',
    );
    expect(spans().map(({ attributes }) => attributes['astra.batch.size'])).toContain(3);
  });

  test.each([
    ['an upstream that fails', { kind: 'answer', status: 503 }, '503', 'UPSTREAM_ERROR'],
    ['an upstream that hangs up', { kind: 'cut' }, 'connection', 'UPSTREAM_UNAVAILABLE'],
  ] as const)('%s shows on both', async (_, fault, errorType, code) => {
    const { spans } = await start();
    gateway.emulator.faults.add({ match: { api: 'devops' }, fault });
    const { errors } = await ask(QUERY);
    expect(errors?.[0]?.extensions.code).toBe(code);
    for (const span of spans()) expect(span.status.code).toBe(SpanStatusCode.ERROR);
    const types = spans().map(({ attributes }) => attributes['error.type']);
    expect(new Set(types)).toEqual(new Set([errorType, code]));
  });

  test("a mistake of the client's is told, but is no fault", async () => {
    const { spans } = await start();
    await ask('{ nonsense }');
    expect(spans()).toMatchObject([
      {
        name: 'GraphQL Operation',
        status: { code: SpanStatusCode.UNSET },
        attributes: { 'error.type': 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
  });

  test('what is not sampled is not recorded, and says so upstream', async () => {
    const { spans } = await start(false);
    await ask(QUERY, PARENT);
    expect(spans()).toEqual([]);
    expect(sentHeaders()).toEqual([
      expect.objectContaining({ traceparent: expect.stringMatching(`^00-${TRACE_ID}-[0-9a-f]{16}-00$`) }),
    ]);
  });

  test('probes and pages are no requests', async () => {
    const { spans } = await start();
    for (const path of ['/health', '/ready', '/metrics', '/elsewhere']) await fetch(new URL(path, gateway.url));
    expect(spans()).toEqual([]);
  });

  test('measurements have the names and attributes of the conventions', async () => {
    const { points } = await start();
    await ask(QUERY);
    await ask('{ nonsense }');
    const method = 'POST';
    expect(await points('http.server.request.duration')).toEqual([
      {
        attributes: {
          'http.request.method': method,
          'http.route': '/graphql',
          'http.response.status_code': 200,
          'graphql.operation.type': 'query',
        },
        value: expect.objectContaining({ count: 1 }),
      },
      {
        attributes: {
          'http.request.method': method,
          'http.route': '/graphql',
          'http.response.status_code': 200,
          'error.type': 'GRAPHQL_VALIDATION_FAILED',
        },
        value: expect.objectContaining({ count: 1 }),
      },
    ]);
    expect(await points('http.client.request.duration')).toEqual([
      {
        attributes: {
          'astra.api': 'devops',
          'http.request.method': 'GET',
          'url.template': '/v2/databases',
          'http.response.status_code': 200,
        },
        value: expect.objectContaining({ count: 1 }),
      },
    ]);
    expect(await points('http.server.active_requests')).toMatchObject([{ value: 0 }]);
    expect(await points('astra.graphql.errors')).toEqual([
      { attributes: { 'error.type': 'GRAPHQL_VALIDATION_FAILED' }, value: 1 },
    ]);
  });
});

describe('without an SDK', () => {
  test("the client's trace is handed on as it came", async () => {
    gateway = await startGateway();
    await ask(QUERY, PARENT);
    expect(sentHeaders()).toEqual([expect.objectContaining(PARENT)]);
    expect(gateway.logLines.at(-1)).toMatchObject({ traceId: TRACE_ID });
  });

  test.each([
    ['none', {}],
    ['one without an id', { traceparent: `00-${'0'.repeat(32)}-b7ad6b7169203331-01` }],
    ['a made-up one', { traceparent: 'x', tracestate: 'vendor=1' }],
    ['a state alone', { tracestate: 'vendor=1' }],
  ])('%s is not', async (_, headers) => {
    gateway = await startGateway();
    await ask(QUERY, headers);
    expect(gateway.upstreamRequests()).toHaveLength(1);
    for (const sent of sentHeaders()) expect(Object.keys(sent)).not.toContain('traceparent');
    for (const sent of sentHeaders()) expect(Object.keys(sent)).not.toContain('tracestate');
    expect(gateway.logLines.at(-1)).not.toHaveProperty('traceId', expect.anything());
  });
});
