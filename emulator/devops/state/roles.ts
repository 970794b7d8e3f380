/** The shape of a role, and the built-in roles of every organization (DevOps API section 7). */
import { ORGANIZATION_ID } from './default-database.ts';

/** The permissions that operations require. A policy may contain others. */
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
  | 'accesslist-read'
  | 'accesslist-write'
  | 'org-token-read'
  | 'org-token-write'
  | 'org-role-read'
  | 'org-role-write'
  | 'org-role-delete'
  | 'org-user-read'
  | 'org-user-write';

export interface Policy {
  readonly description: string;
  readonly effect: 'allow';
  /** Shown but not enforced: a policy applies to every database. */
  readonly resources: readonly string[];
  readonly actions: readonly string[];
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly policy: Policy;
  /** `undefined` for a built-in role. */
  readonly lastUpdate: { readonly atMs: number; readonly userId: string } | undefined;
}

/** All permissions; the role of the development token. */
export const ADMINISTRATOR_ROLE = builtInId(1);
/** Reads databases and users. */
export const READ_ONLY_ROLE = builtInId(2);

const READ = [
  'accesslist-read',
  'db-all-keyspace-describe',
  'db-keyspace-describe',
  'db-table-select',
  'db-table-describe',
  'db-graphql',
  'db-rest',
];
const MODIFY = ['db-table-modify'];
const CQL = ['db-cql'];
const VIEW = ['org-db-view', 'org-user-read'];
const MANAGE = [
  ...each('db-all-keyspace', 'create describe'),
  ...each('db-keyspace', 'grant modify describe create authorize alter drop'),
  ...each('db-table', 'select grant modify describe create authorize alter drop'),
  ...each('db-manage', 'region privateendpoint thirdpartymetrics'),
  ...each('org-db', 'create passwordreset terminate suspend addpeering managemigratorproxy expand view'),
  'db-graphql',
  'db-rest',
  'org-user-read',
];
const BILLING = each('org-billing', 'read write');
const USERS = ['org-user-write'];
const ACCESS_LISTS = each('accesslist', 'read write');
const TOKENS = each('org-token', 'read write');
const ORGANIZATION = [
  ...each('org', 'read write audits-read notification-write stream-manage'),
  ...each('org-cmk', 'read write'),
  ...each('org-external-auth', 'read write'),
  ...each('org-integrations', 'read write'),
  ...each('org-role', 'read write delete'),
  'db-data-import',
];

const ACTIONS: readonly (readonly [name: string, actions: readonly string[]])[] = [
  [
    'Organization Administrator',
    [...MANAGE, ...CQL, ...BILLING, ...USERS, ...ACCESS_LISTS, ...TOKENS, ...ORGANIZATION],
  ],
  ['RO User', [...READ, ...CQL, ...VIEW]],
  ['R/W User', [...READ, ...MODIFY, ...CQL, ...VIEW]],
  ['Admin User', ['org-read', ...MANAGE, ...CQL, ...BILLING, ...USERS, 'db-data-import']],
  ['API RO User', [...READ, ...VIEW]],
  ['API R/W User', [...READ, ...MODIFY, ...VIEW]],
  ['API Admin User', ['accesslist-read', ...MANAGE, ...BILLING, ...USERS, 'org-stream-manage']],
  ['RO Svc Acct', [...READ, ...CQL]],
  ['R/W Svc Acct', [...READ, ...MODIFY, ...CQL]],
  ['Admin Svc Acct', [...MANAGE, ...CQL, ...BILLING, ...USERS]],
  ['API RO Svc Acct', READ],
  ['API R/W Svc Acct', [...READ, ...MODIFY]],
  ['API Admin Svc Acct', [...MANAGE, ...CQL, ...BILLING, ...USERS]],
  ['Database Administrator', [...MANAGE, ...CQL, ...ACCESS_LISTS, ...TOKENS]],
  ['Billing Admin', [...BILLING, ...VIEW]],
  ['UI View Only', ['accesslist-read', ...VIEW]],
];

const RESOURCES = ['', ':db:*', ':db:*:keyspace:*', ':db:*:keyspace:*:table:*'].map(
  (below) => `drn:astra:org:${ORGANIZATION_ID}${below}`,
);

/** With the short names of live answers and the documented actions. */
export const BUILT_IN_ROLES: readonly Role[] = ACTIONS.map(([name, actions], index) => ({
  id: builtInId(index + 1),
  name,
  policy: { description: name, effect: 'allow', resources: RESOURCES, actions },
  lastUpdate: undefined,
}));

function builtInId(ordinal: number): string {
  return `00000000-0000-4000-8000-${`a${ordinal}`.padStart(12, '0')}`;
}

function each(prefix: string, names: string): string[] {
  return names.split(' ').map((name) => `${prefix}-${name}`);
}
