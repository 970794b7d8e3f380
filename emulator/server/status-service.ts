/** Public status pages of a database's services, without a token: health, metrics, OpenAPI descriptions. */
import { type Call, json, type Reply, type Service, ServiceError } from '../core/service.ts';
import { describeDocumentApi, describeRestApi, type OpenApi } from './openapi.ts';

const ANSWERS: Readonly<Record<string, (call: Call) => Reply>> = {
  '/health': () => text('application/json', 'UP'),
  '/stargate/health': () => health('Embedded store'),
  '/stargate/health/ready': () => health('Embedded store'),
  '/stargate/health/live': () => health(),
  '/metrics': (call) => text('text/plain; version=0.0.4; charset=utf-8', metrics(call)),
  '/swagger-ui': page,
  '/api/rest/openapi': (call) => description(call, describeRestApi(apiUrl(call))),
  '/api/docs/openapi': (call) => description(call, describeDocumentApi(apiUrl(call))),
};

/** Answers GET on the paths above. */
export const statusService: Service = async (call) => {
  const answer = ANSWERS[call.path];
  if (!answer) throw new ServiceError(404, 'HTTP 404 Not Found');
  if (call.method === 'GET') return answer(call);
  const { headers, ...refusal } = new ServiceError(405, 'HTTP 405 Method Not Allowed').toReply();
  return { ...refusal, headers: { ...headers, allow: 'GET, HEAD' } };
};

function health(...checks: readonly string[]): Reply {
  return json(200, { status: 'UP', checks: checks.map((name) => ({ name, status: 'UP' })) });
}

/** Prometheus text format. */
function metrics({ database }: Call): string {
  const keyspaces = database.catalog.keyspaces();
  const gauges: readonly (readonly [name: string, help: string, value: number])[] = [
    ['emulator_keyspaces', 'Keyspaces of the database, system keyspaces included.', keyspaces.length],
    ['emulator_tables', 'Tables of all keyspaces.', keyspaces.flatMap(({ tables }) => Object.keys(tables)).length],
    ['process_resident_memory_bytes', 'Resident memory of the emulator process.', process.memoryUsage.rss()],
  ];
  return gauges
    .map(([name, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`)
    .join('');
}

/** The links are relative to the host. */
function page({ baseUrl }: Call): Reply {
  const { pathname } = new URL(baseUrl);
  const links = ['rest', 'docs'].map((api) => `${pathname}/api/${api}/openapi?format=json`);
  const items = links.map((url) => `<li><a href="${url}">${url}</a></li>`).join('');
  const body = `<!doctype html><html lang="en"><title>OpenAPI</title><h1>OpenAPI descriptions</h1><ul>${items}</ul></html>`;
  return text('text/html; charset=utf-8', body);
}

/** YAML unless the client asks for JSON; JSON is valid YAML. */
function description({ query, headers }: Call, document: OpenApi): Reply {
  const wantsJson = query.text('format')?.toLowerCase() === 'json' || headers.get('accept')?.includes('json');
  return text(wantsJson ? 'application/json' : 'application/yaml; charset=utf-8', JSON.stringify(document, null, 2));
}

function apiUrl({ baseUrl }: Call): string {
  return `${baseUrl}/api/rest`;
}

function text(type: string, body: string): Reply {
  return { status: 200, headers: { 'content-type': type }, body };
}
