/**
 * The access lists of databases (DevOps API section 7). The emulator stores and shows them, and does not enforce them:
 * its clients usually run on the same machine.
 */
import { empty, json, type Reply } from '../../core/service.ts';
import { ACCESS_LIST_TEMPLATE, NO_ACCESS_LIST } from '../shared/assumptions.ts';
import { DevopsError, devopsNotFound } from '../shared/devops-error.ts';
import { type DevopsCall, type Operation, requireDatabase } from '../shared/operation.ts';
import type { AccessAddress, AccessList, DatabaseRecord } from '../state/database-record.ts';
import { ORGANIZATION_ID } from '../state/default-database.ts';
import { mergeAddresses, readAccessList, readAddresses } from './access-list.ts';

const LIST = '/v2/databases/{id}/access-list';
const read = { action: 'accesslist-read', deniedStatus: 403 } as const;
const write = { action: 'accesslist-write', deniedStatus: 403 } as const;

export const accessListOperations: readonly Operation[] = [
  { method: 'GET', path: '/v2/access-lists', ...read, run: listAccessLists },
  { method: 'GET', path: LIST, ...read, run: getAccessList },
  { method: 'PUT', path: LIST, ...write, run: replaceAccessList },
  { method: 'POST', path: LIST, ...write, run: addAddresses },
  { method: 'PATCH', path: LIST, ...write, run: updateAccessList },
  { method: 'DELETE', path: LIST, ...write, run: deleteAccessList },
  { method: 'POST', path: '/v2/access-list/validate', ...read, run: validateAccessList },
  // The published contracts differ in the method.
  { method: 'GET', path: '/v2/access-list/template', ...read, run: getTemplate },
  { method: 'POST', path: '/v2/access-list/template', ...read, run: getTemplate },
];

/** The access lists that were created, without those of terminated databases. */
function listAccessLists({ registry }: DevopsCall): Reply {
  const records = registry.list().map(({ record }) => record);
  return json(200, records.filter((record) => record.accessList && record.status !== 'TERMINATED').map(toView));
}

/** A database without an access list has an empty, disabled one. */
function getAccessList(call: DevopsCall): Reply {
  return json(200, toView(requireDatabase(call).record));
}

function replaceAccessList(call: DevopsCall): Reply {
  const { addresses = [], isEnabled } = readAccessList(call.body(), call.now());
  return change(call, (list) => ({
    addresses: mergeAddresses([], addresses),
    isEnabled: isEnabled ?? list.isEnabled,
  }));
}

function addAddresses(call: DevopsCall): Reply {
  const added = readAddresses(call.body(), call.now());
  return change(call, (list) => ({ ...list, addresses: mergeAddresses(list.addresses, added) }));
}

/** Changes or adds the given addresses, and keeps the others. */
function updateAccessList(call: DevopsCall): Reply {
  const { addresses = [], isEnabled } = readAccessList(call.body(), call.now());
  return change(call, (list) => ({
    addresses: mergeAddresses(list.addresses, addresses),
    isEnabled: isEnabled ?? list.isEnabled,
  }));
}

/** Deletes the addresses of the query; without any, the whole list. */
function deleteAccessList(call: DevopsCall): Reply {
  const unwanted = new Set(call.query.getAll('addresses').flatMap((text) => text.split(',')));
  if (unwanted.size === 0) return change(call, () => undefined);
  return change(call, (list) => {
    const known = new Set(list.addresses.map(({ address }) => address));
    const missing = [...unwanted].find((address) => !known.has(address));
    if (missing !== undefined) throw devopsNotFound(`address "${missing}"`);
    return { ...list, addresses: list.addresses.filter(({ address }) => !unwanted.has(address)) };
  });
}

function validateAccessList({ body, now }: DevopsCall): Reply {
  try {
    readAccessList(body(), now());
    return json(200, { valid: true, validationFailures: [] });
  } catch (error) {
    if (!(error instanceof DevopsError)) throw error;
    return json(200, { valid: false, validationFailures: error.problems.map(({ message }) => message) });
  }
}

function getTemplate(): Reply {
  return json(200, ACCESS_LIST_TEMPLATE);
}

function change(call: DevopsCall, changed: (list: AccessList) => AccessList | undefined): Reply {
  const { record } = requireDatabase(call);
  call.registry.change(record.id, { accessList: changed(record.accessList ?? NO_ACCESS_LIST) });
  return empty(204);
}

function toView({ id, accessList = NO_ACCESS_LIST }: DatabaseRecord): unknown {
  return {
    organizationId: ORGANIZATION_ID,
    databaseId: id,
    addresses: accessList.addresses.map(toAddressView),
    configurations: { accessListEnabled: accessList.isEnabled },
  };
}

/** The time has the format of the live API, with the three digits of milliseconds that published clients require. */
function toAddressView({ address, isEnabled, description, updatedAtMs }: AccessAddress): unknown {
  const lastUpdateDateTime = new Date(updatedAtMs).toISOString().replace('T', ' ').replace('Z', ' +0000 UTC');
  return { address, enabled: isEnabled, description, lastUpdateDateTime };
}
