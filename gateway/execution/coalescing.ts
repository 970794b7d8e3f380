/** Lets identical queries that are under way at the same time, for the same tokens, be one execution. */
import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { printJson } from '../../datasources/json/json.ts';
import type { ExactObject } from '../../datasources/json/json-value.ts';
import { digest } from '../../datasources/shared/digest.ts';
import { createSingleFlight } from '../../datasources/shared/single-flight.ts';
import { type Auth, readTokens } from '../access/tokens.ts';
import type { RequestLimits } from '../config/limit-settings.ts';
import { readBody } from '../http/request-body.ts';
import { RECEIPT_HEADER } from '../observability/receipt-plugin.ts';
import { createBoundedMap } from '../shared/bounded-map.ts';
import { requestStateOf } from '../shared/request-state.ts';
import { documentText } from '../shared/source-locations.ts';
import { type SharedResult, shareResult } from './shared-result.ts';

/** What is known of a request. */
interface Course {
  /** Equal for requests that are the same letter for letter. */
  readonly identity: string;
  /** Equal for queries that mean the same. */
  key?: string;
  /** For what it has waited already. */
  result?: SharedResult;
}

/** What became of a request: the query that it holds, and the media type that is answered. */
interface Outcome {
  readonly key: string;
  readonly contentType: string;
}

const MAX_KNOWN = 500;

/**
 * Comes before the operation's context is made, because it says when reads are to be cancelled: when all who wait have left.
 * Mutations are fences: a query that starts after one never joins a query from before. What differs between the answers of
 * those who join (the request's id in errors, the receipt) is added to each answer afterwards. Where nothing is to be added, a
 * request that came before, letter for letter, is not even read: it is answered with the text that is printed once for all.
 */
export function useCoalescing(auth: Auth, { maxBodyBytes, maxAnswerBytes }: RequestLimits): Plugin {
  const inFlight = createSingleFlight<SharedResult>();
  const known = createBoundedMap<Outcome>(MAX_KNOWN);
  const courses = new WeakMap<Request, Course>();

  async function identify(request: Request): Promise<string | undefined> {
    if (request.method !== 'POST' || request.headers.has(RECEIPT_HEADER)) return undefined;
    const body = await readBody(request, maxBodyBytes);
    return digest(JSON.stringify([readTokens(request, auth), request.headers.get('accept'), body]));
  }

  return {
    async onRequestParse({ request, fetchAPI, endResponse }) {
      const identity = await identify(request);
      if (identity === undefined) return;
      const course: Course = { identity };
      courses.set(request, course);
      const before = known.get(identity);
      const shared = before && (await inFlight.join(before.key, request.signal));
      if (!before || !shared) return;
      const bytes = shared.bytes();
      if (bytes === undefined || bytes.length > maxAnswerBytes) {
        course.result = shared;
        return;
      }
      const state = requestStateOf(request);
      state.coalescedWith = shared.state;
      if (shared.state.operation) state.operation = shared.state.operation;
      endResponse(new fetchAPI.Response(bytes, { headers: { 'Content-Type': before.contentType } }));
    },
    onExecute({ args, executeFn, setExecuteFn }) {
      const operation = getOperationAST(args.document, args.operationName)?.operation;
      const run = async (executed: ExecutionArgs): Promise<ExecutionResult> => executeFn(executed);
      if (operation === 'mutation') setExecuteFn((executed) => inFlight.barrier(() => run(executed)));
      const request: Request = args.contextValue.request;
      const key = operation === 'query' ? keyOf(args, request, auth) : undefined;
      if (key === undefined) return;
      const course = courses.get(request);
      if (course) course.key = key;
      const state = requestStateOf(request);
      const cancel = new AbortController();
      state.readSignal = cancel.signal;
      setExecuteFn(async (executed) => {
        const start = async () => shareResult(state, await run(executed));
        const work = { key, signal: request.signal, start, cancel: () => cancel.abort() };
        const shared = course?.result ?? (await inFlight.share(work));
        if (shared.state !== state) state.coalescedWith = shared.state;
        return shared.result;
      });
    },
    onResponse({ request, response }) {
      const { identity, key } = courses.get(request) ?? {};
      if (identity === undefined || key === undefined || response.status !== 200) return;
      const contentType = response.headers.get('content-type');
      if (contentType !== null) known.set(identity, { key, contentType });
    },
  };
}

/** `undefined` for a document whose text is not known. Hashed, since tokens and variables are not to be kept. */
function keyOf({ document, operationName, variableValues }: ExecutionArgs, request: Request, auth: Auth) {
  const text = documentText(document);
  if (text === undefined) return undefined;
  const variables = (variableValues ?? {}) as ExactObject;
  return digest(JSON.stringify([readTokens(request, auth), operationName ?? null, printJson(variables), text]));
}
