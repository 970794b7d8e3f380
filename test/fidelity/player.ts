/**
 * Plays recorded conversations with a real Stargate or Data API against an upstream, and says where its answers differ.
 *
 * A recording names what changes from run to run: `{{name:ks}}` is a name that the player makes up once, `{{3:pageState}}`
 * is a member of the answer to step 3 (`|uri` percent-encoded, `|bare` without padding), `{{*}}` in an expected answer is
 * any text. Steps without `want` prepare the ground; steps with `skip` only keep the count.
 */
import { isDeepStrictEqual } from 'node:util';

export interface Wanted {
  readonly status: number;
  /** The end of the `Location` header. */
  readonly location?: string;
  /** The JSON of a successful answer. */
  readonly body?: unknown;
  /** The same as text, where the order of members and the spelling of numbers count. */
  readonly text?: string;
  /** Lists may come in any order. */
  readonly unordered?: boolean;
  /** The identifiers of the documents in an answer of the Data API, of which no more was written down. */
  readonly ids?: readonly unknown[];
  /** How many documents are in an answer of the Data API. */
  readonly count?: number;
  /** Whether another page follows one of the Data API. */
  readonly hasNextPage?: boolean;
  /** The members of an error answer; `null` when it is not an object. */
  readonly error?: {
    readonly members: readonly string[];
    readonly code?: number;
    readonly grpcStatus?: string | null;
  } | null;
}

export interface Step {
  readonly skip?: true;
  /** How long the real server was left alone before this step: time for something to expire. */
  readonly afterMs?: number;
  readonly api: 'auth' | 'rest' | 'document' | 'data';
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  /** A header that is `null` is not sent. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** `null`: none is sent; absent: that of the player. */
  readonly token?: string | null;
  readonly want?: Wanted;
}

export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly text: string;
  readonly body: unknown;
}

/** Lets time go by, really or not. */
export type Wait = (milliseconds: number) => void | Promise<void>;

export type Send = (
  step: Pick<Step, 'api' | 'method'>,
  path: string,
  headers: Record<string, string>,
  body?: string,
) => Promise<Answer>;

/** Plays one case; answers its differences, in words. `names` holds the made-up names of the suite and is added to. */
export async function play(
  steps: readonly Step[],
  send: Send,
  token: string,
  names: Map<string, string>,
  wait: Wait,
): Promise<string[]> {
  const answers: Answer[] = [];
  const differences: string[] = [];
  const fill = (text: string) => fillIn(text, answers, names);
  for (const [index, step] of steps.entries()) {
    if (step.skip) {
      answers.push({ status: 0, location: undefined, text: '', body: null });
      continue;
    }
    if (step.afterMs) await wait(step.afterMs);
    const answer = await send(step, fill(step.path), headersOf(step, token, fill), step.body && fill(step.body));
    answers.push(answer);
    const problem = step.want && differenceOf(JSON.parse(fill(JSON.stringify(step.want))) as Wanted, answer);
    if (problem) differences.push(`step ${index + 1} ${step.method} ${step.path}: ${problem}`);
  }
  return differences;
}

const TOKEN_HEADERS = {
  auth: 'X-Cassandra-Token',
  rest: 'X-Cassandra-Token',
  document: 'X-Cassandra-Token',
  data: 'Token',
} as const;

function headersOf(step: Step, token: string, fill: (text: string) => string): Record<string, string> {
  const headers: Record<string, string | null> = {
    Accept: 'application/json',
    ...(step.body !== undefined && { 'Content-Type': 'application/json' }),
    ...(step.token !== null && { [TOKEN_HEADERS[step.api]]: step.token === undefined ? token : fill(step.token) }),
    ...step.headers,
  };
  const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(sent.map(([name, value]) => [name, fill(value)]));
}

function fillIn(text: string, answers: readonly Answer[], names: Map<string, string>): string {
  return text.replace(/\{\{(?:name:([^}]+)|(\d+):([\w.$]+)(?:\|(\w+))?)\}\}/g, (_, name, step, path, form) => {
    if (name !== undefined) return madeUp(name, names);
    const value = String(
      path
        .split('.')
        .reduce((at: unknown, key: string) => (at as Record<string, unknown>)?.[key], answers[Number(step)]?.body),
    );
    return form === 'uri' ? encodeURIComponent(value) : form === 'bare' ? value.replace(/=+$/, '') : value;
  });
}

let made = 0;

function madeUp(name: string, names: Map<string, string>): string {
  const known = names.get(name);
  if (known) return known;
  made += 1;
  const value = `${name.replace(/\W/g, '_')}_${process.pid}_${made}`;
  names.set(name, value);
  return value;
}

function differenceOf(want: Wanted, got: Answer): string | undefined {
  if (want.status !== got.status) return `status ${got.status}, wanted ${want.status}; body ${got.text.slice(0, 200)}`;
  if (
    want.location &&
    !matches(want.location, got.location?.slice(-want.location.length) ?? '') &&
    !pattern(`{{*}}${want.location}`).test(got.location ?? '')
  ) {
    return `location ${got.location}, wanted one that ends in ${want.location}`;
  }
  if (want.error !== undefined) return errorDifference(want.error, got.body);
  if (want.text !== undefined)
    return matches(want.text, got.text) ? undefined : `text ${got.text}, wanted ${want.text}`;
  if (want.body === undefined) return documentsDifference(want, got);
  const body = withoutErrorTexts(got.body);
  const [a, b] = want.unordered ? [bag(want.body), bag(body)] : [want.body, body];
  return same(a, b) ? undefined : `body ${got.text.slice(0, 300)}, wanted ${JSON.stringify(want.body).slice(0, 300)}`;
}

function documentsDifference({ ids, count, hasNextPage, unordered }: Wanted, { body, text }: Answer) {
  if (ids === undefined && count === undefined) return undefined;
  const data = (body as DocumentsBody | null)?.data;
  const found = data?.documents?.map(({ _id }) => _id) ?? [];
  const [a, b] = unordered ? [bag(ids), bag(found)] : [ids, found];
  if (ids !== undefined && !isDeepStrictEqual(a, b)) return `body ${text.slice(0, 300)}, wanted ${JSON.stringify(ids)}`;
  if (count !== undefined && count !== found.length) return `${found.length} documents, wanted ${count}`;
  const hasState = typeof data?.nextPageState === 'string';
  return hasNextPage === undefined || hasNextPage === hasState ? undefined : `page state ${data?.nextPageState}`;
}

interface DocumentsBody {
  readonly data?: { readonly documents?: readonly { readonly _id?: unknown }[]; readonly nextPageState?: unknown };
}

/** Errors and warnings of the Data API count by what a program would read. */
function withoutErrorTexts(body: unknown): unknown {
  if (!isObject(body)) return body;
  const { errors, status } = body;
  const warnings = isObject(status) ? status.warnings : undefined;
  return {
    ...body,
    ...(Array.isArray(errors) && { errors: errors.map(coded) }),
    ...(isObject(status) && Array.isArray(warnings) && { status: { ...status, warnings: warnings.map(coded) } }),
  };
}

function coded(error: unknown): unknown {
  if (!isObject(error)) return error;
  const { family, scope, errorCode } = error;
  return errorCode === undefined ? error : { family, scope, errorCode };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function errorDifference(want: NonNullable<Wanted['error']> | null, body: unknown): string | undefined {
  const isObject = typeof body === 'object' && body !== null;
  if (want === null) return isObject ? `an error body ${JSON.stringify(body)}, wanted none` : undefined;
  if (!isObject) return `error body ${JSON.stringify(body)}, wanted members ${want.members.join(' ')}`;
  const got = body as Record<string, unknown>;
  if (!isDeepStrictEqual(Object.keys(got).sort(), [...want.members]))
    return `error members ${Object.keys(got).join(' ')}`;
  if (want.code !== undefined && got.code !== want.code) return `error code ${got.code}, wanted ${want.code}`;
  return want.grpcStatus !== undefined && got.grpcStatus !== want.grpcStatus
    ? `grpcStatus ${got.grpcStatus}, wanted ${want.grpcStatus}`
    : undefined;
}

function same(want: unknown, got: unknown): boolean {
  if (typeof want === 'string') return typeof got === 'string' && matches(want, got);
  if (Array.isArray(want))
    return Array.isArray(got) && want.length === got.length && want.every((item, index) => same(item, got[index]));
  if (typeof want !== 'object' || want === null) return Object.is(want, got);
  if (typeof got !== 'object' || got === null || Array.isArray(got)) return false;
  const wanted = Object.entries(want);
  const left = new Map(Object.entries(got));
  return wanted.length === left.size && wanted.every(([name, member]) => takes(name, member, left));
}

/** A member's name may hold a `{{*}}` too: documents are keyed by ids that differ from run to run. */
function takes(name: string, member: unknown, left: Map<string, unknown>): boolean {
  const found = left.has(name)
    ? name
    : [...left.keys()].find((key) => matches(name, key) && same(member, left.get(key)));
  if (found === undefined || !same(member, left.get(found))) return false;
  left.delete(found);
  return true;
}

const matches = (want: string, got: string) => want === got || (want.includes('{{*}}') && pattern(want).test(got));

const pattern = (want: string) => new RegExp(`^${want.split('{{*}}').map(escapeRegExp).join('[^]*?')}$`);

const escapeRegExp = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function bag(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .map(bag)
      .map((item) => JSON.stringify(item))
      .sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, bag(member)]),
  );
}
