/** The roles that a token can have, and what they allow (DevOps API section 7). */

/** What an operation asks of the token. */
export type Action =
  | 'org-db-view'
  | 'org-db-create'
  | 'org-db-terminate'
  | 'org-db-suspend'
  | 'org-db-expand'
  | 'db-keyspace-create'
  | 'db-keyspace-drop'
  | 'db-cql'
  | 'db-manage-region'
  | 'org-token-read'
  | 'org-token-write'
  | 'org-role-read'
  | 'org-read';

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly actions: readonly Action[];
}

/** May do everything; the role of the development token. */
export const ADMINISTRATOR_ROLE = '00000000-0000-4000-8000-0000000000a1';
/** May look at databases and change nothing. */
export const READ_ONLY_ROLE = '00000000-0000-4000-8000-0000000000a2';

export const ROLES: readonly Role[] = [
  {
    id: ADMINISTRATOR_ROLE,
    name: 'Organization Administrator',
    description: 'Everything',
    actions: [
      'org-db-view',
      'org-db-create',
      'org-db-terminate',
      'org-db-suspend',
      'org-db-expand',
      'db-keyspace-create',
      'db-keyspace-drop',
      'db-cql',
      'db-manage-region',
      'org-token-read',
      'org-token-write',
      'org-role-read',
      'org-read',
    ],
  },
  {
    id: READ_ONLY_ROLE,
    name: 'Read Only User',
    description: 'Sees databases and changes nothing',
    actions: ['org-db-view', 'org-role-read', 'org-read'],
  },
];

/** Whether one of the roles allows an action. Roles that are unknown allow nothing. */
export function isAllowed(roleIds: readonly string[], action: Action): boolean {
  return ROLES.some(({ id, actions }) => roleIds.includes(id) && actions.includes(action));
}
