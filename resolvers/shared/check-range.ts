import { InputError } from '../../datasources/source/errors.ts';

/** The longest time to live that Cassandra takes: twenty years. */
export const MAX_TTL_SECONDS = 630_720_000;

/** @throws InputError - unless the number is left out, or within the bounds */
export function checkRange(field: string, value: number | null | undefined, least: number, most: number): void {
  if (value === null || value === undefined || (value >= least && value <= most)) return;
  throw new InputError(`"${field}" is ${value}. Give a whole number from ${least} to ${most}.`);
}
