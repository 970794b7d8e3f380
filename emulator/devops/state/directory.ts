/** The roles and users of the organization: built-in roles, and stored custom roles and users. */
import { endOf, type Store } from '../../core/store.ts';
import { ORGANIZATION_OWNER } from './default-database.ts';
import { ADMINISTRATOR_ROLE, BUILT_IN_ROLES, type Role } from './roles.ts';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly status: 'active' | 'invited';
  readonly roleIds: readonly string[];
  readonly sinceMs: number;
}

export interface Directory {
  /** Built-in roles first, then custom roles by name. */
  roles(): Role[];
  role(id: string): Role | undefined;
  putRole(role: Role): void;
  removeRole(id: string): void;
  /** In order of invitation; the first is the owner of the organization. */
  users(): User[];
  user(id: string): User | undefined;
  putUser(user: User): void;
  removeUser(id: string): void;
}

export function openDirectory(store: Store): Directory {
  const roles = openSection<Role>(store, '!/role/');
  const users = openSection<User>(store, '!/user/');
  const { id, email } = ORGANIZATION_OWNER;
  if (!users.get(id)) users.put({ id, email, status: 'active', roleIds: [ADMINISTRATOR_ROLE], sinceMs: 0 });
  return {
    roles: () => [...BUILT_IN_ROLES, ...roles.list().sort((one, other) => (one.name < other.name ? -1 : 1))],
    role: (roleId) => BUILT_IN_ROLES.find((role) => role.id === roleId) ?? roles.get(roleId),
    putRole: roles.put,
    removeRole: roles.remove,
    users: () => users.list().sort((one, other) => one.sinceMs - other.sinceMs),
    user: users.get,
    putUser: users.put,
    removeUser: users.remove,
  };
}

/** The records of one kind, keyed by id. */
function openSection<T extends { readonly id: string }>(store: Store, prefix: string) {
  const start = Buffer.from(prefix);
  const keyOf = (id: string) => Buffer.from(prefix + id);
  return {
    list: () => [...store.range({ start, end: endOf(start) })].map(({ value }) => value as T),
    get: (id: string) => store.get(keyOf(id)) as T | undefined,
    put: (record: T) => store.put(keyOf(record.id), record),
    remove: (id: string) => store.remove(keyOf(id)),
  };
}
