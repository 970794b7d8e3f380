/**
 * The emulator's own API, by which tests in other processes inject faults. It answers only under loopback names, and takes
 * only JSON, which a web page of another origin cannot send.
 *
 * | call | answer |
 * |---|---|
 * | `GET /emulator/faults` | 200 `{"latencyMs", "faults": [{"id", "usesLeft", …rule}]}`; `usesLeft` is null for a rule without a limit |
 * | `POST /emulator/faults` with a rule | 201, the rule with its `id` |
 * | `DELETE /emulator/faults` | 204; removes all rules |
 * | `DELETE /emulator/faults/{id}` | 204; 404 for an unknown id |
 *
 * `readFaultRule` describes a rule. Requests to this API are not logged, and no rule applies to them.
 */

import type { Incoming } from '../core/request-target.ts';
import { empty, json, type Reply } from '../core/service.ts';
import { FaultRuleError, faultRuleJson, readFaultRule } from './fault-rule.ts';
import type { ActiveRule, Faults } from './faults.ts';
import { isLoopback } from './host-rule.ts';

const PATH = /^\/emulator\/faults(?:\/(\d+))?$/;

export async function answerControl(faults: Faults, incoming: Incoming): Promise<Reply> {
  const [path, id] = PATH.exec(incoming.target.path) ?? [];
  if (!isLoopback(incoming.origin))
    return refuse(403, 'Faults can be set only through localhost or a loopback address.');
  if (path === undefined) return refuse(404, 'Not found. Faults are at /emulator/faults.');
  const answers = id === undefined ? answersForAll(faults, incoming) : answersForOne(faults, Number(id));
  const answer = Object.hasOwn(answers, incoming.method) ? answers[incoming.method] : undefined;
  return answer ? answer() : json(405, { message: 'Method not allowed.' }, { allow: Object.keys(answers).join(', ') });
}

type Answers = Readonly<Record<string, () => Reply | Promise<Reply>>>;

function answersForAll(faults: Faults, incoming: Incoming): Answers {
  const list = () => json(200, { latencyMs: faults.latencyMs, faults: faults.active().map(toJson) });
  return {
    GET: list,
    HEAD: list,
    POST: () => addRule(faults, incoming),
    DELETE() {
      faults.clear();
      return empty(204);
    },
  };
}

function answersForOne(faults: Faults, id: number): Answers {
  return { DELETE: () => (faults.remove(id) ? empty(204) : refuse(404, `There is no fault ${id}.`)) };
}

async function addRule(faults: Faults, { headers, body }: Incoming): Promise<Reply> {
  if (!/^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '')) {
    return refuse(415, 'Send the rule with the content type application/json.');
  }
  try {
    faults.add(readFaultRule(await body()));
  } catch (error) {
    if (error instanceof FaultRuleError) return refuse(400, error.message);
    throw error;
  }
  const added = faults.active().at(-1);
  return json(201, added && toJson(added));
}

function toJson({ id, rule, usesLeft }: ActiveRule): unknown {
  return { id, usesLeft: Number.isFinite(usesLeft) ? usesLeft : null, ...faultRuleJson(rule) };
}

function refuse(status: number, message: string): Reply {
  return json(status, { message });
}
