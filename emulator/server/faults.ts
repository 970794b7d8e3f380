/** Misfortunes on demand: slowness, made-up answers, cut and silent connections. */
import type { Api } from '../core/request-target.ts';

export interface FaultRule {
  /** Which requests it is for; without it, all. */
  readonly match?: {
    readonly api?: Api;
    readonly method?: string;
    /** Tested on the path behind the base path, with the query, percent-encoded; a text is a beginning. */
    readonly target?: string | RegExp;
  };
  /** How many requests it spoils before it is spent; default: all. */
  readonly times?: number;
  /** How many matching requests it lets pass first; default 0. */
  readonly after?: number;
  /** Waits before anything else happens. */
  readonly latencyMs?: number;
  /** What happens instead of the proper answer; without it, the proper answer is given. */
  readonly fault?: Fault;
}

export type Fault =
  /** A string as body is sent as it is, anything else as JSON. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    }
  /** The connection ends without an answer, and the request is not carried out. */
  | { readonly kind: 'cut' }
  /** The request is carried out, but the connection ends within the body of its answer. */
  | { readonly kind: 'truncate'; readonly afterBytes: number }
  /** No answer ever comes. */
  | { readonly kind: 'hang' };

export interface Faults {
  /** How long each request to an API waits to which no rule gives a latency of its own. */
  latencyMs: number;
  /** In the order in which they are asked. */
  active(): ActiveRule[];
  /** The first rule that matches a request and is not spent decides. Returns a function that takes the rule away again. */
  add(rule: FaultRule): () => void;
  /** Takes the rule with an id away; false when there is none. */
  remove(id: number): boolean;
  clear(): void;
  /** The rule for a request, counted as used. */
  take(request: FaultedRequest): FaultRule | undefined;
}

export interface ActiveRule {
  /** Counts the rules from 1. */
  readonly id: number;
  readonly rule: FaultRule;
  /** Infinity for a rule that is never spent. */
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
    const place = active.findIndex((counted) => counted.id === id);
    if (place >= 0) active.splice(place, 1);
    return place >= 0;
  }

  /** The first rule that matches, is not spent and lets no more requests pass. */
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
