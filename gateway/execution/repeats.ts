/**
 * Answers requests that repeat one in flight byte by byte, before a server makes anything of them: a repeat costs reading its body,
 * looking it up and writing bytes. It has the whole answer of the first one, except for its own request id.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RateLimiter } from '../access/rate-limit.ts';
import type { Observer } from '../observability/observability.ts';
import { isUntraced } from '../observability/request-trace.ts';
import type { ServerContext } from '../shared/client-address.ts';
import { createRequestState } from '../shared/request-state.ts';
import type { SharedResult } from './shared-result.ts';

export interface Repeats {
  /** @param serve - for what repeats nothing, or what cannot have the answer of another; nothing was done to the message */
  answer(incoming: IncomingMessage, outgoing: ServerResponse, serve: () => void): void;
  /** The result that a repeat has waited for, to be answered with additions of its own. */
  resultOf(incoming: IncomingMessage): SharedResult | undefined;
  /**
   * Lets repeats of a request wait for its answer from now on.
   *
   * @param hold - keeps the execution going until it is let go; `undefined` once nothing can be joined any more
   */
  begin(context: ServerContext, body: string, hold: () => (() => void) | undefined): Repeated | undefined;
}

/** A request that others may repeat. */
export interface Repeated {
  /** @param outcome - `undefined` where it had none */
  end(outcome: RepeatOutcome | undefined): void;
}

export interface RepeatOutcome {
  readonly shared: SharedResult;
  /** Absent where each answer has additions of its own. */
  readonly answer?: SharedAnswer;
}

export interface SharedAnswer {
  readonly headers: Iterable<readonly [string, string]>;
  readonly bytes: Uint8Array;
}

export interface RepeatOptions {
  readonly limiter: RateLimiter;
  readonly observer: Observer;
  readonly maxBodyBytes: number;
}

interface Entry {
  readonly hold: () => (() => void) | undefined;
  readonly outcome: Promise<RepeatOutcome | undefined>;
}

const REQUEST_ID = 'x-request-id';
/** Headers that change no answer. Rates read their own from the message; cookies mean nothing here. */
const NEUTRAL = new Set([
  ...['content-length', 'cookie', 'forwarded', 'referer', 'user-agent', 'via', 'x-forwarded-for'],
  ...['x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-real-ip', REQUEST_ID],
]);
/** With one of these a request is served by itself: its answer, its trace or its body is another's to handle. */
const OWN = ['content-encoding', 'expect', 'traceparent', 'transfer-encoding', 'x-astra-receipt'];

export function createRepeats({ limiter, observer, maxBodyBytes }: RepeatOptions): Repeats {
  /** By target and headers, and then by body. */
  const inFlight = new Map<string, Map<string, Entry>>();
  const results = new WeakMap<IncomingMessage, SharedResult>();

  function find(incoming: IncomingMessage, head: string): Entry | undefined {
    const entries = inFlight.get(head);
    // Nearly always the whole body has come with the headers.
    if (!entries || incoming.readableLength !== Number(incoming.headers['content-length'])) return undefined;
    const body: Buffer | null = incoming.read();
    if (body === null) return undefined;
    incoming.unshift(body);
    return entries.get(body.toString());
  }

  /** @returns whether nothing is left to do */
  async function join(entry: Entry, incoming: IncomingMessage, outgoing: ServerResponse): Promise<boolean> {
    const release = entry.hold();
    if (!release) return false;
    outgoing.once('close', release);
    // A request that is refused is refused again by the server, and counted once.
    const [outcome] = await Promise.all([entry.outcome, limiter.take(incoming)]);
    if (!outcome) return false;
    const { shared, answer } = outcome;
    if (!answer) {
      results.set(incoming, shared);
      return false;
    }
    const state = createRequestState((name) => incoming.headers[name]?.toString() ?? null, 'POST');
    observer.begin(state);
    state.coalescedWith = shared.state;
    if (shared.state.operation) state.operation = shared.state.operation;
    if (!outgoing.destroyed) send(outgoing, answer, state.requestId);
    observer.end(state, 200);
    return true;
  }

  return {
    resultOf: (incoming) => results.get(incoming),
    answer(incoming, outgoing, serve) {
      const head = readHead(incoming, maxBodyBytes);
      if (head === undefined || !inFlight.has(head) || !isUntraced()) return serve();
      process.nextTick(() => {
        const entry = find(incoming, head);
        if (!entry) return serve();
        join(entry, incoming, outgoing).then(
          (isAnswered) => isAnswered || serve(),
          () => serve(),
        );
      });
    },
    begin({ req, res }, body, hold) {
      const head = req && readHead(req, maxBodyBytes);
      if (head === undefined) return undefined;
      const entries = inFlight.get(head) ?? new Map<string, Entry>();
      if (entries.has(body)) return undefined;
      let resolve: (outcome: RepeatOutcome | undefined) => void = () => {};
      const entry: Entry = { hold, outcome: new Promise((settle) => (resolve = settle)) };
      inFlight.set(head, entries.set(body, entry));
      function end(outcome: RepeatOutcome | undefined): void {
        resolve(outcome);
        if (entries.get(body) === entry) entries.delete(body);
        if (entries.size === 0 && inFlight.get(head ?? '') === entries) inFlight.delete(head ?? '');
      }
      // The client of the first one may leave before its answer is made.
      res?.once('close', () => end(undefined));
      return { end };
    },
  };
}

/** Equal for requests whose answers differ by their bodies alone; `undefined` for those that repeat nothing. */
function readHead(incoming: IncomingMessage, maxBodyBytes: number): string | undefined {
  const { method, url, headers, rawHeaders, httpVersionMajor } = incoming;
  const length = headers['content-length'] ?? '';
  // Over HTTP/2 an answer has no flat list of headers.
  const isPlain =
    httpVersionMajor === 1 && method === 'POST' && /^\d{1,15}$/.test(length) && Number(length) <= maxBodyBytes;
  if (!isPlain || OWN.some((name) => headers[name] !== undefined)) return undefined;
  let head = url ?? '';
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    if (!NEUTRAL.has(name)) head += `\n${name}:${rawHeaders[index + 1]}`;
  }
  return head;
}

function send(outgoing: ServerResponse, { headers, bytes }: SharedAnswer, requestId: string): void {
  const fields = [...headers].flatMap(([name, value]) => [name, name === REQUEST_ID ? requestId : value]);
  outgoing.writeHead(200, fields);
  outgoing.end(bytes);
}
