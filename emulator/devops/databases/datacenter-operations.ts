/** The regions of one database (DevOps API section 4). */
import { empty, json, type Reply } from '../../core/service.ts';
import { ERROR_IDS } from '../shared/assumptions.ts';
import { requiredText, toMembers } from '../shared/body.ts';
import { DevopsError, devopsBadRequest, devopsNotFound, invalidValue } from '../shared/devops-error.ts';
import { type DevopsCall, type Operation, requireActive, requireDatabase } from '../shared/operation.ts';
import { TRANSITIONS } from '../state/lifecycle.ts';
import { CLOUD_PROVIDERS } from '../state/region-data.ts';
import { toDatacenterView } from './database-view.ts';
import { checkLocation, type DatacenterLocation } from './new-database.ts';

const path = '/v2/databases/{id}/datacenters';

export const datacenterOperations: readonly Operation[] = [
  { method: 'GET', path, action: 'org-db-view', run: listDatacenters },
  { method: 'POST', path, action: 'db-manage-region', run: addDatacenters },
  { method: 'POST', path: `${path}/{datacenter}/terminate`, action: 'db-manage-region', run: terminateDatacenter },
];

function listDatacenters(call: DevopsCall): Reply {
  const { record } = requireDatabase(call);
  const isAll = call.query.get('all') === 'true';
  const listed = record.datacenters.filter(({ isTerminated }) => isAll || !isTerminated);
  return json(
    200,
    listed.map((datacenter) => toDatacenterView(datacenter, record, call)),
  );
}

function addDatacenters(call: DevopsCall): Reply {
  const { record } = requireActive(call);
  const locations = toLocations(call.body());
  const inUse = record.datacenters.filter(({ isTerminated }) => !isTerminated).map(({ region }) => region);
  const duplicate = locations.find(({ region }) => inUse.includes(region));
  if (duplicate) throw invalidValue(`the database is in region "${duplicate.region}" already`);
  const added = locations.map((location, index) => ({
    ...location,
    id: `${record.id}-${record.datacenters.length + index + 1}`,
    createdAtMs: call.now(),
    isTerminated: false,
  }));
  call.registry.change(record.id, { datacenters: [...record.datacenters, ...added] });
  call.registry.startTransition(record.id, TRANSITIONS.change);
  return empty(201);
}

/** The last datacenter of a database cannot be terminated. */
function terminateDatacenter(call: DevopsCall): Reply {
  const { record } = requireActive(call);
  const datacenterId = call.parameters.datacenter ?? '';
  const alive = record.datacenters.filter(({ isTerminated }) => !isTerminated);
  if (!alive.some(({ id }) => id === datacenterId)) throw devopsNotFound(`datacenter ${datacenterId}`);
  if (alive.length === 1) {
    throw new DevopsError(400, { id: ERROR_IDS.badRequest, message: 'a database needs a datacenter' });
  }
  call.registry.startTransition(record.id, TRANSITIONS.change, { kind: 'terminateDatacenter', datacenterId });
  return empty(202);
}

function toLocations(body: unknown): DatacenterLocation[] {
  if (!Array.isArray(body) || body.length === 0) throw devopsBadRequest('the body is not an array of datacenters');
  return body.map((item) => {
    const members = toMembers(item);
    const cloudProvider = requiredText(members, 'cloudProvider').toUpperCase();
    const location = { tier: requiredText(members, 'tier'), cloudProvider, region: requiredText(members, 'region') };
    const isProvider = CLOUD_PROVIDERS.some((known) => known === cloudProvider);
    const message = `provider "${cloudProvider}" not supported to add datacenters`;
    checkLocation(location, isProvider ? [] : [{ id: ERROR_IDS.datacenterProvider, message }]);
    return location;
  });
}
