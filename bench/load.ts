/**
 * A client that costs the machine little: keep-alive connections which each send a request, wait for the whole answer, and
 * send the next. The bare socket, because Node's own HTTP client would be busier than some of what is measured.
 */
import { connect } from 'node:net';
import { type Answer, createAnswerReader } from './answer-reader.ts';

export interface Load {
  readonly url: URL;
  readonly connections: number;
  readonly durationMs: number;
  /** The whole request; see `toRequest`. */
  readonly nextRequest: () => Buffer;
  /** An answer with a shorter body is a failure: GraphQL tells of most of them with a 200. */
  readonly minAnswerBytes: number;
}

export interface Driven {
  readonly answers: number;
  readonly perSecond: number;
}

/**
 * Requests that are under way when the time is over are waited for, and counted with their time: a server that answers all
 * at once late is not wronged.
 *
 * @throws Error - at the first answer that is not a 200 or too short, or when a connection breaks
 */
export async function drive(load: Load): Promise<Driven> {
  const startedAt = performance.now();
  const lanes = Array.from({ length: load.connections }, () => driveConnection(load, startedAt + load.durationMs));
  const answers = (await Promise.all(lanes)).reduce((sum, count) => sum + count, 0);
  return { answers, perSecond: (answers / (performance.now() - startedAt)) * 1000 };
}

function driveConnection({ url, nextRequest, minAnswerBytes }: Load, endsAt: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    const send = () => socket.write(nextRequest());
    const onAnswer = ({ status, bytes }: Answer) => {
      count += 1;
      const isRight = status === 200 && bytes >= minAnswerBytes;
      if (!isRight) socket.destroy(new Error(`${url} answered ${status} with ${bytes} bytes`));
      else if (performance.now() < endsAt) send();
      else socket.end();
    };
    socket.on('data', createAnswerReader(onAnswer));
    socket.once('connect', send);
    socket.once('error', reject);
    socket.once('close', () => {
      if (performance.now() < endsAt) reject(new Error(`${url} closed a connection`));
      else resolve(count);
    });
  });
}

/** The text of one answer, head and all, to see what is being measured. */
export function askOnce(url: URL, request: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    const readAnswer = createAnswerReader(() => socket.end());
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      readAnswer(chunk);
    });
    socket.once('connect', () => socket.write(request));
    socket.once('error', reject);
    socket.once('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

/** A GET without a body, a POST of JSON with one. */
export function toRequest(url: URL, headers: Readonly<Record<string, string>>, body?: string): Buffer {
  const content =
    body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries({ host: url.host, accept: 'application/json', ...headers, ...content });
  const head = `${body === undefined ? 'GET' : 'POST'} ${url.pathname}${url.search} HTTP/1.1`;
  return Buffer.from(
    `${[head, ...lines.map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n${body ?? ''}`,
  );
}
