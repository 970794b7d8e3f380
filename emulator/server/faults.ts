/** Fault injection: latency, fixed answers, cut and silent connections, by rules. */
import type { Api } from '../core/request-target.ts';

export interface FaultRule {
  /** The requests that the rule applies to; default all. */
  readonly match?: {
    readonly api?: Api;
    readonly method?: string;
    /** Matched against the path after the base path with the query, percent-encoded. A string is a prefix. */
    readonly target?: string | RegExp;
  };
  /** How many requests the rule applies to; default: no limit. */
  readonly times?: number;
  /** How many matching requests pass before the rule applies; default 0. */
  readonly after?: number;
  /** A delay before anything else. */
  readonly latencyMs?: number;
  /** Replaces the normal answer; without a fault, the request is answered normally. */
  readonly fault?: Fault;
}

export type Fault =
  /** Sends a string body as it is, any other body as JSON. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    }
  /** Closes the connection without an answer; the request has no effect. */
  | { readonly kind: 'cut' }
  /** Carries the request out, and closes the connection within the body of the answer. */
  | { readonly kind: 'truncate'; readonly afterBytes: number }
  /** Never answers. */
  | { readonly kind: 'hang' };

export interface Faults {
  /** Delay of each API request without a latency from a rule. */
  latencyMs: number;
  /** In the order in which they are matched. */
  active(): ActiveRule[];
  /** Adds a rule; the first rule that matches a request and has uses left applies. Returns a function that removes it. */
  add(rule: FaultRule): () => void;
  /** Removes a rule; false for an unknown id. */
  remove(id: number): boolean;
  clear(): void;
  /** The rule that applies to a request; counts as one use. */
  take(request: FaultedRequest): FaultRule | undefined;
}

export interface ActiveRule {
  /** Counts the rules from 1. */
  readonly id: number;
  readonly rule: FaultRule;
  /** Infinity for a rule without a limit. */
  readonly usesLeft: number;
}

export interface FaultedRequest {
  readonly api: Api;
  readonly method: string;
  readonly target: string;
}

export function createFaults(rules: readonly FaultRule[] = [], latencyMs = 0): Faults {
  const active: Counted[] = [];
  let lastId = 0;

  function add(rule: FaultRule): () => void {
    lastId += 1;
    const id = lastId;
    active.push({ id, rule, usesLeft: rule.times ?? Number.POSITIVE_INFINITY, passesLeft: rule.after ?? 0 });
    return () => void remove(id);
  }

  function remove(id: number): boolean {
    const index = active.findIndex((counted) => counted.id === id);
    if (index >= 0) active.splice(index, 1);
    return index >= 0;
  }

  /** The first rule that matches, has uses left and lets no more requests pass. */
  function decide(request: FaultedRequest): FaultRule | undefined {
    for (const counted of active) {
      if (counted.usesLeft <= 0 || !isMatch(counted.rule, request)) continue;
      if (counted.passesLeft > 0) counted.passesLeft -= 1;
      else {
        counted.usesLeft -= 1;
        return counted.rule;
      }
    }
    return undefined;
  }

  for (const rule of rules) add(rule);
  return {
    latencyMs,
    active: () => active.map(({ id, rule, usesLeft }) => ({ id, rule, usesLeft })),
    add,
    remove,
    clear: () => void active.splice(0),
    take(request) {
      const rule = decide(request);
      if (this.latencyMs === 0 || request.api === 'index') return rule;
      return { latencyMs: this.latencyMs, ...rule };
    },
  };
}

interface Counted extends ActiveRule {
  usesLeft: number;
  passesLeft: number;
}

function isMatch({ match = {} }: FaultRule, request: FaultedRequest): boolean {
  if (match.api !== undefined && match.api !== request.api) return false;
  if (match.method !== undefined && match.method !== request.method) return false;
  if (match.target === undefined) return true;
  return typeof match.target === 'string'
    ? request.target.startsWith(match.target)
    : request.target.search(match.target) >= 0;
}
