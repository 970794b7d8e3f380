/** Fault rules as JSON. */
import { validateHeaderName, validateHeaderValue } from 'node:http';
import { OperatorError } from '../core/operator-error.ts';
import type { Api } from '../core/request-target.ts';
import type { Fault, FaultRule } from './faults.ts';

/** An invalid rule. */
export class FaultRuleError extends OperatorError {
  override readonly name = 'FaultRuleError';
}

type Members = Readonly<Record<string, unknown>>;
type Match = NonNullable<FaultRule['match']>;

const APIS: readonly Api[] = ['index', 'devops', 'auth', 'rest', 'document', 'data', 'status', 'unknown'];

/**
 * Reads a rule. Every member is optional:
 *
 *     { "match": { "api": "rest", "method": "GET", "target": "/v2/keyspaces/shop" },
 *       "times": 3, "after": 1, "latencyMs": 200, "fault": { "kind": "answer", "status": 503 } }
 *
 * `target` is a prefix of the path, or `{"pattern": "…"}`, a regular expression. A fault is `{"kind": "answer",
 * "status", "body", "headers"}`, `{"kind": "cut"}`, `{"kind": "truncate", "afterBytes"}` or `{"kind": "hang"}`.
 */
export function readFaultRule(text: string): FaultRule {
  return toRule(parsed(text));
}

/** Reads one rule, or a list of rules. */
export function readFaultRules(text: string): FaultRule[] {
  const value = parsed(text);
  return Array.isArray(value) ? value.map(toRule) : [toRule(value)];
}

function toRule(value: unknown): FaultRule {
  const rule = membersOf('The rule', value, ['match', 'times', 'after', 'latencyMs', 'fault']);
  return {
    ...(rule.match !== undefined && { match: readMatch(rule.match) }),
    ...(rule.times !== undefined && { times: whole('times', rule.times, 1) }),
    ...(rule.after !== undefined && { after: whole('after', rule.after) }),
    ...(rule.latencyMs !== undefined && { latencyMs: whole('latencyMs', rule.latencyMs) }),
    ...(rule.fault !== undefined && { fault: readFault(rule.fault) }),
  };
}

/** The JSON form that `readFaultRule` reads. */
export function faultRuleJson({ match, ...rule }: FaultRule): Members {
  const target = match?.target instanceof RegExp ? { pattern: match.target.source } : match?.target;
  return { ...(match && { match: { ...match, target } }), ...rule };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FaultRuleError('The rule is not JSON.');
  }
}

function readMatch(value: unknown): Match {
  const { api, method, target } = membersOf('match', value, ['api', 'method', 'target']);
  const known = APIS.find((name) => name === api);
  if (api !== undefined && !known) throw new FaultRuleError(`match.api must be one of ${APIS.join(', ')}.`);
  return {
    ...(known && { api: known }),
    ...(method !== undefined && { method: text('match.method', method).toUpperCase() }),
    ...(target !== undefined && { target: typeof target === 'string' ? target : pattern(target) }),
  };
}

function pattern(value: unknown): RegExp {
  const source = text('match.target.pattern', membersOf('match.target', value, ['pattern']).pattern);
  try {
    return new RegExp(source);
  } catch {
    throw new FaultRuleError(`match.target.pattern is not a regular expression: ${source}`);
  }
}

function readFault(value: unknown): Fault {
  const { kind, ...rest } = membersOf('fault', value, ['kind', 'status', 'body', 'headers', 'afterBytes']);
  switch (kind) {
    case 'answer':
      return readAnswer(rest);
    case 'truncate':
      return { kind, afterBytes: whole('fault.afterBytes', rest.afterBytes) };
    case 'cut':
    case 'hang':
      return { kind };
    default:
      throw new FaultRuleError('fault.kind must be one of answer, cut, truncate, hang.');
  }
}

function readAnswer({ status, body, headers }: Members): Fault {
  return {
    kind: 'answer',
    status: whole('fault.status', status, 200, 599),
    ...(body !== undefined && { body }),
    ...(headers !== undefined && { headers: readHeaders(membersOf('fault.headers', headers)) }),
  };
}

function readHeaders(members: Members): Record<string, string> {
  const fields = Object.entries(members).map(([name, value]) => [name, text(`fault.headers.${name}`, value)] as const);
  for (const [name, value] of fields) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      throw new FaultRuleError(`fault.headers.${name} is not a valid HTTP header.`);
    }
  }
  return Object.fromEntries(fields);
}

function membersOf(what: string, value: unknown, names?: readonly string[]): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FaultRuleError(`${what} must be an object.`);
  }
  const unknown = names && Object.keys(value).find((name) => !names.includes(name));
  if (unknown === undefined) return value as Members;
  throw new FaultRuleError(`${what} has no member ${unknown}: there are ${names?.join(', ')}.`);
}

function whole(what: string, value: unknown, least = 0, most = Number.MAX_SAFE_INTEGER): number {
  const isValid = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  if (isValid) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `between ${least} and ${most}`;
  throw new FaultRuleError(`${what} must be a whole number, ${range}.`);
}

function text(what: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new FaultRuleError(`${what} must be a string.`);
}
