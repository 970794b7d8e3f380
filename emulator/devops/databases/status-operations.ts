/** Terminates, parks, unparks and resizes databases, and sets passwords (DevOps API sections 3.7 and 3.8). */
import { empty, type Reply } from '../../core/service.ts';
import { ERROR_IDS, NOT_CLASSIC_STATUS } from '../shared/assumptions.ts';
import { requiredInteger, requiredText, toMembers } from '../shared/body.ts';
import { DevopsError, devopsBadRequest, invalidState } from '../shared/devops-error.ts';
import { type DevopsCall, type Operation, requireDatabase } from '../shared/operation.ts';
import type { DatabaseRecord } from '../state/database-record.ts';
import { TERMINABLE_STATUSES, TRANSITIONS } from '../state/lifecycle.ts';
import { hashPassword } from '../state/passwords.ts';
import { isClassic } from '../state/region-data.ts';

const MAX_ADDED_CAPACITY_UNITS = 3;
const MAX_CAPACITY_UNITS = 100;
const MIN_PASSWORD_CHARACTERS = 6;

export const statusOperations: readonly Operation[] = [
  { method: 'POST', path: '/v2/databases/{id}/terminate', action: 'org-db-terminate', run: terminate },
  { method: 'POST', path: '/v2/databases/{id}/park', action: 'org-db-suspend', run: park },
  { method: 'POST', path: '/v2/databases/{id}/unpark', action: 'org-db-suspend', run: unpark },
  { method: 'POST', path: '/v2/databases/{id}/resize', action: 'org-db-expand', run: resize },
  { method: 'POST', path: '/v2/databases/{id}/resetPassword', action: 'org-db-create', run: resetPassword },
];

function terminate(call: DevopsCall): Reply {
  const { record } = requireDatabase(call);
  if (!TERMINABLE_STATUSES.includes(record.status)) throw invalidState(record.status);
  call.registry.startTransition(record.id, TRANSITIONS.terminate, { kind: 'removeData' });
  return empty(202);
}

function park(call: DevopsCall): Reply {
  const { record } = requireClassic(call);
  if (record.status !== 'ACTIVE') throw invalidState(record.status);
  call.registry.startTransition(record.id, TRANSITIONS.park);
  return empty(202);
}

function unpark(call: DevopsCall): Reply {
  const { record } = requireClassic(call);
  if (record.status !== 'PARKED') throw invalidState(record.status);
  call.registry.startTransition(record.id, TRANSITIONS.unpark);
  return empty(202);
}

/** `capacityUnits` is the new total: at least one and at most three more than now. */
function resize(call: DevopsCall): Reply {
  const { record } = requireClassic(call);
  if (record.status !== 'ACTIVE') throw invalidState(record.status);
  const capacityUnits = requiredInteger(toMembers(call.body()), 'capacityUnits');
  const most = Math.min(record.capacityUnits + MAX_ADDED_CAPACITY_UNITS, MAX_CAPACITY_UNITS);
  if (capacityUnits <= record.capacityUnits || capacityUnits > most) {
    throw devopsBadRequest(`capacityUnits must be more than ${record.capacityUnits} and at most ${most}`);
  }
  call.registry.startTransition(record.id, TRANSITIONS.resize, { kind: 'setCapacityUnits', capacityUnits });
  return empty(202);
}

/** Replaces the password of a user name for this database. The database stays ACTIVE. */
async function resetPassword(call: DevopsCall): Promise<Reply> {
  const { record } = requireClassic(call);
  if (record.status !== 'ACTIVE') throw invalidState(record.status);
  const members = toMembers(call.body());
  const username = requiredText(members, 'username');
  const password = requiredText(members, 'password');
  if (password.length < MIN_PASSWORD_CHARACTERS) {
    throw devopsBadRequest(`password has fewer than ${MIN_PASSWORD_CHARACTERS} characters`);
  }
  const hash = await hashPassword(password);
  const { passwords } = call.registry.find(record.id)?.record ?? record;
  call.registry.change(record.id, { passwords: { ...passwords, [username]: hash } });
  return empty(202);
}

function requireClassic(call: DevopsCall): { readonly record: DatabaseRecord } {
  const { record } = requireDatabase(call);
  if (isClassic(record.tier)) return { record };
  const message = `not possible for a database of tier ${record.tier}`;
  throw new DevopsError(NOT_CLASSIC_STATUS, { id: ERROR_IDS.badRequest, message });
}
