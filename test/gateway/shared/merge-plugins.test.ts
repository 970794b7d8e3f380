/** Merged plugins do what the same plugins do one by one: random plugins, asked random requests. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createGraphQLError, createSchema, createYoga } from 'graphql-yoga';
import { expect, test } from 'vitest';
import { mergePlugins } from '../../../gateway/shared/merge-plugins.ts';
import { createRandom, type Random } from '../execution/random.ts';

const HOOKS = ['onRequest', 'onRequestParse', 'onParams', 'onParse', 'onValidate', 'onExecute'];
const LATER_HOOKS = ['onResultProcess', 'onResponse'];
/** Those whose hooks must answer at once. */
const SYNCHRONOUS = ['onParse', 'onValidate'];

type Action = 'nothing' | 'wait' | 'end' | 'throw' | 'set' | 'set after waiting';
type Payload = Record<string, unknown> &
  Record<'setParams' | 'setResult' | 'setResponse' | 'endResponse', (value: unknown) => void>;

/** What each hook saw, in order. */
type Journal = string[];

interface Step {
  readonly name: string;
  readonly hook: string;
  readonly action: Action;
}

function drawSteps(random: Random): Step[][] {
  const actions: Action[] = ['nothing', 'nothing', 'nothing', 'wait', 'set', 'set after waiting'];
  return Array.from({ length: 1 + random.below(6) }, (_, plugin) => {
    const hooks = [...HOOKS, ...LATER_HOOKS].filter(() => random.chance(60));
    return hooks.map((hook) => ({
      name: `${plugin}.${hook}`,
      hook,
      action: random.chance(4) ? random.pick<Action>(['end', 'throw']) : random.pick(actions),
    }));
  });
}

function toPlugin(steps: readonly Step[], journal: Journal): object {
  return Object.fromEntries(steps.map((step) => [step.hook, toHook(step, journal)]));
}

function toHook({ name, hook, action }: Step, journal: Journal) {
  const note = (payload: Payload) => journal.push(`${name} sees ${look(payload)}`);
  function act(payload: Payload): unknown {
    if (action === 'throw' && hook !== 'onRequest' && hook !== 'onResponse')
      throw createGraphQLError(`${name} refuses`);
    if (action === 'end') end(payload, name);
    if (action.startsWith('set')) set(payload, name);
    return later(hook, name, journal);
  }
  if (
    SYNCHRONOUS.includes(hook) ||
    action === 'nothing' ||
    action === 'set' ||
    action === 'end' ||
    action === 'throw'
  ) {
    return (payload: Payload) => {
      note(payload);
      return act(payload);
    };
  }
  return async (payload: Payload) => {
    note(payload);
    await sleep(0);
    return act(payload);
  };
}

/** What a hook may see of those before it. */
function look({ url, params, result, response }: Payload): string {
  const path = url instanceof Object ? Reflect.get(url, 'pathname') : undefined;
  const headers = response instanceof Object ? [...Reflect.get(response, 'headers')] : undefined;
  return JSON.stringify({
    path,
    params: params instanceof Object ? Reflect.get(params, 'query') : undefined,
    result,
    headers,
  });
}

function end(payload: Payload, name: string): void {
  payload.endResponse?.(new Response(`${name} ends`, { status: 418 }));
  (payload.setResultAndStopExecution as Payload['setResult'] | undefined)?.({ data: { ended: name } });
}

function set(payload: Payload, name: string): void {
  const { params, result, response } = payload as unknown as {
    params: { query?: string };
    result: object;
    response: Response;
  };
  if (payload.setParams) payload.setParams({ ...params, query: `${params.query} # ${name}` });
  else if (payload.setResponse)
    payload.setResponse(new Response(response.body, { status: response.status, headers: { 'x-by': name } }));
  else if (payload.setResult && result) payload.setResult({ ...result, extensions: { by: name } });
}

function later(hook: string, name: string, journal: Journal): unknown {
  const note = (payload: Payload) => void journal.push(`${name} later sees ${look(payload)}`);
  if (hook === 'onParse' || hook === 'onValidate') return () => void journal.push(`${name} later`);
  if (hook === 'onRequestParse') return { onRequestParseDone: () => void journal.push(`${name} later`) };
  if (hook !== 'onExecute') return undefined;
  return {
    onExecuteDone(payload: Payload) {
      note(payload);
      set(payload, name);
    },
  };
}

const schema = createSchema({ typeDefs: 'type Query { a: Int }', resolvers: { Query: { a: () => 1 } } });
const REQUESTS = [
  { path: '/graphql', init: { method: 'POST', body: '{"query":"{ a }"}' } },
  { path: '/graphql', init: { method: 'POST', body: '{"query":"{ b }"}' } },
  { path: '/graphql', init: { method: 'POST', body: '{"query":"{"}' } },
  { path: '/graphql?query=%7Ba%7D', init: {} },
  { path: '/elsewhere', init: {} },
] as const;

async function ask(plugins: readonly object[], { path, init }: (typeof REQUESTS)[number]): Promise<unknown> {
  const yoga = createYoga({ schema, plugins: [...plugins], logging: false, graphiql: false, landingPage: false });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const response = await (async () => yoga.fetch(`http://localhost${path}`, { headers, ...init }))().catch(String);
  if (typeof response === 'string') return response;
  return { status: response.status, headers: [...response.headers], body: await response.text() };
}

test('random plugins, one by one and merged', async () => {
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);
  const random = createRandom(seed);
  for (let run = 0; run < 150; run += 1) {
    const steps = drawSteps(random);
    const request = random.pick(REQUESTS);
    const journals: [Journal, Journal] = [[], []];
    const single = await ask(
      steps.map((own) => toPlugin(own, journals[0])),
      request,
    );
    const merged = await ask(mergePlugins(steps.map((own) => toPlugin(own, journals[1]))), request);
    const context = `seed ${seed}, run ${run}: ${JSON.stringify(steps)}`;
    expect(merged, context).toEqual(single);
    expect(journals[1], context).toEqual(journals[0]);
  }
});

test('a hook that is not merged is refused', () => {
  expect(() => mergePlugins([false, { onRequest() {}, onSubscribe() {} }])).toThrow(
    'A plugin with the hook onSubscribe cannot be merged',
  );
});
