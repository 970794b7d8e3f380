/** The database that a path names. */
import { ERROR_IDS } from './choices.ts';
import { DevopsError, invalidState } from './errors.ts';
import type { DevopsCall } from './operation.ts';
import type { Entry } from './registry.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Throws 400 when the id is no UUID and 404 when there is no such database. */
export function requireDatabase({ registry, parameters }: DevopsCall): Entry {
  const id = parameters.id ?? '';
  if (!UUID.test(id)) throw new DevopsError(400, { id: ERROR_IDS.badRequest, message: `"${id}" is not a UUID` });
  const entry = registry.find(id.toLowerCase());
  if (entry) return entry;
  throw new DevopsError(404, { id: ERROR_IDS.notFound, message: `database ${id} not found` });
}

/** As `requireDatabase`; throws 409 when the database is not ACTIVE. */
export function requireActive(call: DevopsCall): Entry {
  const entry = requireDatabase(call);
  if (entry.record.status !== 'ACTIVE') throw invalidState(entry.record.status);
  return entry;
}
