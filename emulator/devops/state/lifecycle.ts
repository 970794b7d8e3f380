/** Moves a database through its statuses. Reads apply the status changes that are due: without timers, a restart loses nothing. */
import type { DatabaseRecord, Effect, Status, Step } from './database-record.ts';

/** How long a status lasts, in milliseconds; a number applies to all statuses. */
export type StatusDelays = number | Partial<Record<Status, number>>;

/** Long enough to be observed; the real ones last minutes. */
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

/** Consecutive statuses: each but the last lasts as long as its delay. */
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

/** The stable statuses; a database can be terminated only in one of them. */
export const TERMINABLE_STATUSES: readonly Status[] = ['ACTIVE', 'ERROR', 'PARKED', 'HIBERNATED'];

/** Starts a transition; `effect` applies at the last status. */
export function startTransition(
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

/** Applies the status changes that are due. Returns the same object when none is due. */
export function applyDueSteps(
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
