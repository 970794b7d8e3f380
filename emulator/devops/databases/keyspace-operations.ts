/** Adds and removes keyspaces (DevOps API sections 3.4 and 3.5). */
import { empty, type Reply } from '../../core/service.ts';
import { invalidValue } from '../shared/devops-error.ts';
import { type DevopsCall, type Operation, requireActive } from '../shared/operation.ts';
import { TRANSITIONS } from '../state/lifecycle.ts';

const path = '/v2/databases/{id}/keyspaces/{keyspace}';

export const keyspaceOperations: readonly Operation[] = [
  { method: 'POST', path, action: 'db-keyspace-create', run: addKeyspace },
  { method: 'DELETE', path, action: 'db-keyspace-drop', run: removeKeyspace },
];

/** 1 to 48 letters, digits and underscores, not beginning with an underscore; names of system keyspaces are reserved. */
export function isKeyspaceName(name: string): boolean {
  return /^[A-Za-z0-9]\w{0,47}$/.test(name) && !/^(dse|system|solr)(_|$)|^data_endpoint_auth$/.test(name);
}

/** For an existing keyspace nothing happens: the answer is 201, and the database stays ACTIVE. */
function addKeyspace(call: DevopsCall): Reply {
  const { record, database } = requireActive(call);
  const name = call.parameters.keyspace ?? '';
  if (!isKeyspaceName(name)) throw invalidValue(`keyspace name "${name}" is not valid`);
  if (!database.catalog.keyspace(name))
    call.registry.startTransition(record.id, TRANSITIONS.change, { kind: 'addKeyspace', name });
  return empty(201);
}

/** 202 for an existing keyspace, 204 for a missing one. */
function removeKeyspace(call: DevopsCall): Reply {
  const { record, database } = requireActive(call);
  const name = call.parameters.keyspace ?? '';
  const keyspace = database.catalog.keyspace(name);
  if (!keyspace) return empty(204);
  if (keyspace.system) throw invalidValue(`keyspace "${name}" is a system keyspace`);
  call.registry.startTransition(record.id, TRANSITIONS.change, { kind: 'dropKeyspace', name });
  return empty(202);
}
