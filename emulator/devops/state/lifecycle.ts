/** Moves a database through its statuses. Time passes when somebody looks: no timers, and a restart loses nothing. */
import type { DatabaseRecord, Effect, Status, Step } from './database-record.ts';

/** How long a status lasts, in milliseconds. A number stands for all. */
export type StatusDelays = number | Partial<Record<Status, number>>;

/** Long enough to be seen, short enough not to be in the way: the real ones last minutes. */
const DEFAULT_DELAYS_MS: Partial<Record<Status, number>> = {
  PENDING: 500,
  INITIALIZING: 1500,
  MAINTENANCE: 500,
  PARKING: 1000,
  UNPARKING: 1000,
  RESIZING: 1000,
  HIBERNATING: 500,
  RESUMING: 1000,
  TERMINATING: 1000,
};

/** One way through statuses: each but the last lasts as long as the delays say. */
export type Transition = readonly [Status, ...Status[]];

export const TRANSITIONS = {
  create: ['PENDING', 'INITIALIZING', 'ACTIVE'],
  change: ['MAINTENANCE', 'ACTIVE'],
  park: ['PARKING', 'PARKED'],
  unpark: ['UNPARKING', 'ACTIVE'],
  resize: ['RESIZING', 'ACTIVE'],
  hibernate: ['HIBERNATING', 'HIBERNATED'],
  resume: ['RESUMING', 'ACTIVE'],
  terminate: ['TERMINATING', 'TERMINATED'],
} as const satisfies Record<string, Transition>;

/** Statuses that a database may stay in for ever, and be terminated from. */
export const TERMINABLE_STATUSES: readonly Status[] = ['ACTIVE', 'ERROR', 'PARKED', 'HIBERNATED'];

/** Sends a database on its way; `effect` happens on arrival. */
export function begin(
  record: DatabaseRecord,
  [first, ...rest]: Transition,
  delays: StatusDelays,
  nowMs: number,
  effect?: Effect,
): DatabaseRecord {
  let atMs = nowMs;
  let last = first;
  const steps = rest.map((status, index): Step => {
    atMs += delayMs(last, delays);
    last = status;
    return { status, atMs, ...(effect && index === rest.length - 1 && { effect }) };
  });
  return { ...record, status: first, steps };
}

/** Lets the time that has passed take effect. Returns the very same record when nothing has changed. */
export function settle(
  record: DatabaseRecord,
  nowMs: number,
  apply: (record: DatabaseRecord, effect: Effect) => DatabaseRecord,
): DatabaseRecord {
  let settled = record;
  for (const { status, atMs, effect } of record.steps) {
    if (atMs > nowMs) break;
    const terminatedAtMs = status === 'TERMINATED' ? atMs : settled.terminatedAtMs;
    settled = { ...settled, status, terminatedAtMs, steps: settled.steps.slice(1) };
    if (effect) settled = apply(settled, effect);
  }
  return settled;
}

function delayMs(status: Status, delays: StatusDelays): number {
  if (typeof delays === 'number') return delays;
  return delays[status] ?? DEFAULT_DELAYS_MS[status] ?? 0;
}
