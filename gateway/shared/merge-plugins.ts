/**
 * Makes one plugin of a list, and of Yoga's own plugins around it. For each hook of each plugin Yoga and envelop make promises and
 * closures, which cost more than most hooks do; here hooks that answer at once are called in a plain loop. Their order, their early
 * ends and what each sees of those before it stay the same.
 */
import type { Plugin } from 'graphql-yoga';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';

/** Phases that may wait, so that Yoga makes promises for each hook. No hook replaces a request, a handler of Yoga or what a parser has returned. */
const WAITING = ['onRequest', 'onRequestParse', 'onParams', 'onExecute', 'onResultProcess', 'onResponse'] as const;
const HOOKS = [...WAITING, ...(['onEnveloped', 'onParse', 'onValidate'] as const)];

type HookName = (typeof HOOKS)[number];
type Part = Pick<Plugin<object, never>, HookName | 'onPluginInit'>;
type Payload<N extends HookName> = Parameters<NonNullable<Part[N]>>[0];
type Hook<N extends HookName> = (payload: Payload<N>) => ReturnType<NonNullable<Part[N]>>;
/** What a hook returns to be called later in its phase. */
type Later<N extends HookName> = Extract<Awaited<ReturnType<NonNullable<Part[N]>>>, object>;

/**
 * The list for Yoga, of one plugin.
 *
 * @param list - a feature that is off is `false`
 * @throws Error - for a plugin with a hook that is not merged
 */
export function mergePlugins(list: readonly (object | false)[]): [Part] {
  const plugins = list.filter((plugin) => plugin !== false);
  const other = plugins.flatMap(Object.keys).find((name) => !HOOKS.some((hook) => hook === name));
  if (other !== undefined) throw new Error(`A plugin with the hook ${other} cannot be merged`);
  const merged: Part = {
    onEnveloped: callAll(hooksOf('onEnveloped', plugins)),
    onParse: mergePhase(hooksOf('onParse', plugins)),
    onValidate: mergePhase(hooksOf('onValidate', plugins)),
    onPluginInit({ plugins: all }) {
      // Yoga has `false` for what is off, too.
      const every = all.flatMap((plugin): readonly object[] => (plugin === merged ? plugins : [plugin || {}]));
      // Yoga reads the list, and each hook of it, after this.
      for (const [index, plugin] of all.entries()) all[index] = plugin === merged ? plugin : withoutWaiting(plugin);
      Object.assign(merged, {
        onRequest: mergeRequestHooks(hooksOf('onRequest', every)),
        onRequestParse: mergeRequestParseHooks(hooksOf('onRequestParse', every)),
        onParams: mergeParamsHooks(hooksOf('onParams', every)),
        onExecute: mergeExecuteHooks(hooksOf('onExecute', every)),
        onResultProcess: mergeResultHooks(hooksOf('onResultProcess', every)),
        onResponse: mergeResponseHooks(hooksOf('onResponse', every)),
      } satisfies Part);
    },
  };
  return [merged];
}

function hooksOf<N extends HookName>(name: N, plugins: readonly object[]): Hook<N>[] {
  return plugins.flatMap((plugin): Hook<N>[] => Reflect.get(plugin, name) ?? []);
}

function withoutWaiting(plugin: object): object {
  return Object.fromEntries(Object.entries(plugin).filter(([name]) => !WAITING.some((phase) => phase === name)));
}

function mergeRequestHooks(hooks: readonly Hook<'onRequest'>[]): Hook<'onRequest'> {
  return (payload) => {
    // For each look at it Yoga parses the URL of a platform's request again.
    const url = payload.url instanceof URL ? payload.url : new URL(payload.request.url);
    const phase = { isEnded: false };
    return inOrder(hooks, { ...payload, url, endResponse: ending(phase, payload.endResponse) }, phase);
  };
}

function mergeRequestParseHooks(hooks: readonly Hook<'onRequestParse'>[]): Hook<'onRequestParse'> {
  return (payload) => {
    const phase = { isEnded: false };
    const later: Later<'onRequestParse'>[] = [];
    const seen = {
      ...payload,
      setRequestParser(parser: typeof payload.requestParser & {}) {
        seen.requestParser = parser;
        payload.setRequestParser(parser);
      },
      endResponse: ending(phase, payload.endResponse),
    };
    const called = inOrder(hooks, seen, phase, later);
    return chain(called, () => {
      const done = later.flatMap(({ onRequestParseDone }) => onRequestParseDone ?? []);
      return { onRequestParseDone: (result) => inOrder(done, result) };
    });
  };
}

function mergeParamsHooks(hooks: readonly Hook<'onParams'>[]): Hook<'onParams'> {
  return (payload) => {
    const seen = {
      ...payload,
      setParams(params: typeof payload.params) {
        seen.params = params;
        payload.setParams(params);
      },
    };
    return inOrder(hooks, seen);
  };
}

function mergeExecuteHooks(hooks: readonly Hook<'onExecute'>[]): Hook<'onExecute'> {
  return (payload) => {
    const phase = { isEnded: false };
    const later: Later<'onExecute'>[] = [];
    const seen = {
      ...payload,
      setExecuteFn(executeFn: typeof payload.executeFn) {
        seen.executeFn = executeFn;
        payload.setExecuteFn(executeFn);
      },
      setResultAndStopExecution: ending(phase, payload.setResultAndStopExecution),
    };
    return chain(inOrder(hooks, seen, phase, later), () => {
      const done = later.flatMap(({ onExecuteDone }) => onExecuteDone ?? []);
      return { onExecuteDone: (result) => inOrder(done, withResult(result)) };
    });
  };
}

function mergeResultHooks(hooks: readonly Hook<'onResultProcess'>[]): Hook<'onResultProcess'> {
  return (payload) => inOrder(hooks, withResult(payload));
}

function mergeResponseHooks(hooks: readonly Hook<'onResponse'>[]): Hook<'onResponse'> {
  return (payload) => {
    const seen = {
      ...payload,
      setResponse(response: Response) {
        seen.response = response;
        payload.setResponse(response);
      },
    };
    return inOrder(hooks, seen);
  };
}

/** Of hooks that return what is called when the phase has ended. */
function mergePhase<P, A>(
  hooks: readonly ((payload: P) => unknown)[],
): (payload: P) => ((payload: A) => void) | undefined {
  return (payload) => {
    const later = hooks.map((hook) => hook(payload)).filter((after) => typeof after === 'function');
    return later.length === 0 ? undefined : callAll(later as ((payload: A) => void)[]);
  };
}

function callAll<P>(calls: readonly ((payload: P) => unknown)[]): (payload: P) => void {
  return (payload) => {
    for (const call of calls) call(payload);
  };
}

interface Phase {
  /** Whether a hook has answered, so that no further one is called. */
  isEnded: boolean;
}

const ENDLESS: Phase = { isEnded: false };

/** Calls one after the other, and keeps what they return. */
function inOrder<P, R>(
  calls: readonly ((payload: P) => MaybePromise<R>)[],
  payload: P,
  phase = ENDLESS,
  later?: unknown[],
): MaybePromise<void> {
  function from(first: number): MaybePromise<void> {
    for (let index = first; index < calls.length && !phase.isEnded; index += 1) {
      const result = calls[index]?.(payload);
      if (result instanceof Promise) return result.then((value) => keep(value) ?? from(index + 1));
      keep(result);
    }
  }
  function keep(result: R | undefined): void {
    if (result) later?.push(result);
  }
  return from(0);
}

function ending<T>(phase: Phase, end: (value: T) => void): (value: T) => void {
  return (value) => {
    phase.isEnded = true;
    end(value);
  };
}

/** A payload that shows the result as the hooks before have set it. */
function withResult<R, P extends { result: R; setResult(result: R): void }>(payload: P): P {
  const seen = {
    ...payload,
    setResult(result: R) {
      seen.result = result;
      payload.setResult(result);
    },
  };
  return seen;
}
