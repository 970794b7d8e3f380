/** Lists, creates, updates and deletes roles (DevOps API section 7). */
import { randomUUID } from 'node:crypto';
import { empty, json, type Reply } from '../../core/service.ts';
import { BUILT_IN_ROLE_STATUS, ERROR_IDS } from '../shared/assumptions.ts';
import { requiredText, requiredTexts, toMembers } from '../shared/body.ts';
import { DevopsError, devopsBadRequest, devopsNotFound } from '../shared/devops-error.ts';
import type { DevopsCall, Operation } from '../shared/operation.ts';
import { ORGANIZATION_ID, ORGANIZATION_OWNER } from '../state/default-database.ts';
import type { Directory } from '../state/directory.ts';
import type { Policy, Role } from '../state/roles.ts';

const ROLES = '/v2/organizations/roles';
const ROLE = `${ROLES}/{role}`;

export const roleOperations: readonly Operation[] = [
  { method: 'GET', path: ROLES, action: 'org-role-read', deniedStatus: 403, run: listRoles },
  { method: 'POST', path: ROLES, action: 'org-role-write', deniedStatus: 403, run: createRole },
  { method: 'GET', path: ROLE, action: 'org-role-read', deniedStatus: 403, run: getRole },
  { method: 'PUT', path: ROLE, action: 'org-role-write', deniedStatus: 403, run: updateRole },
  { method: 'DELETE', path: ROLE, action: 'org-role-delete', deniedStatus: 403, run: deleteRole },
];

/** The live API prints these names in PascalCase. */
export function toRoleView({ id, name, policy, lastUpdate }: Role): Record<string, unknown> {
  return {
    ID: id,
    Name: name,
    Policy: policy,
    ...(lastUpdate && {
      LastUpdateDateTime: new Date(lastUpdate.atMs).toISOString(),
      LastUpdateUserID: lastUpdate.userId,
    }),
  };
}

function listRoles({ directory }: DevopsCall): Reply {
  return json(200, directory.roles().map(toRoleView));
}

function getRole(call: DevopsCall): Reply {
  return json(200, toRoleView(requireRole(call)));
}

function createRole(call: DevopsCall): Reply {
  return json(201, putRole(call, randomUUID()));
}

function updateRole(call: DevopsCall): Reply {
  return json(200, putRole(call, requireCustomRole(call).id));
}

/** Tokens and users keep the id of a deleted role, which then allows nothing. */
function deleteRole(call: DevopsCall): Reply {
  call.directory.removeRole(requireCustomRole(call).id);
  return empty(204);
}

function putRole({ directory, body, now }: DevopsCall, id: string): unknown {
  const members = toMembers(body());
  const name = requiredText(members, 'name');
  const policy = toPolicy(toMembers(members.policy, 'policy'));
  checkNameIsFree(directory, id, name);
  const role: Role = { id, name, policy, lastUpdate: { atMs: now(), userId: ORGANIZATION_OWNER.id } };
  directory.putRole(role);
  return { OrgID: ORGANIZATION_ID, ...toRoleView(role) };
}

function toPolicy(members: Record<string, unknown>): Policy {
  const description = requiredText(members, 'description');
  const effect = requiredText(members, 'effect');
  if (effect !== 'allow') throw devopsBadRequest(`effect "${effect}" is unknown: a policy can only allow`);
  return {
    description,
    effect,
    resources: requiredTexts(members, 'resources'),
    actions: requiredTexts(members, 'actions'),
  };
}

function checkNameIsFree(directory: Directory, id: string, name: string): void {
  const isTaken = directory.roles().some((role) => role.name === name && role.id !== id);
  if (isTaken) throw new DevopsError(409, { id: ERROR_IDS.duplicate, message: `a role "${name}" already exists` });
}

function requireRole({ directory, parameters }: DevopsCall): Role {
  const role = directory.role(parameters.role?.toLowerCase() ?? '');
  if (!role) throw devopsNotFound(`role ${parameters.role}`);
  return role;
}

function requireCustomRole(call: DevopsCall): Role {
  const role = requireRole(call);
  if (role.lastUpdate) return role;
  const message = `role "${role.name}" is built in: it can be neither changed nor deleted`;
  throw new DevopsError(BUILT_IN_ROLE_STATUS, { id: ERROR_IDS.forbidden, message });
}
