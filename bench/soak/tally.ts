/** Counts how requests ended, and how long they took. */
import type { Reply } from './client.ts';

export interface Tally {
  add(reply: Reply): void;
  /** What came since the last call. */
  take(): Summary;
  /** All that came. */
  total(): Summary;
}

export interface Summary {
  readonly requests: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** By code, the most frequent first. */
  readonly errors: ReadonlyMap<string, number>;
}

export function createTally(): Tally {
  const all = createCounts();
  let recent = createCounts();
  return {
    add(reply) {
      for (const counts of [all, recent]) {
        counts.durationsMs.push(reply.durationMs);
        for (const code of new Set(reply.codes)) counts.errors.set(code, (counts.errors.get(code) ?? 0) + 1);
      }
    },
    take() {
      const summary = summarize(recent);
      recent = createCounts();
      return summary;
    },
    total: () => summarize(all),
  };
}

interface Counts {
  readonly durationsMs: number[];
  readonly errors: Map<string, number>;
}

function createCounts(): Counts {
  return { durationsMs: [], errors: new Map() };
}

function summarize({ durationsMs, errors }: Counts): Summary {
  const sorted = Float64Array.from(durationsMs).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const byCount = [...errors].sort(([, a], [, b]) => b - a);
  return { requests: sorted.length, p50Ms: at(0.5), p99Ms: at(0.99), errors: new Map(byCount) };
}
