/** Runs the examples one after the other on each back end, with what each asks upstream. */
import type { ReceiptCall } from '../../../gateway/observability/receipt.ts';
import {
  type GatewayTestOptions,
  type GraphQLAnswer,
  type RunningGateway,
  startGateway,
} from '../../support/gateway.ts';
import { type Example, readExamples } from './examples.ts';

/** The embedded upstream first: its answers are shown where it has one. */
export const BACK_ENDS = {
  stargate: { api: 'stargate', emulator: { sample: true } },
  data: { api: 'data', emulator: { sample: true } },
  ownStargate: { api: 'stargate', selfHosted: true },
  ownDataApi: { api: 'data', selfHosted: true },
} as const satisfies Record<string, GatewayTestOptions>;
export type BackEnd = keyof typeof BACK_ENDS;

export interface Outcome {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly answer: Pick<GraphQLAnswer, 'data' | 'errors'>;
  readonly calls: readonly ReceiptCall[];
}

/** Upstreams of one's own are not tried with every graph. */
export interface Run extends Readonly<Partial<Record<BackEnd, Outcome>>> {
  readonly stargate: Outcome;
  readonly data: Outcome;
  readonly example: Example;
}

export async function runExamples(examples: readonly Example[] = readExamples()): Promise<Run[]> {
  const names = Object.keys(BACK_ENDS) as BackEnd[];
  const outcomes: Map<Example, Outcome>[] = [];
  // One after another: on a busy machine a connection that waits for its turn is closed meanwhile.
  for (const name of names) outcomes.push(await runOn(examples, BACK_ENDS[name]));
  return examples.map((example) => {
    const entries = names.map((name, index) => [name, outcomes[index]?.get(example)]);
    return { example, ...(Object.fromEntries(entries) as Record<BackEnd, Outcome>) };
  });
}

async function runOn(examples: readonly Example[], options: GatewayTestOptions): Promise<Map<Example, Outcome>> {
  // Nothing is remembered from one example to the next, so that each asks for all that it needs.
  const upstream = { schemaLifetimeMs: 0 };
  const gateway = await startGateway({ ...options, upstream, receipt: true });
  const known = await createServiceAccount(gateway);
  const outcomes = await runOneByOne(gateway, gateway.url, examples, new Map(Object.entries(known)));
  await gateway.close();
  return outcomes;
}

/** @param known - values of variables, by their names */
export async function runOneByOne(
  gateway: RunningGateway,
  url: string,
  examples: readonly Example[],
  known = new Map<string, unknown>(),
): Promise<Map<Example, Outcome>> {
  const outcomes = new Map<Example, Outcome>();
  for (const example of examples) {
    const names = (example.operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
    const variables = Object.fromEntries(
      names.filter((name) => known.has(name)).map((name) => [name, known.get(name)]),
    );
    const { data, errors, extensions } = await ask(gateway, url, { query: example.query, variables });
    remember(known, data);
    const calls = (extensions?.upstream?.calls ?? []) as ReceiptCall[];
    outcomes.set(example, { variables, answer: { ...(errors && { errors }), data }, calls });
  }
  return outcomes;
}

async function ask({ emulator, fetch }: RunningGateway, url: string, body: object): Promise<GraphQLAnswer> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${emulator.applicationToken}`,
    'x-astra-receipt': 'true',
  };
  return (await fetch(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }))).json();
}

/** A variable has the value that was answered last under its name. */
function remember(known: Map<string, unknown>, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string') known.set(name, member);
    remember(known, member);
  }
}

async function createServiceAccount({ emulator, emulatorUrl }: RunningGateway) {
  const headers = { authorization: `Bearer ${emulator.applicationToken}`, 'content-type': 'application/json' };
  const roles = await fetch(`${emulatorUrl}/v2/organizations/roles`, { headers });
  const body = JSON.stringify({ roles: ((await roles.json()) as { ID: string }[]).map(({ ID }) => ID) });
  const made = await fetch(`${emulatorUrl}/v2/tokens`, { method: 'POST', headers, body });
  const { clientId, secret } = (await made.json()) as { clientId: string; secret: string };
  return { clientId, clientSecret: secret };
}
