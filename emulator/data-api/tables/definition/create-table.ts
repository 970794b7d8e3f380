/** createTable and dropTable. */
import type { Keyspace } from '../../../core/catalog.ts';
import { type ColumnPlan, createTable, dropTable } from '../../../cql/ddl/define-table.ts';
import type { CqlType } from '../../../cql/types/type.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { type KeyspaceCommand, okAnswer } from '../../command/command.ts';
import { CommandFailure, failed, invalidField, refused, structureMismatch } from '../../command/errors.ts';
import { booleanField, checkKnown, kindOf, objectField, textField } from '../../command/fields.ts';
import { checkSchemaName } from '../../command/schema-name.ts';
import { isCreatableType, readTypes } from './column-type.ts';
import { dropCommand } from './drop-command.ts';
import { changed, DRIVER_ERROR, late, reported } from './late.ts';
import { checkPrimaryKey, type PrimaryKey, readPrimaryKey, repeatedColumn } from './primary-key.ts';
import { KNOWN_SCALARS } from './scalar-names.ts';
import { checkUserTypes } from './user-type-check.ts';

export const createTableCommand: KeyspaceCommand = {
  fields: ['definition', 'name'],
  options: ['ifNotExists'],
  check(fields, options) {
    booleanField(options, 'ifNotExists');
    definitionOf(fields);
  },
  run({ database, keyspace, fields, options }) {
    const name = checkSchemaName('Table', textField(fields, 'name'));
    const { types, primaryKey } = definitionOf(fields);
    checkTypes(types.map(([, type]) => type));
    checkPrimaryKey(
      primaryKey,
      types.map(([column]) => column),
    );
    const exists = Object.hasOwn(keyspace.tables, name);
    if (exists && booleanField(options, 'ifNotExists')) return okAnswer();
    if (exists) throw late(existingTable(keyspace, name));
    checkUserTypes(keyspace, types);
    const repeated = repeatedColumn(primaryKey);
    if (repeated !== undefined) throw late(reported(DRIVER_ERROR, repeatedText(repeated, name)));
    const plan = { keyspace: keyspace.name, name, columns: columnPlans(types, primaryKey), ifNotExists: false };
    return changed(() => createTable(database, plan), DRIVER_ERROR);
  },
};

/** A collection goes as a table does. */
export const dropTableCommand = dropCommand(
  'table',
  ({ tables }, name) => Object.hasOwn(tables, name),
  ({ database, keyspace }, name) => changed(() => dropTable(database, keyspace.name, name)),
);

interface Definition {
  readonly types: readonly (readonly [name: string, type: CqlType])[];
  readonly primaryKey: PrimaryKey;
}

function definitionOf(fields: JsonObject): Definition {
  const definition = objectField(fields, 'definition');
  if (!definition) throw new CommandFailure([invalidField('command.definition', '`null`', 'must not be null')]);
  checkKnown(definition, ['columns', 'primaryKey']);
  const columns = definition.get('columns') ?? null;
  if (columns === null) throw failed('', 'UNEXPECTED_SERVER_ERROR', 'The definition of a table needs its `columns`');
  if (!(columns instanceof Map)) throw structureMismatch(`the columns must be an object, not ${kindOf(columns)}`);
  return { types: readTypes(columns), primaryKey: readPrimaryKey(definition.get('primaryKey')) };
}

function checkTypes(types: readonly CqlType[]): void {
  const bad = types.filter((type) => !isCreatableType(type));
  if (bad.length === 0) return;
  const names = bad.map((type) => (type.kind === 'scalar' ? type.name : type.kind)).join(', ');
  const message = `Columns of the type ${names} cannot be made.\n\nUse one of: ${KNOWN_SCALARS.filter((name) => !names.includes(name)).join(', ')}.`;
  throw refused('SCHEMA', 'UNSUPPORTED_DATA_TYPE_TABLE_CREATION', message);
}

function existingTable(keyspace: Keyspace, name: string): CommandFailure {
  const message = `The keyspace ${keyspace.name} already has a table or collection ${name}.\n\nUse another name, or set the option ifNotExists.`;
  return refused('SCHEMA', 'CANNOT_ADD_EXISTING_TABLE', message);
}

function repeatedText(column: string, table: string): string {
  return `The database refuses: Duplicate column '${column}' in PRIMARY KEY clause for table '${table}'`;
}

function columnPlans(types: Definition['types'], { partition, clustering }: PrimaryKey): ColumnPlan[] {
  const sorted = clustering.map(([name]) => name);
  return types.map(([name, type]) => {
    const [first, later] = [partition.indexOf(name), sorted.indexOf(name)];
    if (first >= 0) return { name, type, kind: 'partition', position: first, order: 'asc' };
    if (later >= 0) return { name, type, kind: 'clustering', position: later, order: clustering[later]?.[1] ?? 'asc' };
    return { name, type, kind: 'regular', position: 0, order: 'asc' };
  });
}
