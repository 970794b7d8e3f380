/** CREATE TYPE, ALTER TYPE and DROP TYPE. */
import type { Keyspace, UserDefinedType } from '../../core/catalog.ts';
import { type Database, ServiceError } from '../../core/service.ts';
import { foldedName, quotedName } from '../types/name.ts';
import { invalidArgument, notModifiable } from '../types/refusal.ts';
import { type CqlType, cqlTypeText, parseType } from '../types/type.ts';
import { checkType, isCounter, namesType } from './type-check.ts';

export interface FieldPlan {
  readonly name: string;
  readonly type: CqlType;
}

export interface TypePlan {
  readonly keyspace: string;
  readonly name: string;
  readonly fields: readonly FieldPlan[];
  readonly ifNotExists: boolean;
}

export function createType(database: Database, plan: TypePlan): void {
  const keyspace = database.catalog.keyspace(plan.keyspace);
  if (!keyspace) throw invalidArgument(`Keyspace '${plan.keyspace}' doesn't exist`);
  if (keyspace.system) throw notModifiable(plan.keyspace);
  if (Object.hasOwn(keyspace.types, plan.name)) {
    if (plan.ifNotExists) return;
    throw new ServiceError(400, `Bad request: A user type with name '${plan.name}' already exists`);
  }
  const names = plan.fields.map(({ name }) => name);
  const duplicate = names.find((name, index) => names.indexOf(name) < index);
  if (duplicate !== undefined) throw invalidArgument(`Duplicate field name '${duplicate}' in type '${plan.name}'`);
  for (const { type } of plan.fields) {
    if (isCounter(type)) throw invalidArgument('A user type cannot contain counters');
    if (type.kind === 'udt' && !type.frozen) throw invalidArgument('A user type cannot contain non-frozen UDTs');
  }
  for (const { type } of plan.fields) checkType(type, keyspace);
  const fields = plan.fields.map(({ name, type }) => ({ name, type: cqlTypeText(type) }));
  database.catalog.putType(plan.keyspace, { name: plan.name, fields });
}

export function addField(database: Database, keyspaceName: string, typeName: string, { name, type }: FieldPlan): void {
  const { keyspace, userType } = requireType(database, keyspaceName, typeName);
  const cqlName = `${quotedName(keyspaceName)}.${quotedName(typeName)}`;
  if (userType.fields.some((field) => field.name === name)) {
    throw invalidArgument(`Cannot add field ${name} to type ${cqlName}: a field with name ${name} already exists`);
  }
  checkType(type, keyspace);
  if (refersTo(type, typeName, keyspace)) {
    throw invalidArgument(
      `Cannot add new field ${name} of type ${cqlTypeText(type)} to user type ${cqlName} as it would create a circular reference`,
    );
  }
  const fields = [...userType.fields, { name, type: cqlTypeText(type) }];
  database.catalog.putType(keyspaceName, { ...userType, fields });
}

/** Renames fields, all at once; names are folded to lower case unless they are in double quotes. */
export function renameFields(
  database: Database,
  keyspaceName: string,
  typeName: string,
  renames: readonly { readonly from: string; readonly to: string }[],
): void {
  const { userType } = requireType(database, keyspaceName, typeName);
  const names = userType.fields.map(({ name }) => name);
  for (const { from, to } of renames) {
    const index = userType.fields.findIndex(({ name }) => name === foldedName(from));
    if (index < 0) throw invalidArgument(`Unkown field ${foldedName(from)} in user type ${keyspaceName}`);
    names[index] = foldedName(to);
  }
  const duplicate = names.find((name, index) => names.indexOf(name) < index);
  if (duplicate !== undefined) throw invalidArgument(`Duplicate field name ${duplicate} in type ${keyspaceName}`);
  const fields = userType.fields.map((field, index) => ({ ...field, name: names[index] ?? field.name }));
  database.catalog.putType(keyspaceName, { ...userType, fields });
}

/** Drops an unused type; does nothing for a missing one. */
export function dropType(database: Database, keyspaceName: string, name: string): void {
  const keyspace = database.catalog.keyspace(keyspaceName);
  if (keyspace?.system) throw notModifiable(keyspaceName);
  if (!keyspace || !Object.hasOwn(keyspace.types, name)) return;
  const uses = (text: string) => namesType(parseType(text), name);
  const types = Object.values(keyspace.types).filter(({ fields }) => fields.some(({ type }) => uses(type)));
  const tables = Object.values(keyspace.tables).filter(({ columns }) => columns.some(({ type }) => uses(type)));
  for (const [what, users] of [
    ['user types', types],
    ['tables', tables],
  ] as const) {
    if (users.length === 0) continue;
    const names = users.map((user) => user.name).join(', ');
    throw invalidArgument(`Cannot drop user type '${keyspaceName}.${name}' as it is still used by ${what} ${names}`);
  }
  database.catalog.dropType(keyspaceName, name);
}

function requireType(
  database: Database,
  keyspaceName: string,
  name: string,
): { keyspace: Keyspace; userType: UserDefinedType } {
  const keyspace = database.catalog.keyspace(keyspaceName);
  if (keyspace?.system) throw notModifiable(keyspaceName);
  const userType = keyspace && Object.hasOwn(keyspace.types, name) ? keyspace.types[name] : undefined;
  if (!keyspace || !userType) throw invalidArgument(`Type ${keyspaceName}.${name} doesn't exist`);
  return { keyspace, userType };
}

function refersTo(type: CqlType, name: string, keyspace: Keyspace): boolean {
  if (namesType(type, name)) return true;
  const named = Object.values(keyspace.types).filter((other) => namesType(type, other.name));
  return named.some(({ fields }) => fields.some((field) => refersTo(parseType(field.type), name, keyspace)));
}
