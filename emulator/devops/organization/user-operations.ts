/** The organization; lists, invites and removes its users, and sets their roles (DevOps API section 7). */
import { randomUUID } from 'node:crypto';
import { empty, json, type Reply } from '../../core/service.ts';
import { EMPTY_ANSWER, ERROR_IDS, OWNER_STATUS } from '../shared/assumptions.ts';
import { optionalText, requiredText, requiredTexts, toMembers } from '../shared/body.ts';
import { DevopsError, devopsBadRequest, devopsNotFound } from '../shared/devops-error.ts';
import type { DevopsCall, Operation } from '../shared/operation.ts';
import { ORGANIZATION_ID, ORGANIZATION_NAME, ORGANIZATION_OWNER } from '../state/default-database.ts';
import type { Directory, User } from '../state/directory.ts';
import { toRoleView } from './role-operations.ts';

const USERS = '/v2/organizations/users';
const USER = `${USERS}/{user}`;
const read = { action: 'org-user-read', deniedStatus: 403 } as const;
const write = { action: 'org-user-write', deniedStatus: 403 } as const;

export const userOperations: readonly Operation[] = [
  { method: 'GET', path: '/v2/currentOrg', action: 'any', run: getCurrentOrganization },
  { method: 'GET', path: USERS, ...read, run: listUsers },
  { method: 'PUT', path: USERS, ...write, run: inviteUser },
  { method: 'GET', path: USER, ...read, run: getUser },
  { method: 'DELETE', path: USER, ...write, run: removeUser },
  { method: 'PUT', path: `${USER}/roles`, ...write, run: setRoles },
];

function getCurrentOrganization(): Reply {
  return json(200, { id: ORGANIZATION_ID, name: ORGANIZATION_NAME });
}

function listUsers({ directory }: DevopsCall): Reply {
  const users = directory.users().map((user) => toUserView(user, directory));
  return json(200, { OrgID: ORGANIZATION_ID, OrgName: ORGANIZATION_NAME, Users: users });
}

function getUser(call: DevopsCall): Reply {
  return json(200, toUserView(requireUser(call), call.directory));
}

/** A user who is already invited gets the new roles. Nobody accepts here: the user stays `invited`. */
function inviteUser({ directory, body, now }: DevopsCall): Reply {
  const members = toMembers(body());
  const email = requiredText(members, 'email');
  const roleIds = toRoleIds(members, directory);
  const orgId = optionalText(members, 'orgID') ?? optionalText(members, 'OrgID') ?? ORGANIZATION_ID;
  if (orgId.toLowerCase() !== ORGANIZATION_ID) throw devopsNotFound(`organization ${orgId}`);
  const known = directory.users().find((user) => user.email.toLowerCase() === email.toLowerCase());
  const invited: User = { id: randomUUID(), email, status: 'invited', roleIds, sinceMs: now() };
  directory.putUser(known ? { ...known, roleIds } : invited);
  return json(200, EMPTY_ANSWER);
}

function setRoles(call: DevopsCall): Reply {
  const user = requireUser(call);
  call.directory.putUser({ ...user, roleIds: toRoleIds(toMembers(call.body()), call.directory) });
  return empty(204);
}

function removeUser(call: DevopsCall): Reply {
  const { id, email } = requireUser(call);
  if (id === ORGANIZATION_OWNER.id) {
    const message = `${email} owns the organization and cannot be removed`;
    throw new DevopsError(OWNER_STATUS, { id: ERROR_IDS.forbidden, message });
  }
  call.directory.removeUser(id);
  return empty(204);
}

function toRoleIds(members: Record<string, unknown>, directory: Directory): string[] {
  const roleIds = requiredTexts(members, 'roles').map((id) => id.toLowerCase());
  if (roleIds.length === 0) throw devopsBadRequest('roles is empty');
  const unknown = roleIds.find((id) => !directory.role(id));
  if (unknown !== undefined) throw devopsBadRequest(`role "${unknown}" is unknown`);
  return roleIds;
}

function requireUser({ directory, parameters }: DevopsCall): User {
  const user = directory.user(parameters.user?.toLowerCase() ?? '');
  if (!user) throw devopsNotFound(`user ${parameters.user}`);
  return user;
}

function toUserView({ id, email, status, roleIds }: User, directory: Directory): unknown {
  const roles = roleIds.flatMap((roleId) => directory.role(roleId) ?? []);
  return { UserID: id, Email: email, Status: status, Roles: roles.map(toRoleView) };
}
