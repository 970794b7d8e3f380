const IN_THE_MAKING = 'It is being made. Try again in a few minutes.';
const PARKED = 'Unpark it, and wait until it is ACTIVE.';

/**
 * States in which a database serves no data, and what helps. HIBERNATED is not among them: the first call for its data
 * is what wakes it up. Nor are states unknown to us.
 */
const UNAVAILABLE: Readonly<Record<string, string>> = {
  PENDING: IN_THE_MAKING,
  ASSOCIATING: IN_THE_MAKING,
  PREPARING: IN_THE_MAKING,
  PREPARED: IN_THE_MAKING,
  INITIALIZING: IN_THE_MAKING,
  PARKING: PARKED,
  PARKED,
  UNPARKING: 'Wait until it is ACTIVE.',
  SUSPENDING: 'Its credits are used up; see the billing of the organization.',
  SUSPENDED: 'Its credits are used up; see the billing of the organization.',
  DECOMMISSIONING: 'It is being deleted.',
  TERMINATING: 'It is being deleted.',
  TERMINATED: 'It was deleted.',
  ERROR: 'It will not recover by itself; ask the support of Astra.',
};

/** @param status - upper case */
export function unavailability(status: string): string | undefined {
  return Object.hasOwn(UNAVAILABLE, status) ? UNAVAILABLE[status] : undefined;
}
