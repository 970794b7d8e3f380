/** What operators see: ids, log lines, metrics and probes, and what must not be in them. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { STARGATE_ERRORS } from '../../../datasources/stargate/shared/error-reader.ts';
import { createLog, type LogEntry, toJsonLine, toTerminalLine } from '../../../gateway/observability/log.ts';
import { redact } from '../../../gateway/observability/log-redaction.ts';
import { SECONDS } from '../../../gateway/observability/prometheus.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;
let base: string;

beforeAll(async () => {
  gateway = await startGateway({ corsOrigins: ['https://app.example'] });
  base = new URL(gateway.url).origin;
});
afterEach(() => gateway.emulator.faults.clear());
afterAll(() => gateway.close());

/** Its call is not cached. */
const QUERY = 'query Names { databases { nodes { name } } }';

function lastLines(count: number): readonly LogEntry[] {
  return gateway.logLines.slice(-count);
}

function failDevops(status: number): void {
  gateway.emulator.faults.add({ match: { api: 'devops' }, fault: { kind: 'answer', status } });
}

describe('the log', () => {
  test('has a line for each request', async () => {
    await gateway.query(QUERY);
    expect(lastLines(1)).toEqual([
      {
        level: 'info',
        event: 'request',
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        operation: 'query',
        name: 'Names',
        status: 200,
        durationMs: expect.any(Number),
        upstreamCalls: 1,
        upstreamMs: expect.any(Number),
      },
    ]);
  });

  test('has a line for each upstream call that failed, and says what to do', async () => {
    failDevops(503);
    await gateway.query(QUERY);
    const lines = gateway.logLines.filter(({ event }) => event === 'upstream');
    expect(lines.at(-1)).toMatchObject({
      level: 'warn',
      api: 'devops',
      method: 'GET',
      route: '/v2/databases',
      status: 503,
      advice: 'Upstream cannot reach its database, or the database is not serving.',
    });
    expect(gateway.logLines.filter(({ event }) => event === 'request').at(-1)).toMatchObject({
      errors: [expect.stringMatching(/^[A-Z_]+$/)],
    });
  });

  test('holds no token, variable, header or upstream address', async () => {
    const secrets = { authorization: 'Bearer AstraCS:top-secret', 'x-cassandra-token': 'other-secret' };
    await gateway.query('query ($name: String!) { keyspace(name: $name) { name } }', { name: 'my_secret' }, secrets);
    failDevops(500);
    await gateway.query(QUERY);
    const text = JSON.stringify(gateway.logLines);
    expect(text).not.toMatch(/secret/);
    expect(text).not.toContain(gateway.emulator.applicationToken);
    expect(text).not.toContain(new URL(gateway.emulatorUrl).host);
  });

  test('can leave out requests', () => {
    const lines: LogEntry[] = [];
    const log = createLog({ write: (line) => lines.push(line), quiet: true });
    log.request({ requestId: 'a', method: 'POST', startedAtMs: 0, calls: [], errorCodes: [] }, 200);
    log.fault({ requestId: 'a' }, new TypeError('x is not a function'));
    expect(lines).toEqual([
      {
        level: 'error',
        event: 'fault',
        requestId: 'a',
        error: 'TypeError',
        message: 'x is not a function',
        at: expect.stringMatching(/^observability\/observability\.test\.ts:\d+$/),
      },
    ]);
  });

  test.each([
    ['Invalid URL: https://host.example/a?b=c', 'Invalid URL: [url]'],
    ['no such token AstraCS:abc:def', 'no such token [token]'],
    ['refused Cassandra:dXNlcg==:cGFzcw==.', 'refused [token]'],
    ['Apache Cassandra: no', 'Apache Cassandra: no'],
    ['sent Bearer abc', 'sent [token]'],
    ['id 01234567-89ab-cdef-0123-456789abcdef', 'id [long word]'],
    ['two\n  lines', 'two lines'],
    ['a'.repeat(20).concat(' ').repeat(50), 'a'.repeat(20).concat(' ').repeat(50).slice(0, 300)],
  ])('takes out of a fault what must not be kept: %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test('is JSON for machines and a short line for a terminal', () => {
    const line = { level: 'info', event: 'request', requestId: 'a', name: undefined, errors: ['X', 'Y'] };
    const now = new Date(2026, 0, 2, 3, 4, 5);
    expect(JSON.parse(toJsonLine(line, now))).toEqual({
      time: now.toISOString(),
      level: 'info',
      event: 'request',
      requestId: 'a',
      errors: ['X', 'Y'],
    });
    expect(toTerminalLine(line, now)).toBe('03:04:05 request requestId=a errors=X,Y');
    expect(toTerminalLine({ ...line, level: 'warn' }, now)).toContain('03:04:05 warn request');
  });

  test.each([undefined, 401, 403, 408, 429, 500, 502, 503, 504])('knows what to do about %s', (status) => {
    expect(STARGATE_ERRORS.adviceFor({}, status)).toMatch(/\.$/);
  });

  test.each([200, 204, 400, 404, 409])('leaves %s to the client', (status) => {
    expect(STARGATE_ERRORS.adviceFor({}, status)).toBeUndefined();
  });
});

describe('/metrics', () => {
  const scrape = async () => (await fetch(`${base}/metrics`)).text();

  function read(text: string, series: string): number {
    return Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${series} `))
        ?.slice(series.length) ?? 0,
    );
  }

  test('counts requests, errors and upstream calls', async () => {
    const calls = 'astra_graphql_upstream_requests_total{api="devops",method="GET",route="/v2/databases",status="200"}';
    const names = [
      'astra_graphql_requests_total{surface="universal",operation="query",status="200"}',
      'astra_graphql_errors_total{code="GRAPHQL_VALIDATION_FAILED"}',
      calls,
    ];
    const before = await scrape();
    await gateway.query(QUERY);
    await gateway.query(QUERY);
    await gateway.query('{ nonsense }');
    const after = await scrape();
    expect(names.map((name) => read(after, name) - read(before, name))).toEqual([2, 1, 2]);
  });

  test('puts durations and batches into buckets, each with all that is faster or smaller', async () => {
    await gateway.query(QUERY);
    const text = await scrape();
    const route = 'api="devops",method="GET",route="/v2/databases"';
    for (const [name, labels] of [
      ['astra_graphql_request_duration_seconds', 'surface="universal",operation="query"'],
      ['astra_graphql_upstream_duration_seconds', route],
    ]) {
      const buckets = text.split('\n').filter((line) => line.startsWith(`${name}_bucket{${labels},le="`));
      const counts = buckets.map((line) => Number(line.split(' ').at(-1)));
      expect(buckets.map((line) => /le="([^"]+)"/.exec(line)?.[1])).toEqual([...SECONDS.map(String), '+Inf']);
      expect(counts).toEqual(counts.toSorted((left, right) => left - right));
      expect(counts.at(-1)).toBe(read(text, `${name}_count{${labels}}`));
      expect(read(text, `${name}_sum{${labels}}`)).toBeGreaterThan(0);
    }
  });

  test('counts requests in flight, also of clients that leave or ask for something else', async () => {
    gateway.emulator.faults.add({ match: { api: 'devops' }, latencyMs: 300, times: 1 });
    const leaving = new AbortController();
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    };
    const slow = gateway.query(QUERY);
    await expect.poll(async () => read(await scrape(), 'astra_graphql_requests_in_flight')).toBe(1);
    await slow;
    const gone = gateway.fetch(new Request(gateway.url, { ...init, signal: leaving.signal }));
    leaving.abort();
    await gone.catch(() => undefined);
    const headers = { origin: 'https://app.example', 'access-control-request-method': 'POST' };
    for (const method of ['OPTIONS', 'DELETE', 'GET', 'PUT']) await fetch(gateway.url, { method, headers });
    await fetch(gateway.url, { ...init, body: '{' });
    expect(read(await scrape(), 'astra_graphql_requests_in_flight')).toBe(0);
  });

  test('tells of the process', async () => {
    await scrape();
    const text = await scrape();
    for (const name of ['process_resident_memory_bytes', 'process_cpu_seconds_total', 'process_start_time_seconds']) {
      expect(read(text, name)).toBeGreaterThan(0);
    }
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
  });

  test('is described in docs/observability.md', async () => {
    const page = readFileSync(new URL('../../../docs/observability.md', import.meta.url), 'utf8');
    const names = [...(await scrape()).matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name);
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  test('has one HELP and TYPE for each metric, and only well-formed lines', async () => {
    const response = await fetch(`${base}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const lines = (await response.text()).trimEnd().split('\n');
    for (const line of lines) {
      expect(line).toMatch(/^(# (HELP|TYPE) [a-z]\w+ .+|[a-z]\w+(\{(\w+="[^"]*",?)+\})? [\d.e+-]+)$/);
    }
    const types = lines.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2]);
    expect(new Set(types).size).toBe(types.length);
  });
});

describe('probes', () => {
  test('/health says that the process answers', async () => {
    const response = await fetch(`${base}/health`);
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('/ready says whether upstream answers, and nothing more', async () => {
    const other = await startGateway();
    const readyUrl = `${new URL(other.url).origin}/ready`;
    expect((await fetch(readyUrl)).status).toBe(200);
    await other.close();

    const alone = await startGateway({
      upstream: {
        defaultDatabase: {
          databaseId: gateway.emulator.defaultDatabaseId,
          region: 'us-east1',
          api: 'stargate',
          dataUrl: 'http://127.0.0.1:9/api/rest',
        },
      },
    });
    const response = await fetch(`${new URL(alone.url).origin}/ready`);
    expect([response.status, await response.text()]).toEqual([503, '']);
    expect((await fetch(`${new URL(alone.url).origin}/health`)).status).toBe(200);
    await alone.close();
  });

  test('are no requests: they are not logged', async () => {
    const count = gateway.logLines.length;
    await fetch(`${base}/ready`);
    await fetch(`${base}/elsewhere`);
    expect(gateway.logLines).toHaveLength(count);
  });
});
