/** The organisation that everything belongs to (DevOps API section 7). */
import { json, type Reply } from '../../core/service.ts';
import { ORGANIZATION_ID, ORGANIZATION_NAME } from '../default-database.ts';
import type { Operation } from '../operation.ts';

export const organizationOperations: readonly Operation[] = [
  { method: 'GET', path: '/v2/currentOrg', action: 'any', run: getCurrentOrganization },
];

function getCurrentOrganization(): Reply {
  return json(200, { id: ORGANIZATION_ID, name: ORGANIZATION_NAME });
}
