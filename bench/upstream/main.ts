/**
 * The upstream of all contestants, in a process of its own. Each answer is rendered when it is first asked for, and is the
 * same bytes from then on, so that a request costs what Node's bare HTTP server costs. Argument: a port.
 */
import { createServer } from 'node:http';
import { render } from './routes.ts';

const MISSING = Buffer.from('{"description":"Not found"}');
const answers = new Map<string, Buffer>();
let requestCount = 0;

const server = createServer((incoming, outgoing) => {
  requestCount += 1;
  const target = incoming.url ?? '/';
  const body = answers.get(target) ?? prepare(target);
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  outgoing.writeHead(body === MISSING ? 404 : 200, headers).end(body);
});

function prepare(target: string): Buffer {
  const answer = render(target);
  const body = answer === undefined ? MISSING : Buffer.from(JSON.stringify(answer));
  answers.set(target, body);
  return body;
}

// Contestants are idle for a while between their turns.
server.keepAliveTimeout = 600_000;
server.listen(Number(process.argv[2]), '127.0.0.1');
process.on('message', () => process.send?.(requestCount));
