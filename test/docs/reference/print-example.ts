/** An example in Markdown: what it is about, the operation, its variables, the answer, and what was asked upstream. */
import type { ReceiptCall } from '../../../gateway/observability/receipt.ts';
import { cutLists, printJson, toShown } from './print-json.ts';
import type { BackEnd, Outcome, Run } from './run.ts';

/** In the order in which an answer is looked for. */
const NAMES: Readonly<Record<BackEnd, string>> = {
  stargate: 'a Stargate',
  data: 'the Data API',
  ownStargate: 'a self-hosted Stargate',
  ownDataApi: 'a self-hosted Data API',
};

export function printExample(run: Run): string {
  const { variables, answer } = shownOutcome(run);
  return [
    run.example.about,
    fence('graphql', run.example.query),
    ...(Object.keys(variables).length > 0 ? [`Variables: \`${printJson(toShown(variables))}\``] : []),
    fence('json', printJson(toShownAnswer(answer))),
    ...cutLists(answer.data).map(([name, length]) => `Of \`${name}\` the first of ${length} are shown.`),
    [...limits(run), asked(run)].join(' '),
  ].join('\n\n');
}

export function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** The first that answers without an error. */
export function answeringBackEnd(run: Run): BackEnd | undefined {
  return (Object.keys(NAMES) as BackEnd[]).find((each) => run[each] && run[each].answer.errors === undefined);
}

function shownOutcome(run: Run): Outcome {
  // Where all refuse, the Data API has come closest.
  return run[answeringBackEnd(run) ?? 'data'] ?? run.data;
}

/** Of errors the message, the path and the code. */
function toShownAnswer({ errors, data }: Outcome['answer']): unknown {
  const shown = errors?.map(({ message, path, extensions: { code } }) => ({ message, path, extensions: { code } }));
  return { ...(shown && { errors: shown }), data: toShown(data) };
}

function limits(run: Run): string[] {
  const first = answeringBackEnd(run);
  if (first === undefined) return [];
  if (first !== 'stargate') return [`By ${NAMES[first]} alone.`];
  return run.data.answer.errors === undefined ? [] : ['By a Stargate alone.'];
}

function asked(run: Run): string {
  const first = answeringBackEnd(run);
  const calls = callsOf(shownOutcome(run));
  if (calls === '') return 'Nothing is asked upstream.';
  const byData = first === 'stargate' && run.data.answer.errors === undefined ? callsOf(run.data) : calls;
  return `Asked upstream: ${calls}${byData === calls ? '' : `; by the Data API: ${byData}`}.`;
}

/** Each once, in an order that does not depend on which was first. */
function callsOf({ calls }: Outcome): string {
  return [...new Set(calls.map((call) => `\`${labelOf(call)}\``))].sort().join(', ');
}

/** A command by its name, other requests by method and route. */
export function labelOf({ method, route, command }: Pick<ReceiptCall, 'method' | 'route' | 'command'>): string {
  return command ?? `${method} ${route}`;
}
