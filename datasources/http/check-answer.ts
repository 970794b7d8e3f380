import { UpstreamError } from '../source/errors.ts';
import { WrongBody } from './body.ts';
import { failure, requestOf } from './failed-answer.ts';
import { doubtOf, type HttpAnswer, type HttpCall } from './http-call.ts';

export interface Received {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly bytes: Uint8Array;
  readonly durationMs: number;
}

/**
 * Checks what has arrived against what the call expects. The error object of an API inside a success is that failure, where it
 * says something of the server or the token; what it says of the data is not believed.
 *
 * @throws UpstreamError - when a success cannot be right, or a 404 or 409 is not in the words of the API
 */
export function createAnswer<T>(call: HttpCall<T>, { status, headers, bytes, durationMs }: Received): HttpAnswer<T> {
  const text = decode(bytes);
  const answer = { call, status, durationMs, text: text ?? '', header: (name: string) => headers.get(name) };
  try {
    if (status >= 200 && status < 300 && call.errors.isFailure?.(answer.text)) return answer;
    if (status >= 200 && status < 300) return { success: { value: readBody(call, answer, text) }, ...answer };
    checkFact(answer);
    return answer;
  } catch (error) {
    if (!(error instanceof WrongBody)) throw error;
    const claimed = call.errors.claimedStatus(text ?? '') ?? 0;
    if (PERMISSION.has(claimed) || (claimed >= 500 && claimed < 600)) return { ...answer, status: claimed };
    throw wrongAnswer(answer, error.message);
  }
}

/** Statuses about the token and the load, and not about the data. */
const PERMISSION: ReadonlySet<number> = new Set([401, 403, 429]);

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** @returns `undefined` for bytes that are no UTF-8 */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** @throws WrongBody */
function readBody<T>({ expect }: HttpCall<T>, answer: HttpAnswer, text: string | undefined): T {
  const read = expect[answer.status];
  if (!read) throw new WrongBody(`this call has no success of the status ${answer.status}`);
  if (text === undefined) throw new WrongBody('its body is not UTF-8');
  if (/html/i.test(answer.header('content-type') ?? ''))
    throw new WrongBody('its body is said to be HTML, something that is not JSON');
  return read(text);
}

/**
 * That something is not there, or is there already, is believed in the API's own words alone: a proxy has such statuses too.
 *
 * @throws WrongBody
 */
function checkFact(answer: HttpAnswer): void {
  const { call, status } = answer;
  if ((status === 404 || status === 409) && !call.errors.isFromApi(answer))
    throw new WrongBody('its body does not say why in the words of the API');
}

/** @param fault - what came, and where */
export function wrongAnswer(answer: HttpAnswer, fault: string): UpstreamError {
  const { call, status, text } = answer;
  const came = call.isAnonymous || call.isSecret ? '' : excerpt(text);
  return new UpstreamError(
    `Upstream answered ${requestOf(answer)} with ${status}, which cannot be right: ${fault}.${came && ` It begins ${came}`}${doubtOf(call)}`,
    failure(answer, call.effect === 'read'),
  );
}

const MAX_EXCERPT_LENGTH = 100;
/** Hosts, addresses and tokens, which clients must not see. */
const HIDDEN =
  /\w+:\/\/[^\s"]+|\b(?:[\w-]+\.)+[a-z][\w-]*(?::\d+)?|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?|\bAstraCS:[^\s"]+|\bCassandra:[\w+/=-]+:[^\s"]+|\beyJ[\w.-]+/gi;

/** The beginning of a body, safe to show to a client. Empty when the body is not JSON: error pages of proxies name hosts in many ways. */
export function excerpt(text: string): string {
  if (!/^\s*[[{"\dtfn-]/.test(text)) return '';
  // The first cut bounds the time of the pattern; the last comes after it, so that no part of a hidden name remains.
  const shown = text.slice(0, 1000).replace(/\s+/g, ' ').replace(HIDDEN, '…').trim();
  return shown.length > MAX_EXCERPT_LENGTH ? `${shown.slice(0, MAX_EXCERPT_LENGTH)}…` : shown;
}
