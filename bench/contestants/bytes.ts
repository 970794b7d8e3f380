/** What any server in JavaScript costs at the least: it reads the body, and answers the same bytes to all. Argument: a port. */
import { createServer } from 'node:http';
import { TYPED } from '../queries.ts';

const BYTES = Buffer.from(JSON.stringify({ data: TYPED.answers.constant }));
const HEADERS = { 'content-type': 'application/json', 'content-length': BYTES.length };

const server = createServer((incoming, outgoing) => {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => outgoing.writeHead(200, HEADERS).end(BYTES));
});
server.listen(Number(process.argv[3]), '127.0.0.1');
