/** Request coalescing: identical queries in flight, with the same tokens and on the same surface, share one execution. */
import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { printJson } from '../../datasources/json/json.ts';
import type { ExactObject } from '../../datasources/json/json-value.ts';
import { type BoundedCache, createBoundedCache } from '../../datasources/shared/bounded-cache.ts';
import { digest } from '../../datasources/shared/digest.ts';
import { createSingleFlight, type SingleFlight } from '../../datasources/shared/single-flight.ts';
import { WRITES } from '../../datasources/source/peers.ts';
import type { Peers } from '../../datasources/source/source.ts';
import { type Auth, readTokens } from '../access/tokens.ts';
import type { RequestLimits } from '../config/limit-settings.ts';
import { readBody } from '../http/request-body.ts';
import { RECEIPT_HEADER } from '../observability/receipt-plugin.ts';
import type { ServerContext } from '../shared/client-address.ts';
import { requestStateOf } from '../shared/request-state.ts';
import { documentText } from '../shared/source-locations.ts';
import type { Repeated, RepeatOutcome, Repeats } from './repeats.ts';
import { type SharedResult, shareResult } from './shared-result.ts';
import { type Surface, type Surfaces, surfaceKey, surfaceOf } from './surface.ts';

/** One for all surfaces of an upstream, because a mutation on one invalidates reads on all. */
export interface CoalescingState {
  readonly queries: SingleFlight<SharedResult>;
  /** By the identity of a request, so that a repeated one is not parsed. */
  readonly outcomes: BoundedCache<Outcome>;
}

/** The query of an earlier request, and the media type of its answer. */
interface Outcome {
  readonly key: string;
  readonly contentType: string;
}

interface CoalescedRequest {
  readonly body: string;
  /** Equal for byte-identical requests. */
  readonly identity: string;
  /** Equal for queries with the same meaning. */
  key?: string;
  /** The result that the request has joined before it was parsed. */
  result?: SharedResult;
  /** While others may repeat it. */
  repeated?: Repeated | undefined;
  /** What it was answered with. */
  shared?: SharedResult;
}

export interface CoalescingOptions {
  readonly surfaces: Surfaces;
  readonly auth: Auth;
  readonly limits: Pick<RequestLimits, 'maxBodyBytes' | 'maxAnswerBytes'>;
  /** Absent: every request is parsed, or joins another by its key. */
  readonly repeats?: Repeats | undefined;
}

const MAX_OUTCOMES = 500;

/** @param peers - whose mutations are barriers too, as those of this process are for them */
export function createCoalescingState(peers?: Peers): CoalescingState {
  const queries = createSingleFlight<SharedResult>();
  return {
    queries: peers ? shareBarriers(queries, peers) : queries,
    outcomes: createBoundedCache({ maxEntries: MAX_OUTCOMES }),
  };
}

function shareBarriers<T>(flight: SingleFlight<T>, peers: Peers): SingleFlight<T> {
  const writes = peers.topic<null>(WRITES);
  writes.listen(flight.forget);
  return {
    ...flight,
    async barrier(write) {
      try {
        return await flight.barrier(write);
      } finally {
        await writes.tell(null);
      }
    },
  };
}

/**
 * Runs before the operation's context is made, because it provides the signal that cancels reads when all waiting clients have
 * left. Mutations are barriers: a query that starts after one never joins a query from before. Each answer gets its own
 * request id and receipt. Where an answer needs neither, a byte-identical request skips parsing and gets the same bytes.
 */
export function useCoalescing(
  { queries, outcomes }: CoalescingState,
  options: CoalescingOptions,
): Plugin<object, ServerContext> {
  const { auth, limits, surfaces, repeats } = options;
  const coalesced = new WeakMap<Request, CoalescedRequest>();

  function identify(surface: Surface, request: Request, body: string): string {
    return digest(
      JSON.stringify([surfaceKey(surface), readTokens(request, auth), request.headers.get('accept'), body]),
    );
  }

  return {
    async onRequestParse({ request, serverContext, fetchAPI, endResponse }) {
      const surface = surfaces.recall(request);
      if (!surface || request.method !== 'POST' || request.headers.has(RECEIPT_HEADER)) return;
      const body = await readBody(request, limits.maxBodyBytes);
      const identity = identify(surface, request, body);
      const known: CoalescedRequest = { body, identity };
      coalesced.set(request, known);
      const result = serverContext.req && repeats?.resultOf(serverContext.req);
      if (result) {
        known.result = result;
        return;
      }
      const outcome = outcomes.get(identity);
      const joined = outcome && queries.join(outcome.key, request.signal);
      if (!outcome || !joined) return;
      const shared = await joined;
      const bytes = shared.bytes();
      if (bytes === undefined || bytes.length > limits.maxAnswerBytes) {
        known.result = shared;
        return;
      }
      const state = requestStateOf(request);
      state.coalescedWith = shared.state;
      if (shared.state.operation) state.operation = shared.state.operation;
      endResponse(new fetchAPI.Response(bytes, { headers: { 'Content-Type': outcome.contentType } }));
    },
    onExecute({ args, executeFn, setExecuteFn }) {
      const operation = getOperationAST(args.document, args.operationName)?.operation;
      const run = async (executed: ExecutionArgs): Promise<ExecutionResult> => executeFn(executed);
      if (operation === 'mutation') setExecuteFn((executed) => queries.barrier(() => run(executed)));
      const request: Request = args.contextValue.request;
      const key =
        operation === 'query' ? queryKey(args, surfaceKey(surfaceOf(request)), readTokens(request, auth)) : undefined;
      if (key === undefined) return;
      const known = coalesced.get(request);
      if (known) known.key = key;
      const state = requestStateOf(request);
      const cancel = new AbortController();
      state.readSignal = cancel.signal;
      setExecuteFn(async (executed) => {
        const start = async () => shareResult(state, await run(executed));
        const work = { key, signal: request.signal, start, cancel: () => cancel.abort() };
        const sharing = known?.result ?? queries.share(work);
        if (known)
          known.repeated = repeats?.begin(args.contextValue as ServerContext, known.body, () => queries.hold(key));
        const shared = await sharing;
        if (known) known.shared = shared;
        if (shared.state !== state) state.coalescedWith = shared.state;
        return shared.result;
      });
    },
    onResponse({ request, response }) {
      const { identity, key, repeated, shared } = coalesced.get(request) ?? {};
      if (repeated) void toOutcome(response, shared).then(repeated.end);
      if (identity === undefined || key === undefined || response.status !== 200) return;
      const contentType = response.headers.get('content-type');
      if (contentType !== null) outcomes.set(identity, { key, contentType });
    },
  };
}

async function toOutcome(response: Response, shared: SharedResult | undefined): Promise<RepeatOutcome | undefined> {
  const bytes = shared?.bytes();
  if (!shared || bytes === undefined || response.status !== 200) return shared && { shared };
  const headers = [...response.headers];
  const isPlain = !response.headers.has('content-encoding');
  const sent = isPlain ? bytes : new Uint8Array(await response.clone().arrayBuffer());
  return { shared, answer: { headers, bytes: sent } };
}

/** Hashed, so that tokens and variables are not kept; `undefined` for a document whose text is unknown. */
function queryKey({ document, operationName, variableValues }: ExecutionArgs, surface: string, tokens: object) {
  const text = documentText(document);
  if (text === undefined) return undefined;
  const variables = (variableValues ?? {}) as ExactObject;
  return digest(JSON.stringify([surface, tokens, operationName ?? null, printJson(variables), text]));
}
