/** The database that a path names. */
import { invalidState, notFound } from './errors.ts';
import type { DevopsCall } from './operation.ts';
import type { Entry } from './registry.ts';

/**
 * Throws 404 when there is no such database. An id that is no UUID names none either, on whichever path: published
 * clients take 404 for an answer, and 400 for a fault of their own.
 */
export function requireDatabase({ registry, parameters }: DevopsCall): Entry {
  const id = parameters.id ?? '';
  const entry = registry.find(id.toLowerCase());
  if (!entry) throw notFound(`database ${id}`);
  return entry;
}

/** As `requireDatabase`; throws 409 when the database is not ACTIVE. */
export function requireActive(call: DevopsCall): Entry {
  const entry = requireDatabase(call);
  if (entry.record.status !== 'ACTIVE') throw invalidState(entry.record.status);
  return entry;
}
