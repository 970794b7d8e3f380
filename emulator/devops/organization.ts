/** The organisation and the roles that its tokens can have (DevOps API section 7). */
import { json, type Reply } from '../service.ts';
import { ORGANIZATION_ID, ORGANIZATION_NAME } from './default-database.ts';
import { notFound } from './errors.ts';
import type { DevopsCall, Operation } from './operation.ts';
import { ROLES, type Role } from './roles.ts';

const readRoles = { action: 'org-role-read', deniedStatus: 403 } as const;

export const organizationOperations: readonly Operation[] = [
  { method: 'GET', path: '/v2/currentOrg', action: 'org-read', run: getCurrentOrganization },
  { method: 'GET', path: '/v2/organizations/roles', ...readRoles, run: listRoles },
  { method: 'GET', path: '/v2/organizations/roles/{role}', ...readRoles, run: getRole },
];

function getCurrentOrganization(): Reply {
  return json(200, { id: ORGANIZATION_ID, name: ORGANIZATION_NAME });
}

function listRoles(): Reply {
  return json(200, ROLES.map(toRoleView));
}

function getRole({ parameters }: DevopsCall): Reply {
  const role = ROLES.find(({ id }) => id === parameters.role);
  if (!role) throw notFound(`role ${parameters.role}`);
  return json(200, toRoleView(role));
}

/** The live API writes these names in PascalCase. */
function toRoleView({ id, name, description, actions }: Role): unknown {
  const resources = [`drn:astra:org:${ORGANIZATION_ID}`, `drn:astra:org:${ORGANIZATION_ID}:db:*`];
  return { ID: id, Name: name, Policy: { description, effect: 'allow', resources, actions } };
}
