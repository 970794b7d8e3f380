const BEING_CREATED = 'It is being created. Try again in a few minutes.';
const PARKED = 'Unpark it, and wait until it is ACTIVE.';

/**
 * States in which a database serves no data, each with its cure. HIBERNATED is not one of them: the first call for data
 * resumes the database. States that the gateway does not know count as available.
 */
const UNAVAILABLE: Readonly<Record<string, string>> = {
  PENDING: BEING_CREATED,
  ASSOCIATING: BEING_CREATED,
  PREPARING: BEING_CREATED,
  PREPARED: BEING_CREATED,
  INITIALIZING: BEING_CREATED,
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

/** Why a database in this state serves no data and what helps; `undefined` when it serves data. @param status - upper case */
export function unavailability(status: string): string | undefined {
  return Object.hasOwn(UNAVAILABLE, status) ? UNAVAILABLE[status] : undefined;
}
